import { create } from 'content-disposition'
import { fileKinds, type FileKind } from './file-kinds'

const MAX_BYTES = 200
/** Of a longer name only its end is looked at: a sender may write thousands of characters. */
const MAX_GIVEN = 1024
const NAMELESS = 'berkas'
/** Control characters, line and paragraph separators, zero-width and bidirectional marks: they hide or turn a name. */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu
const LONE_SURROGATE = /\p{Surrogate}/gu
const FORBIDDEN = /[<>:"|?*]/g

/** Extensions of things this house never keeps: in a name they are a mistake or a disguise. */
const MISLEADING = [
  'exe',
  'com',
  'bat',
  'cmd',
  'msi',
  'scr',
  'js',
  'html',
  'htm',
  'svg',
  'zip',
  'docm',
  'xlsm',
  'pptm',
]
const REPLACEABLE = new Set([...Object.values(fileKinds).flatMap(facts => facts.extensions), ...MISLEADING])

/** A name to show and to download under: no path, nothing invisible, at most 200 bytes in UTF-8, never empty. */
export function safeName(given: string): string {
  const base = given.slice(-MAX_GIVEN).normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  const clean = base
    .replace(LONE_SURROGATE, '')
    .replace(INVISIBLE, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/g, ' ')
  return shortened(withoutEdges(clean) || NAMELESS)
}

/** The last extension in lower case without its dot; empty when there is none. */
export function extensionOf(name: string): string {
  return /\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** The name with the extension its content calls for: a wrong one is replaced, a missing one added. */
export function nameForKind(name: string, kind: FileKind): string {
  const { extensions } = fileKinds[kind]
  const own = extensionOf(name)
  if (extensions.includes(own)) return name
  const stem = REPLACEABLE.has(own) ? name.slice(0, -own.length - 1) : name
  return shortened(`${stem}.${extensions[0]}`)
}

/** A Content-Disposition header after RFC 6266, with an ASCII fallback beside the UTF-8 name. */
export function contentDisposition(type: 'inline' | 'attachment', name: string): string {
  return create(name, { type })
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name
  const extension = extensionOf(name)
  const tail = extension ? name.slice(-extension.length - 1) : ''
  const room = MAX_BYTES - Buffer.byteLength(tail)
  const stem = Buffer.from(name.slice(0, name.length - tail.length)).subarray(0, room)
  // As a stream, because the cut may fall inside a character.
  return new TextDecoder().decode(stem, { stream: true }).trimEnd() + tail
}

const EDGE = '. '

/** Without dots and spaces at both ends, in one pass. */
function withoutEdges(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && EDGE.includes(text.charAt(start))) start += 1
  while (end > start && EDGE.includes(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}
