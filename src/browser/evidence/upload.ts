import { element } from '../worksheet/elements.js'
import { cleanErrors, showErrors } from './field-errors.js'
import { sendForm, type Sending, type Sent } from './send-form.js'
import { UploadList } from './upload-list.js'

/** What the page around a form learns when its evidence was kept. */
export const SAVED = 'evidence-saved'

const OFFLINE = 'Pengiriman terputus. Isian dan berkas masih ada di sini; kirim lagi bila jaringan pulih.'
const SIGNED_OUT = 'Sesi berakhir. Masuk lagi di tab lain, muat ulang halaman ini, lalu pilih berkasnya lagi.'

/** A form with files: dropping, progress, cancelling, and faults beside their fields. Without a script it is a plain form. */
export function enhance(element_: HTMLElement): void {
  const form = element_ as HTMLFormElement
  const files = form.querySelector<HTMLInputElement>('input[type="file"][name="files"]')
  if (!files) return
  acceptDrops(form, files)
  new Uploader(form, files).start()
}

/** Puts dropped files into the field, so that the form sends them as if they had been chosen. */
export function putFiles(field: HTMLInputElement, files: FileList): void {
  const chosen = new DataTransfer()
  for (const file of field.multiple ? [...(field.files ?? []), ...files] : [...files].slice(0, 1))
    chosen.items.add(file)
  field.files = chosen.files
  field.dispatchEvent(new Event('change', { bubbles: true }))
}

export const carriesFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false

function acceptDrops(form: HTMLFormElement, field: HTMLInputElement): void {
  const zone = form.querySelector<HTMLElement>('[data-drop]') ?? form
  form.addEventListener('dragover', event => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    event.stopPropagation()
    zone.classList.add('is-over')
  })
  form.addEventListener('dragleave', () => zone.classList.remove('is-over'))
  form.addEventListener('drop', event => {
    if (!carriesFiles(event) || !event.dataTransfer) return
    event.preventDefault()
    event.stopPropagation()
    zone.classList.remove('is-over')
    putFiles(field, event.dataTransfer.files)
  })
}

class Uploader {
  private readonly list: UploadList
  private readonly state: HTMLElement | null
  private readonly submit: HTMLButtonElement | null
  private readonly cancel: HTMLButtonElement | null
  private sending: Sending | null = null

  constructor(
    private readonly form: HTMLFormElement,
    files: HTMLInputElement,
  ) {
    this.list = new UploadList(form, files)
    this.state = form.querySelector('[data-upload-state]')
    this.submit = form.querySelector('button[type="submit"]')
    this.cancel = form.querySelector('[data-upload-cancel]')
  }

  start(): void {
    this.form.addEventListener('change', () => this.list.show())
    this.form.addEventListener('submit', event => {
      event.preventDefault()
      if (!this.sending) void this.send()
    })
    this.cancel?.addEventListener('click', () => this.sending?.abort())
    window.addEventListener('beforeunload', event => {
      if (this.sending) event.preventDefault()
    })
  }

  private async send(): Promise<void> {
    cleanErrors(this.form)
    const tooLarge = this.list.tooLarge()
    if (tooLarge.length > 0) return this.refuse(tooLarge.join(' '), { files: tooLarge.join(' ') })
    this.busy(true)
    this.say('Mengunggah …')
    this.sending = sendForm(this.form, (loaded, total) => this.progress(loaded, total))
    const sent = await this.sending.done
    this.sending = null
    this.busy(false)
    this.list.show()
    this.finish(sent)
  }

  private finish(sent: Sent): void {
    switch (sent.kind) {
      case 'cancelled':
        return this.say('Unggahan dibatalkan. Tidak ada yang tersimpan.')
      case 'unreachable':
        return this.refuse(OFFLINE)
      case 'signed-out':
        return this.refuse(SIGNED_OUT)
      case 'refused':
        return this.refuse(sent.message, sent.fields)
      case 'saved':
        return this.saved(sent)
    }
  }

  private saved(sent: Extract<Sent, { kind: 'saved' }>): void {
    const { refused, href } = sent.reply
    const heard = !this.form.dispatchEvent(
      new CustomEvent(SAVED, { bubbles: true, cancelable: true, detail: sent.reply }),
    )
    if (refused.length === 0 && !sent.reply.hint && !heard) return window.location.assign(href)
    this.form.reset()
    this.list.show()
    this.list.refuse(refused)
    this.say(
      [refused.length > 0 ? 'Tersimpan tanpa berkas yang ditolak.' : 'Bukti tersimpan.', sent.reply.hint]
        .filter(Boolean)
        .join(' '),
    )
    if (heard) return
    const link = element('a', 'act', 'Lihat yang tersimpan') as HTMLAnchorElement
    link.href = href
    this.state?.append(' ', link)
  }

  private refuse(message: string, fields: Readonly<Record<string, string>> = {}): void {
    this.say('')
    showErrors(this.form, message, fields)
  }

  private progress(loaded: number, total: number): void {
    const percent = total === 0 ? 0 : Math.floor((loaded / total) * 100)
    this.list.progress(loaded, total)
    this.say(percent < 100 ? `Mengunggah ${percent}%` : 'Memeriksa dan menyimpan …')
  }

  private busy(busy: boolean): void {
    this.form.toggleAttribute('data-sending', busy)
    if (this.submit) this.submit.disabled = busy
    if (!this.cancel) return
    this.cancel.hidden = !busy
    // The button that was pressed has gone dark or away; the focus must not fall to the page.
    if (busy) this.cancel.focus()
    else this.submit?.focus()
  }

  private say(text: string): void {
    if (this.state && this.state.textContent !== text) this.state.textContent = text
  }
}
