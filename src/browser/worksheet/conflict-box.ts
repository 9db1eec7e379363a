import type { ConflictJson } from '../../worksheets/saved-json.js'
import { element, icon } from './elements.js'

export interface Ways {
  readonly mine: () => void
  readonly theirs: () => void
  /** Null where two contents do not merge. */
  readonly merge: (() => void) | null
}

/** Both contents side by side and the ways out; it stays until one is taken. */
export function showConflict(place: Element, { words }: ConflictJson, ways: Ways): void {
  const box = element('div', 'note-box clash')
  box.setAttribute('role', 'alert')
  const text = element('p', '')
  text.append(element('b', '', words.lead), ' Tidak ada yang hilang; pilih yang dipakai.')
  box.append(icon('clash'), text)
  const versus = element('div', 'versus')
  versus.append(
    side('Isian Anda · belum tersimpan', words.mine, 'Pakai isian saya', ways.mine),
    side(
      `Isian ${words.theirName} · ${words.theirState}`,
      words.theirs,
      `Pakai isian ${words.theirName}`,
      ways.theirs,
    ),
  )
  const merge = ways.merge && button('act', 'Gabungkan keduanya lalu sunting', ways.merge)
  place.replaceChildren(box, versus, ...(merge ? [merge] : []))
}

function side(heading: string, markup: string, label: string, take: () => void): HTMLElement {
  const made = element('div', '')
  const text = element('p', '')
  text.innerHTML = markup
  made.append(element('h4', '', heading), text, button('btn btn-s', label, take))
  return made
}

function button(className: string, label: string, act: () => void): HTMLElement {
  const made = element('button', className, label) as HTMLButtonElement
  made.type = 'button'
  made.addEventListener('click', act)
  return made
}
