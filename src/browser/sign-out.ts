import { clearUnsent, forget, newestUnsentOf, unsentOf } from './worksheet/outbox.js'
import { send } from './worksheet/send.js'

/** The sign-out button, on every page: asks while something typed is not on the server, and sends what it can before. */
export function enhance(element: HTMLElement): void {
  const form = element as HTMLFormElement
  const user = document.body.dataset['user'] ?? ''
  if (!user) return
  if (!document.querySelector('[data-save]')) void sendAll(user)
  form.addEventListener('submit', event => {
    if (unsentOf(user).length === 0) return
    event.preventDefault()
    ask(user, form)
  })
}

/** What an earlier page could not send; contested texts wait for their own page. */
async function sendAll(user: string): Promise<void> {
  for (const unsent of newestUnsentOf(user)) {
    const outcome = await send(unsent)
    if (outcome.kind === 'saved') forget(unsent)
    if (outcome.kind === 'unreachable' || outcome.kind === 'signed-out') return
  }
}

function ask(user: string, form: HTMLFormElement): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'panel ask'
  dialog.setAttribute('aria-labelledby', 'tanya-keluar')
  const title = document.createElement('h2')
  title.id = 'tanya-keluar'
  const text = document.createElement('p')
  const buttons = document.createElement('p')
  buttons.className = 'buttons'
  const count = (): void => {
    title.textContent = `${unsentOf(user).length} isian belum terkirim`
  }
  count()
  text.textContent = 'Bila Anda keluar sekarang, isian itu dihapus dari peramban ini.'
  buttons.append(
    button('btn btn-primary', 'Kirim dahulu', async () => {
      await sendAll(user)
      if (unsentOf(user).length === 0) return leave()
      count()
      text.textContent = 'Isian itu masih belum dapat dikirim. Bila Anda keluar sekarang, isian itu dihapus.'
    }),
    button('btn btn-bad', 'Keluar dan hapus isian', () => {
      clearUnsent(user)
      leave()
    }),
    button('btn', 'Tetap masuk', () => dialog.close()),
  )
  const leave = (): void => {
    dialog.close()
    form.dispatchEvent(new CustomEvent('leaving', { bubbles: true }))
    form.submit()
  }
  dialog.append(title, text, buttons)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

function button(className: string, label: string, act: () => void | Promise<void>): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = className
  made.textContent = label
  made.addEventListener('click', () => void act())
  return made
}
