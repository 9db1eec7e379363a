import { element } from '../worksheet/elements.js'
import { showScored } from '../worksheet/show-scored.js'
import type { SavedEvidence } from './send-form.js'
import { carriesFiles, enhance as enhanceUpload, putFiles, SAVED } from './upload.js'

let open: Panel | null = null

/** The evidence of one question: files dropped on the question, or the link "Bukti", open its form in place. */
export function enhance(list: HTMLElement): void {
  const question = list.closest<HTMLElement>('[data-question]')
  const address = list.dataset['add']
  if (!question || !address) return
  question.addEventListener('dragover', event => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    question.classList.add('is-over')
  })
  question.addEventListener('dragleave', event => {
    if (!question.contains(event.relatedTarget as Node | null)) question.classList.remove('is-over')
  })
  question.addEventListener('drop', event => {
    if (!carriesFiles(event) || !event.dataTransfer) return
    event.preventDefault()
    question.classList.remove('is-over')
    void openPanel(question, address, event.dataTransfer.files)
  })
  question.addEventListener('click', event => {
    const link = (event.target as Element).closest('a')
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0
    if (!plain || link?.getAttribute('href') !== address) return
    event.preventDefault()
    void openPanel(question, address, null)
  })
}

interface Panel {
  readonly address: string
  readonly box: HTMLElement
  readonly form: HTMLFormElement
}

async function openPanel(question: HTMLElement, address: string, files: FileList | null): Promise<void> {
  const panel = open?.address === address && open.box.isConnected ? open : await makePanel(question, address)
  // Signed out, closed meanwhile, or no line: the page itself says it best.
  if (!panel) return window.location.assign(address)
  const field = panel.form.querySelector<HTMLInputElement>('input[type="file"][name="files"]')
  if (files && field) putFiles(field, files)
  panel.box.scrollIntoView({ block: 'nearest' })
  const next = files ? panel.form.querySelector<HTMLElement>('input[name="nature"]') : field
  next?.focus()
}

async function makePanel(question: HTMLElement, address: string): Promise<Panel | null> {
  const page = await fetchPage(address)
  const form = page?.querySelector<HTMLFormElement>('form[data-enhance~="evidence-upload"]')
  if (!form) return null
  open?.box.remove()
  const box = element('section', 'add-panel')
  box.setAttribute('aria-label', `Unggah bukti ${question.dataset['question'] ?? ''}`)
  const more = element('a', 'act', 'Pakai bukti dari rak') as HTMLAnchorElement
  more.href = `${address}#rak`
  const close = element('button', 'btn', 'Tutup') as HTMLButtonElement
  close.type = 'button'
  form.querySelector('.buttons')?.append(close, more)
  box.append(form)
  question.append(box)
  enhanceUpload(form)
  const shut = () => {
    box.remove()
    question.querySelector<HTMLElement>(`a[href="${CSS.escape(address)}"]`)?.focus()
  }
  close.addEventListener('click', shut)
  box.addEventListener('keydown', event => {
    if (event.key === 'Escape') shut()
  })
  box.addEventListener(SAVED, event => {
    event.preventDefault()
    const reply = (event as CustomEvent<SavedEvidence>).detail
    show(reply)
    if (reply.refused.length === 0 && !reply.hint) shut()
  })
  open = { address, box, form }
  return open
}

async function fetchPage(address: string): Promise<Document | null> {
  try {
    const answer = await fetch(address, { headers: { accept: 'text/html' } })
    if (!answer.ok || answer.redirected) return null
    return new DOMParser().parseFromString(await answer.text(), 'text/html')
  } catch {
    return null
  }
}

/** The list anew, and whatever the new scores move on this page. */
function show({ question, evidence, scored }: SavedEvidence): void {
  const list = document.getElementById(`bukti-${question}`)
  if (list && evidence) {
    const fresh = new DOMParser().parseFromString(evidence, 'text/html').body.firstElementChild
    if (fresh) list.replaceChildren(...fresh.childNodes)
  }
  if (scored) showScored(scored)
}
