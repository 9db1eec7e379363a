import { proofWords } from '../assessments/step-words'
import type { Flag } from '../engine/scoring/score'
import { FLAG_WORDS, NATURE_WORDS } from '../web/components/evidence'

/** A flag in words: its kind, what was seen and how to clear it. It asks, and accuses nobody. */
export interface FlagWords {
  readonly lead: string
  readonly text: string
}

export function flagWords(flag: Flag): FlagWords {
  return { lead: FLAG_WORDS[flag.kind], text: `${seen(flag)} ${toClear(flag.toClear)}`.trim() }
}

function seen({ kind, seen: { pieces, natures } }: Flag): string {
  if (kind === 'unsupported') return 'Nilai diisi, tetapi belum ada bukti.'
  if (kind === 'document-only')
    return pieces === 1
      ? 'Satu-satunya bukti adalah dokumen formal.'
      : `${pieces} bukti, semuanya dokumen formal.`
  const words = natures.map(nature => NATURE_WORDS[nature].text.toLowerCase())
  return `Bukti yang ada: ${list(words)}; hasilnya belum terlihat.`
}

function toClear(lacking: Flag['toClear']): string {
  const proof = proofWords(lacking)
  const example = lacking.nature === 'outcome' ? ', misalnya angka sebelum dan sesudah' : ''
  return proof && `Tunjukkan ${proof}${example}.`
}

const list = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} dan ${words.at(-1)}`
