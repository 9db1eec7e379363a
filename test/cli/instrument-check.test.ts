import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instrumentCheckCommand } from '../../src/cli/instrument-check.command'
import { LKE_FILE, LKE_TEXT } from '../engine/support/lke'

const folder = mkdtempSync(join(tmpdir(), 'zi-check-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function check(file: string) {
  let out = ''
  let err = ''
  const io = { stdout: (text: string) => void (out += text), stderr: (text: string) => void (err += text) }
  return { code: await instrumentCheckCommand(file, io), out, err }
}

describe('zi instrument check', () => {
  it.each(['lke-2021', LKE_FILE])('finds %s right and says what is in it', async file => {
    const { code, out, err } = await check(file)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(
      /^lke-2021: sah\. 113 pertanyaan dalam 63 bagian, bobot 100,00, 2 predikat, 8 prasyarat\.\nSHA-256 [0-9a-f]{64}\n$/,
    )
  })

  it('names every fault with file, line and rule', async () => {
    const file = join(folder, 'rusak.yaml')
    writeFileSync(file, LKE_TEXT.replace('min: 18.25', 'min: -1').replace('weight: 22.5', 'weight: 22'))
    const { code, out, err } = await check(file)
    expect([code, out]).toEqual([2, ''])
    const lines = err.trimEnd().split('\n')
    expect(lines.map(line => line.replace(`${file}:`, '').replace(/^\d+: /, ''))).toEqual([
      'WBK, ambang B.I: ambang tidak boleh di bawah nol. [threshold-out-of-range]',
      'B: bobot di bawahnya berjumlah 39,5, bukan 40. [weight-sum]',
      'B.I: bobot di bawahnya berjumlah 22,5, bukan 22. [weight-sum]',
      '3 kesalahan.',
    ])
  })

  it('says when there is no such file', async () => {
    expect(await check(join(folder, 'tidak-ada.yaml'))).toMatchObject({ code: 2, out: '' })
  })
})
