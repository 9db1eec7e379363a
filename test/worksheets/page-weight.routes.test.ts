import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { paths } from '../../src/paths'
import { projectRoot } from '../../src/project-root'
import { answerAll } from '../assessments/filled'
import { transpiledBrowserModules } from '../journeys/browser-modules'
import { openFilling, type Filling } from './filling'

const BUDGET = 100 * 1024
const SERVED = ['.css', '.js', '.svg']

/** Bytes of a folder once each file is packed by itself, as it is served. */
const packed = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => SERVED.includes(extname(file)))
    .map(file => gzipSync(readFileSync(join(folder, file))).length)
    .reduce((total, bytes) => total + bytes, 0)

describe('a part of the worksheet on a first visit', () => {
  let filling: Filling
  let modules: string

  beforeAll(async () => {
    modules = transpiledBrowserModules()
    filling = await openFilling()
    await answerAll(filling.house, filling.assessment, filling.person.id)
  })
  afterAll(async () => {
    await filling.house.close()
    rmSync(modules, { recursive: true })
  })

  it('weighs at most 100 KB packed with every style, icon and module, all answered and proven', async () => {
    const { chair, assessment } = filling
    const beside = ['views/styles', 'views/static'].map(folder => packed(join(projectRoot, folder)))
    const assets = packed(modules) + beside.reduce((total, bytes) => total + bytes, 0)
    for (const part of ['1', '2', '3', '4', '5', '6', 'B']) {
      const { text, status } = await chair.get(paths.worksheetPart(assessment.id, part))
      expect(status).toBe(200)
      expect({ part, over: Math.max(0, assets + gzipSync(text).length - BUDGET) }).toEqual({ part, over: 0 })
    }
  })
})
