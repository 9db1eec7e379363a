import type { Entry, ZipFile } from 'yauzl'
import { openPromise } from 'yauzl'
import type { FileKind } from './file-kinds'
import { UploadRefused } from './upload-refused'

const CONTENT_TYPES = '[Content_Types].xml'
const CONTENT_TYPES_MAX_BYTES = 1024 * 1024
const ENTRIES_MAX = 10_000
const MAIN_PART: readonly (readonly [FileKind, string])[] = [
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
]

/**
 * Which Office document a ZIP file is by the content types it declares; undefined for any other ZIP.
 * Macros throw UploadRefused, whatever the name says. Only the directory and one small part are read: a package that
 * declares its types twice is none.
 */
export async function officeKindOf(path: string): Promise<FileKind | undefined> {
  const zip = await openPromise(path, { autoClose: false }).catch(() => undefined)
  if (!zip) return undefined
  const types = await declaredTypes(zip)
    .catch(error => {
      if (error instanceof UploadRefused) throw error
      return undefined
    })
    .finally(() => zip.close())
  if (types === undefined) return undefined
  if (/macroEnabled|vbaProject/i.test(types)) throw macrosRefused()
  return MAIN_PART.find(([, type]) => types.includes(`"${type}"`))?.[0]
}

async function declaredTypes(zip: ZipFile): Promise<string | undefined> {
  let declaration: Entry | undefined
  let entries = 0
  for await (const entry of zip.eachEntry()) {
    if (++entries > ENTRIES_MAX) return undefined
    if (/(^|\/)vbaProject\.bin$/i.test(entry.fileName)) throw macrosRefused()
    if (entry.fileName !== CONTENT_TYPES) continue
    if (declaration) return undefined
    declaration = entry
  }
  return declaration && textOf(zip, declaration)
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string | undefined> {
  if (entry.uncompressedSize > CONTENT_TYPES_MAX_BYTES) return undefined
  const pieces: Buffer[] = []
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString('utf8')
}

const macrosRefused = () =>
  new UploadRefused('macros', 'berkas berisi makro. Simpan sebagai .docx, .xlsx, .pptx, atau PDF.')
