import type { Recommendation } from '../engine/recommendation/recommendation'
import type { SheetSeat } from '../engine/stages/turns'
import { canonicalJson, sha256Of } from '../frozen/canonical-json'
import type { FrozenColumn, FrozenPerson } from '../frozen/frozen-document'

export const SEAL_FORMAT = 'zona-integritas/segel/1'
export const EXPORT_FORMAT = 'zona-integritas/hasil-bersegel/1'

/**
 * What is sealed: the outcome, and by their SHA-256 everything it rests on. Contents of evidence stand here as hashes
 * alone, so that a file can later be redacted by an audited act without breaking the seal.
 */
export interface SealDocument {
  readonly format: typeof SEAL_FORMAT
  readonly code: string
  readonly assessment: { readonly id: string; readonly targetPredicate: string; readonly areaGates: string }
  readonly satker: { readonly id: string; readonly code: string; readonly name: string }
  readonly cycle: { readonly id: string; readonly year: number; readonly title: string }
  readonly instrument: { readonly code: string; readonly version: number; readonly checksum: string }
  /** Every worksheet in the order they were made. */
  readonly worksheets: readonly {
    readonly id: string
    readonly seat: SheetSeat
    readonly round: number
    readonly sha256: string
  }[]
  /** SHA-256 of every stored content that a handed-in worksheet of the satker names, sorted. */
  readonly evidence: readonly string[]
  /** The evaluated score: the dalnis' frozen worksheet, as it claims. */
  readonly evaluated: FrozenColumn
  readonly prerequisites: readonly { readonly id: string; readonly value: string | null }[]
  readonly recommendation: { readonly value: Recommendation; readonly grounds: string }
  readonly finalised: { readonly by: FrozenPerson; readonly at: string }
}

/** A sealed result as it is handed on: the seal with its signature, and the worksheets that it names. */
export interface SealedExport {
  readonly format: typeof EXPORT_FORMAT
  readonly seal: SealDocument
  readonly sha256: string
  /** Ed25519 over the canonical JSON of `seal`, base64. */
  readonly signature: string
  /** SPKI, base64. */
  readonly publicKey: string
  readonly worksheets: readonly { readonly id: string; readonly document: unknown }[]
}

/** The faults of an export, in words; empty when it is whole, signed by one of the trusted keys and unchanged. */
export function faultsOfExport(
  exported: SealedExport,
  isSigned: (text: string, signature: string, publicKey: string) => boolean,
  trusted: readonly string[],
): string[] {
  const text = canonicalJson(exported.seal)
  const faults: string[] = []
  if (sha256Of(text) !== exported.sha256) faults.push('Isi segel tidak sesuai dengan SHA-256-nya.')
  if (!isSigned(text, exported.signature, exported.publicKey)) faults.push('Tanda tangan segel tidak sah.')
  if (!trusted.includes(exported.publicKey))
    faults.push('Segel ditandatangani dengan kunci yang bukan milik instalasi ini.')
  const given = new Map(exported.worksheets.map(sheet => [sheet.id, sheet.document]))
  for (const { id, seat, round, sha256 } of exported.seal.worksheets) {
    const document = given.get(id)
    if (document === undefined) faults.push(`Lembar ${seat} putaran ${round} tidak ada di berkas.`)
    else if (sha256Of(canonicalJson(document)) !== sha256)
      faults.push(`Lembar ${seat} putaran ${round} tidak sesuai dengan SHA-256-nya.`)
  }
  if (exported.worksheets.length !== exported.seal.worksheets.length)
    faults.push('Berkas memuat lembar yang tidak disebut segel.')
  return faults
}
