import { element, icon } from '../worksheet/elements.js'

const MEGABYTE = 1024 * 1024
const sizes = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 })

const sizeOf = (bytes: number): string =>
  bytes < MEGABYTE ? `${sizes.format(Math.ceil(bytes / 1024))} KB` : `${sizes.format(bytes / MEGABYTE)} MB`

interface Row {
  readonly file: File
  readonly bar: HTMLProgressElement
}

/** The chosen files with how much of each has left, and the sentences about those that were refused. */
export class UploadList {
  private readonly place: HTMLElement | null
  private rows: Row[] = []

  constructor(
    private readonly form: HTMLFormElement,
    private readonly field: HTMLInputElement,
  ) {
    this.place = form.querySelector('[data-upload-list]')
  }

  private chosen(): File[] {
    const fields = this.form.querySelectorAll<HTMLInputElement>('input[type="file"]')
    return [...fields].flatMap(field => [...(field.files ?? [])])
  }

  /** What the server would refuse for its size, so that nobody waits for a transfer in vain. */
  tooLarge(): string[] {
    const { maxBytes, maxVideoBytes } = this.form.dataset
    return this.chosen().flatMap(file => {
      const most = Number(file.type.startsWith('video/') ? maxVideoBytes : maxBytes)
      return most > 0 && file.size > most
        ? [`${file.name} ditolak: ukurannya lebih dari ${sizes.format(most / MEGABYTE)} MB.`]
        : []
    })
  }

  show(): void {
    if (!this.place) return
    this.rows = this.chosen().map(file => ({ file, bar: document.createElement('progress') }))
    this.place.replaceChildren(...this.rows.map(row => this.rowElement(row)))
    this.place.hidden = this.rows.length === 0
  }

  /** Browsers tell one number for the whole form; its files leave in their order. */
  progress(loaded: number, total: number): void {
    const bytes = this.rows.reduce((sum, { file }) => sum + file.size, 0)
    let left = total === 0 ? 0 : (loaded / total) * bytes
    for (const { file, bar } of this.rows) {
      bar.hidden = false
      bar.value = file.size === 0 ? 1 : Math.min(1, Math.max(0, left / file.size))
      left -= file.size
    }
  }

  refuse(sentences: readonly string[]): void {
    if (!this.place || sentences.length === 0) return
    this.place.hidden = false
    for (const sentence of sentences) {
      const row = element('li', 'ev refused')
      row.append(icon('octagon'), element('span', '', sentence))
      this.place.append(row)
    }
  }

  private rowElement({ file, bar }: Row): HTMLElement {
    const row = element('li', 'up')
    bar.max = 1
    bar.value = 0
    bar.hidden = true
    bar.setAttribute('aria-label', `Mengunggah ${file.name}`)
    row.append(icon('upload'), element('span', 'name', file.name), element('span', 'nw', sizeOf(file.size)))
    row.append(this.removeButton(file), bar)
    return row
  }

  private removeButton(file: File): HTMLElement {
    const button = element('button', 'act', 'Buang') as HTMLButtonElement
    button.type = 'button'
    button.setAttribute('aria-label', `Buang ${file.name}`)
    button.addEventListener('click', () => {
      for (const field of this.form.querySelectorAll<HTMLInputElement>('input[type="file"]')) {
        const kept = new DataTransfer()
        for (const other of field.files ?? []) if (other !== file) kept.items.add(other)
        field.files = kept.files
      }
      this.show()
      this.field.focus()
    })
    return button
  }
}
