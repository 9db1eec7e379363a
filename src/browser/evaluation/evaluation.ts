import { enhanceKeys } from './keys.js'
import { noteIn, showRefusals } from '../worksheet/fields.js'
import { showPieces } from './pieces.js'
import { QuestionPages } from './question-pages.js'
import { openSaving, type Saving } from './saving.js'

/** The evaluator's page: saves by itself, and brings one question after the other without loading the page anew. */
export function enhance(root: HTMLElement): void {
  const place = root.querySelector<HTMLElement>('[data-desk]')
  if (!place) return
  root.classList.add('is-live')
  const saving = openSaving(root)
  const pages = new QuestionPages(place, {
    before: code => saving?.rest(code) ?? Promise.resolve(),
    shown: row => open(row),
  })
  const open = (row: HTMLElement): void => {
    showPieces(row)
    saving?.take(row)
  }
  const first = pages.row
  if (first) open(first)
  root.addEventListener('click', event => follow(event, pages))
  root.addEventListener('submit', event => submitted(event, pages, saving))
  enhanceKeys(root, pages, () => void saveAndGo(pages, saving))
}

/** Links to other questions of the sheet; with a modifier they open elsewhere, as links do. */
function follow(event: MouseEvent, pages: QuestionPages): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-go]')
  if (!link) return
  event.preventDefault()
  void pages.go(link.href)
}

function submitted(event: SubmitEvent, pages: QuestionPages, saving: Saving | null): void {
  const form = event.target as HTMLFormElement
  const button = event.submitter as HTMLButtonElement | null
  if (form.dataset['ruling'] !== undefined) {
    event.preventDefault()
    const reason = form.querySelector('textarea')?.value ?? ''
    saving?.rule(form.dataset['ruling'], button?.value || null, reason)
  }
  if (form.dataset['judgement'] === undefined) return
  event.preventDefault()
  if (button?.dataset['insertPhrase'] !== undefined) insertPhrase(form)
  else if (button?.dataset['go'] !== undefined) void saveAndGo(pages, saving)
  else void saving?.rest()
}

/** Under what stands in the note; typing goes on after it. */
function insertPhrase(form: HTMLFormElement): void {
  const note = noteIn(form)
  const phrase = form.querySelector<HTMLSelectElement>('select')?.selectedOptions[0]?.text ?? ''
  if (!note || !phrase) return
  note.value = [note.value.trimEnd(), phrase].filter(Boolean).join('\n')
  note.focus()
  note.dispatchEvent(new Event('input', { bubbles: true }))
}

/** On to the next question once this one is saved; one that lacks its reason or its value stays. */
async function saveAndGo(pages: QuestionPages, saving: Saving | null): Promise<void> {
  await saving?.rest()
  const { row } = pages
  const need = row?.querySelector<HTMLElement>('[data-need]')
  const lacking = need?.dataset['need'] ?? ''
  if (row && need && lacking !== '') {
    showRefusals(row, { [lacking]: need.dataset['needWords'] ?? '' })
    return (
      lacking === 'note' ? noteIn(row) : row.querySelector<HTMLElement>('[name="option"], [data-input]')
    )?.focus()
  }
  const next = row?.querySelector<HTMLAnchorElement>('a[data-go="next"]')
  if (next) await pages.go(next.href)
}
