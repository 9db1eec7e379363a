import { readFileSync } from 'node:fs'

const UNICODE_BMP = '3.1'
const SEGMENT_FORMAT = 4

/** The characters of the Basic Multilingual Plane that a TrueType font can draw, from its `cmap` table. Throws on any other file. */
export function charactersOf(file: string): ReadonlySet<number> {
  const font = readFileSync(file)
  const cmap = tableOffset(font, 'cmap')
  for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
    const record = cmap + 4 + index * 8
    const table = cmap + font.readUInt32BE(record + 4)
    const platform = `${font.readUInt16BE(record)}.${font.readUInt16BE(record + 2)}`
    if (platform === UNICODE_BMP && font.readUInt16BE(table) === SEGMENT_FORMAT) return segments(font, table)
  }
  throw new Error(`${file} has no Unicode character map.`)
}

function tableOffset(font: Buffer, name: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + index * 16
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8)
  }
  throw new Error(`The font has no ${name} table.`)
}

/** Format 4: parallel arrays of segment ends, starts, deltas and offsets. */
function segments(font: Buffer, table: number): ReadonlySet<number> {
  const size = font.readUInt16BE(table + 6)
  const ends = table + 14
  const starts = ends + size + 2
  const found = new Set<number>()
  for (let at = 0; at < size; at += 2) {
    const start = font.readUInt16BE(starts + at)
    const end = font.readUInt16BE(ends + at)
    for (let character = start; character <= end && character !== 0xffff; character++) {
      if (glyphOf(font, starts + at, size, start, character) !== 0) found.add(character)
    }
  }
  return found
}

function glyphOf(font: Buffer, startAt: number, size: number, start: number, character: number): number {
  const delta = font.readUInt16BE(startAt + size)
  const offsetAt = startAt + 2 * size
  const offset = font.readUInt16BE(offsetAt)
  if (offset === 0) return (character + delta) & 0xffff
  const glyph = font.readUInt16BE(offsetAt + offset + 2 * (character - start))
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}
