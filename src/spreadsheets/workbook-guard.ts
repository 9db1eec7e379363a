import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { TableRefused } from './table'

const ENTRIES_MAX = 200
const ENTRY_MAX_BYTES = 10 * 1024 * 1024
const TOTAL_MAX_BYTES = 20 * 1024 * 1024

/**
 * Looks through an XLSX file before any parser does, unpacking it as a stream to its true size.
 * Throws TableRefused for a bomb (more than 200 parts, 10 MB in one, 20 MB in all), macros, and links to other files.
 */
export async function guardWorkbook(path: string): Promise<void> {
  try {
    await inspect(await openPromise(path))
  } catch (error) {
    if (error instanceof TableRefused) throw error
    throw new TableRefused('Berkas bukan XLSX yang utuh. Simpan ulang sebagai XLSX tanpa sandi.')
  }
}

async function inspect(zip: ZipFile): Promise<void> {
  let entries = 0
  let total = 0
  for await (const entry of zip.eachEntry()) {
    entries += 1
    if (entries > ENTRIES_MAX) throw tooLarge()
    if (/vbaProject|macrosheets\//i.test(entry.fileName))
      throw new TableRefused('Berkas berisi makro. Simpan ulang sebagai XLSX.')
    if (/(^|\/)externalLinks\//i.test(entry.fileName)) throw linked()
    total += await unpackedBytes(zip, entry, Math.min(ENTRY_MAX_BYTES, TOTAL_MAX_BYTES - total))
  }
}

async function unpackedBytes(zip: ZipFile, entry: Entry, limit: number): Promise<number> {
  if (entry.uncompressedSize > limit) throw tooLarge()
  const relationships: Buffer[] = []
  let size = 0
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    size += (piece as Buffer).length
    if (size > limit) throw tooLarge()
    if (entry.fileName.endsWith('.rels')) relationships.push(piece as Buffer)
  }
  if (pointsOutside(Buffer.concat(relationships).toString('utf8'))) throw linked()
  return size
}

/** Hyperlinks are harmless text to us; every other relationship to the outside is not. */
function pointsOutside(relationships: string): boolean {
  const elements = relationships.match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? []
  return elements.some(
    element => /TargetMode\s*=\s*["']External/i.test(element) && !/\/hyperlink["']/i.test(element),
  )
}

const tooLarge = () =>
  new TableRefused('Berkas XLSX terlalu besar bila dibuka. Hapus lembar dan gambar yang tidak perlu.')
const linked = () => new TableRefused('Berkas bertaut ke berkas lain. Putuskan tautannya lalu simpan ulang.')
