import { readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createPublicKey } from 'node:crypto'
import type { Config } from '../config'
import { paths } from '../paths'
import { EXPORT_FORMAT, faultsOfExport, type SealedExport } from '../results/seal-document'
import { isSigned, printedSealCode, sealKeyIn } from '../results/seal-key'
import { EXIT, type CommandIo } from './command-io'

/**
 * Checks an exported result against its hashes, its signature and the key of this installation (or a public key in PEM).
 * Exit code 0 when it is whole and unchanged, 1 with every fault on stderr when not, 2 when the file is no such export.
 */
export async function verifyCommand(
  { file, key }: { readonly file: string; readonly key?: string | undefined },
  config: Config,
  io: CommandIo,
): Promise<number> {
  const exported = await readExport(file)
  if (!exported) {
    io.stderr(`${file}: bukan berkas hasil bersegel.\n`)
    return EXIT.malformed
  }
  const trusted = await trustedKey(key, config)
  if (trusted === null) {
    io.stderr('Kunci tidak ada. Jalankan di instalasi yang menyegel, atau sebutkan --key KUNCI.pem.\n')
    return EXIT.failed
  }
  const faults = faultsOf(exported, trusted)
  for (const fault of faults) io.stderr(`${fault}\n`)
  if (faults.length > 0) {
    io.stderr(`${file}: DITOLAK. Berkas ini tidak sama dengan yang disegel.\n`)
    return EXIT.failed
  }
  const { seal, sha256 } = exported
  io.stdout(
    `${file}: SAH\n${seal.satker.name}, ${seal.cycle.year}: ${seal.recommendation.value}\n` +
      `Kode ${printedSealCode(seal.code)}, SHA-256 ${sha256}\nTanyakan di ${paths.verification()} apakah segel ini masih berlaku.\n`,
  )
  return EXIT.done
}

/** Shapes that canonical JSON does not know (fractions, undefined) are a change as well. */
function faultsOf(exported: SealedExport, trusted: string): string[] {
  try {
    return faultsOfExport(exported, isSigned, [trusted])
  } catch (error) {
    return [`Isi berkas tidak dapat diperiksa: ${error instanceof Error ? error.message : String(error)}.`]
  }
}

async function readExport(file: string): Promise<SealedExport | null> {
  try {
    const content = JSON.parse(await readFile(file, 'utf8')) as Partial<SealedExport> | null
    const whole =
      content?.format === EXPORT_FORMAT &&
      typeof content.sha256 === 'string' &&
      typeof content.signature === 'string' &&
      typeof content.publicKey === 'string' &&
      Array.isArray(content.worksheets) &&
      Array.isArray(content.seal?.worksheets)
    return whole ? (content as SealedExport) : null
  } catch {
    return null
  }
}

async function trustedKey(key: string | undefined, { sealKeyFile }: Config): Promise<string | null> {
  if (key !== undefined) {
    try {
      const pem = await readFile(key, 'utf8')
      return createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64')
    } catch {
      return null
    }
  }
  return existsSync(sealKeyFile) ? sealKeyIn(sealKeyFile).publicKey : null
}
