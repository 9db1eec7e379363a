import { escapeHtml, SafeHtml } from '../html'

/** Two texts of one field, saved by two people; nothing is overwritten until somebody chooses. */
export interface Conflict {
  readonly lead: string
  readonly text: string
  readonly mine: ConflictSide
  readonly theirs: ConflictSide
}

export interface ConflictSide {
  /** `Teks Anda`, `Teks Bagas Hendrawan` */
  readonly author: string
  /** `belum tersimpan`, `tersimpan 10.41` */
  readonly state: string
  readonly text: SafeHtml
  /** The button that keeps this text: its words, and the name and value it posts. */
  readonly button: { readonly label: string; readonly name: string; readonly value: string }
}

/** Longer texts are compared by their ends only: the table of the comparison grows with the product of both. */
const MAX_WORDS = 1500

/** Both texts with the words marked that the other one does not have in that place. */
export function markDifferences(mine: string, theirs: string): [SafeHtml, SafeHtml] {
  const left = words(mine)
  const right = words(theirs)
  const shared = sharedWords(left, right)
  return [marked(left, shared.left), marked(right, shared.right)]
}

function words(text: string): string[] {
  return text.split(/(\s+)/).filter(Boolean)
}

interface Shared {
  readonly left: Set<number>
  readonly right: Set<number>
}

/** Positions of a longest common run of words; equal beginnings and ends are taken first. */
function sharedWords(left: readonly string[], right: readonly string[]): Shared {
  const shared: Shared = { left: new Set(), right: new Set() }
  const keep = (l: number, r: number): void => void (shared.left.add(l), shared.right.add(r))
  let start = 0
  while (start < left.length && start < right.length && left[start] === right[start]) keep(start, start++)
  let leftEnd = left.length
  let rightEnd = right.length
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1])
    keep(--leftEnd, --rightEnd)
  if (leftEnd - start > MAX_WORDS || rightEnd - start > MAX_WORDS) return shared
  for (const [l, r] of longestCommon(left.slice(start, leftEnd), right.slice(start, rightEnd)))
    keep(l + start, r + start)
  return shared
}

function longestCommon(left: readonly string[], right: readonly string[]): [number, number][] {
  const width = right.length + 1
  const lengths = new Uint16Array((left.length + 1) * width)
  const at = (l: number, r: number): number => lengths[l * width + r] ?? 0
  for (let l = left.length - 1; l >= 0; l--) {
    for (let r = right.length - 1; r >= 0; r--) {
      lengths[l * width + r] =
        left[l] === right[r] ? at(l + 1, r + 1) + 1 : Math.max(at(l + 1, r), at(l, r + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let l = 0, r = 0; l < left.length && r < right.length;) {
    if (left[l] === right[r]) pairs.push([l++, r++])
    else if (at(l + 1, r) >= at(l, r + 1)) l++
    else r++
  }
  return pairs
}

function marked(text: readonly string[], shared: ReadonlySet<number>): SafeHtml {
  const runs: { text: string; shared: boolean }[] = []
  text.forEach((word, index) => {
    const last = runs.at(-1)
    if (last?.shared === shared.has(index)) last.text += word
    else runs.push({ text: word, shared: shared.has(index) })
  })
  return new SafeHtml(runs.map(printRun).join(''))
}

function printRun(run: { text: string; shared: boolean }): string {
  const text = escapeHtml(run.text)
  return run.shared ? text : `<mark>${text}</mark>`
}
