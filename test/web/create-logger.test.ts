import { Writable } from 'node:stream'
import type { Request } from 'express'
import { createLogger } from '../../src/web/create-logger'
import { loggedPath } from '../../src/web/request-log'

describe('the log', () => {
  it('says which statement failed and why, and nothing of what it was given', () => {
    const lines: string[] = []
    const destination = new Writable({
      write: (line: Buffer, _encoding, done) => (lines.push(String(line)), done()),
    })
    const failed = Object.assign(new Error('database is locked'), {
      code: 'SQLITE_BUSY',
      query: 'INSERT INTO sessions (id) VALUES ($1)',
      parameters: ['rahasia'],
      driverError: Object.assign(new Error('database is locked'), { detail: 'Key (id)=(rahasia)' }),
    })
    createLogger('error', destination).error({ err: failed })
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      err: { message: 'database is locked', code: 'SQLITE_BUSY', query: failed.query },
    })
    expect(lines[0]).not.toContain('rahasia')
  })

  it('shows no one-time link', () => {
    expect(loggedPath({ path: '/tautan/abc' } as Request)).toBe('/tautan/…')
    expect(loggedPath({ path: '/bukti/abc' } as Request)).toBe('/bukti/abc')
  })
})
