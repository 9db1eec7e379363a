import { lookup } from '../engine/instrument/lookup'
import { round } from '../engine/exact'
import { EXIT, type CommandIo } from './command-io'
import { loadInstrumentFile } from './instrument-file'

/** Checks an instrument file and says so, or names every fault on stderr. Exit code 0 or 2. */
export async function instrumentCheckCommand(file: string, io: CommandIo): Promise<number> {
  const loaded = await loadInstrumentFile(file)
  if (!loaded) {
    io.stderr(`${file}: berkas tidak dapat dibaca.\n`)
    return EXIT.malformed
  }
  if (!loaded.ok) {
    for (const fault of loaded.faults) {
      io.stderr(`${fault.file}:${fault.line}: ${fault.message} [${fault.code}]\n`)
    }
    io.stderr(`${loaded.faults.length} kesalahan.\n`)
    return EXIT.malformed
  }
  const { instrument, checksum } = loaded
  const { questions, sections, totalWeight } = lookup(instrument)
  const weight = round(totalWeight, 2).replace('.', ',')
  io.stdout(
    `${instrument.id}: sah. ${questions.size} pertanyaan dalam ${sections.size} bagian, bobot ${weight}, ` +
      `${instrument.predicates.length} predikat, ${instrument.prerequisites.length} prasyarat.\nSHA-256 ${checksum}\n`,
  )
  return EXIT.done
}
