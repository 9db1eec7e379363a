import { lookup } from '../engine/instrument/lookup'
import { score } from '../engine/scoring/score-worksheet'
import type { LoadedInstrument } from '../instruments/instrument-yaml'
import { EXIT, type CommandIo } from './command-io'
import { loadInstrumentFile, textOf } from './instrument-file'
import { ScoreFaults } from './score-faults'
import { openScoreFile, readAnswers, readAreaGates, readEvidence } from './score-input'
import { readJson } from './score-json'
import type { ScoreObject } from './score-object'
import { scoreOutput } from './score-output'

/**
 * Scores the worksheet in a JSON file and prints one JSON object. Exit code 0; or 2 with every fault on stderr and nothing
 * on stdout when the file is not of the form it should have.
 */
export async function scoreCommand(file: string, io: CommandIo): Promise<number> {
  const faults = new ScoreFaults(file)
  const output = await scoreFile(file, faults)
  if (!output || faults.any) {
    faults.lines().forEach(line => io.stderr(line))
    return EXIT.malformed
  }
  io.stdout(`${JSON.stringify(output, null, 2)}\n`)
  return EXIT.done
}

async function scoreFile(file: string, faults: ScoreFaults) {
  const text = await textOf(file)
  if (text === null) return faults.add(1, 'berkas tidak dapat dibaca.')
  const reading = readJson(text)
  if (!reading.ok) {
    const problem = { syntax: 'bukan JSON yang sah.', 'too-deep': 'susunan JSON terlalu dalam.' }
    return faults.add(reading.line, problem[reading.reason])
  }
  const top = openScoreFile(reading.node, faults)
  if (!top) return
  const instrument = await loadNamedInstrument(top)
  const places = instrument && lookup(instrument)
  const areaGates = readAreaGates(top)
  const answers = readAnswers(top, places)
  const uses = readEvidence(top, places)
  if (!instrument || faults.any) return
  return scoreOutput(instrument, answers, uses, score(instrument, answers, uses, { areaGates }))
}

async function loadNamedInstrument(top: ScoreObject) {
  const reference = top.text('instrument')
  if (reference === null) return null
  const line = top.node('instrument')?.line ?? 1
  const loaded: LoadedInstrument | null = await loadInstrumentFile(reference)
  if (loaded?.ok) return loaded.instrument
  if (!loaded) top.faults.add(line, `instrumen "${reference}" tidak ada.`)
  for (const fault of loaded?.faults ?? []) {
    top.faults.add(line, `instrumen ${fault.file}:${fault.line}: ${fault.message}`)
  }
  return null
}
