import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/project-root'
import { tableOf, type Figure } from './figures'
import { measureAgreements } from './measures/agreements'
import { measureComparison } from './measures/comparison'
import { measureDeciding } from './measures/deciding'
import { measureFindings } from './measures/findings'
import { measureImporting } from './measures/importing'
import { measureOpening } from './measures/opening'
import { measureRegion } from './measures/region'
import { measureReport } from './measures/report'
import { measureSaving } from './measures/saving'
import { measureStart } from './measures/start'
import { measureWholePage } from './measures/whole-page'
import type { BenchPlaces } from './places'
import { makeWorld } from './world'

const MEASURES: Readonly<Record<string, (places: BenchPlaces) => Promise<Figure[]>>> = {
  a: measureWholePage,
  b: measureSaving,
  c: measureOpening,
  d: measureReport,
  e: measureStart,
  f: measureDeciding,
  g: measureComparison,
  h: measureRegion,
  i: measureAgreements,
  j: measureImporting,
  k: measureFindings,
}

/** `npm run bench`, or a part of it: `npm run bench -- a d`. */
async function main(chosen: readonly string[]): Promise<void> {
  const unknown = chosen.filter(name => !(name in MEASURES))
  if (unknown.length > 0)
    throw new Error(`No measure ${unknown.join(', ')}; there are ${Object.keys(MEASURES).join(', ')}.`)
  const kept = join(projectRoot, 'var/bench')
  mkdirSync(kept, { recursive: true })
  const folder = mkdtempSync(join(kept, 'run-'))
  const loadBefore = loadavg()
  const figures: Figure[] = []
  try {
    const ours = await makeWorld(join(folder, 'ours'))
    cpSync(ours.dataDir, join(folder, 'floor'), { recursive: true })
    const places = { folder, ours, floor: { ...ours, dataDir: join(folder, 'floor') } }
    for (const [name, measure] of Object.entries(MEASURES)) {
      if (chosen.length > 0 && !chosen.includes(name)) continue
      process.stderr.write(`Measuring ${name} …\n`)
      figures.push(...(await measure(places)))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const machine = {
    cpu: cpus()[0]?.model.trim(),
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
    loadBefore,
    loadAfter: loadavg(),
  }
  const at = new Date().toISOString()
  const file = join(kept, `${at.replace(/[:.]/g, '-')}.json`)
  writeFileSync(file, `${JSON.stringify({ at, machine, figures }, null, 2)}\n`)
  const load = (numbers: readonly number[]) => (numbers[0] ?? 0).toFixed(1)
  process.stdout.write(
    `${tableOf(figures)}\n\n${machine.cores} × ${machine.cpu}, Node ${machine.node}; ` +
      `load ${load(machine.loadBefore)} before, ${load(machine.loadAfter)} after (the runs themselves included).\n` +
      `Written to ${file.slice(projectRoot.length + 1)}\n`,
  )
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
