import { FIRST_FORMAT, type FrozenDocument } from './frozen-document'

/** A stored document of any format in the shape of the newest; what an older one did not keep is null. */
export function readFrozenDocument(text: string): FrozenDocument {
  const document = JSON.parse(text) as FrozenDocument
  if (document.format !== FIRST_FORMAT) return document
  return { ...document, satker: { ...document.satker, letterhead: null }, signatories: null }
}
