import { Invalid } from '../refusals'
import { formatBytes } from '../web/format/number'
import type { EvidenceFilesRepository } from './evidence-files.repository'

/** The form around the files; a request no longer than this is measured when its files are known. */
const FORM_BYTES = 1024 * 1024

/** How many bytes of evidence one satker may keep, over all cycles; the same content counts once. */
export class SatkerQuota {
  constructor(
    private readonly files: EvidenceFilesRepository,
    /** 0: no limit. */
    private readonly maxBytes: number,
  ) {}

  /** Throws Invalid when a request of this length cannot fit, before it is received. */
  async requireRoomFor(satkerId: string, requestBytes: number): Promise<void> {
    const bytes = requestBytes - FORM_BYTES
    if (this.maxBytes === 0 || bytes <= 0) return
    const { used } = await this.files.stored(satkerId, [])
    if (used + bytes > this.maxBytes) throw this.full(used)
  }

  /** Throws Invalid when new files do not fit; inside the transaction that names them. */
  async requireRoom(
    satkerId: string,
    files: readonly { readonly sha256: string; readonly size: number }[],
  ): Promise<void> {
    if (this.maxBytes === 0 || files.length === 0) return
    const sizes = new Map(files.map(({ sha256, size }) => [sha256, size]))
    const { used, known } = await this.files.stored(satkerId, [...sizes.keys()])
    const more = [...sizes.values()].reduce((sum, size) => sum + size, 0) - known
    if (more > 0 && used + more > this.maxBytes) throw this.full(used)
  }

  private full(used: number): Invalid {
    const message =
      `Ruang berkas satker tidak cukup: terpakai ${formatBytes(used)} dari ${formatBytes(this.maxBytes)}. ` +
      'Perkecil berkas atau pakai bukti yang sudah ada di rak; bila tetap kurang, mintalah administrator pusat menambah ruang.'
    return new Invalid(message, { files: message })
  }
}
