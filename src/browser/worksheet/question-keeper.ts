import type { ConflictJson, SavedJson, ScoredJson, StatusJson } from '../../worksheets/saved-json.js'
import { showConflict } from './conflict-box.js'
import { element, statusElement } from './elements.js'
import {
  contentOf,
  inputsSent,
  readContent,
  showMessage,
  showRefusals,
  writeContent,
  type Content,
} from './fields.js'
import { forget, keep, type Unsent } from './outbox.js'
import { send, type Outcome } from './send.js'
import { showScored } from './show-scored.js'

export type Field = 'value' | 'note'
/** `held` waits for the person: a conflict to be settled, a refused text to be changed. */
export type KeeperState = 'idle' | 'saving' | 'waiting' | 'held' | 'conflict'

export interface Place {
  readonly user: string
  readonly assessment: string
  readonly saveBase: string
  /** Called whenever the state of a question changed. */
  readonly changed: (savedAt?: string) => void
}

interface Pending {
  unsent: Unsent
  held: boolean
}

/** What is typed over: the version of a field and, of counts, the inputs that stood then. */
type Ground = Pick<Unsent, 'base' | 'was'>

const PAUSE = 800
const WAITING: StatusJson = { tone: 'warn', icon: 'clock', text: 'Menunggu jaringan' }
const UNSAVED: StatusJson = { tone: 'bad', icon: 'octagon', text: 'Belum tersimpan' }
const SAVING: StatusJson = { tone: 'info', icon: 'up', text: 'Menyimpan' }

/** Saves what is typed in one question: one request in flight, the newest text next, nothing dropped. */
export class QuestionKeeper {
  state: KeeperState = 'idle'
  private readonly grounds: Record<Field, Ground>
  private readonly pending = new Map<Field, Pending>()
  private readonly timers = new Map<Field, number>()
  private sending = false
  /** How the question stands where it does not count as answered: a saved note changes nothing about that. */
  private open: Element | null

  constructor(
    readonly row: HTMLElement,
    private readonly place: Place,
  ) {
    this.grounds = {
      value: groundOf(Number(row.dataset['valueVersion']), inputsSent(row)),
      note: groundOf(Number(row.dataset['noteVersion'])),
    }
    this.open = row.hasAttribute('data-open') ? row.querySelector('[data-status] > .st') : null
    this.open?.removeAttribute('hidden')
  }

  get code(): string {
    return this.row.dataset['question'] ?? ''
  }

  get isUnsent(): boolean {
    return this.pending.size > 0
  }

  /** The field was changed: kept in the browser at once, sent at once or after a pause in typing. */
  edited(field: Field, when: 'now' | 'after-pause'): void {
    this.settle(field, readContent(this.row, field), this.pending.get(field)?.unsent ?? this.grounds[field])
    window.clearTimeout(this.timers.get(field))
    if (when === 'now') return void this.pump()
    this.timers.set(
      field,
      window.setTimeout(() => void this.pump(), PAUSE),
    )
  }

  /** A field left without a change since its last save is not sent again. */
  left(field: Field): void {
    if (this.pending.has(field)) this.edited(field, 'now')
  }

  clear(): void {
    writeContent(this.row, { option: '' })
    this.edited('value', 'now')
  }

  /** Takes up what an earlier visit could not send. */
  restore(unsent: Unsent): void {
    writeContent(this.row, unsent.content)
    if (unsent.field === 'note')
      this.row.querySelector<HTMLDetailsElement>('.q-note')?.setAttribute('open', '')
    this.pending.set(unsent.field, { unsent, held: false })
  }

  /** Sends what is waiting, one field after the other. */
  async pump(): Promise<void> {
    if (this.sending) return
    const next = [...this.pending].find(([, { held }]) => !held)
    if (!next) return
    const [field, { unsent }] = next
    this.sending = true
    this.show('saving', SAVING)
    const outcome = await send(unsent, this.grounds[field === 'value' ? 'note' : 'value'].base)
    this.sending = false
    if (this.settled(field, unsent, outcome)) await this.pump()
  }

  private settle(field: Field, content: Content, { base, was }: Ground): void {
    const old = this.pending.get(field)?.unsent
    const unsent: Unsent = {
      user: this.place.user,
      assessment: this.place.assessment,
      question: this.code,
      field,
      ...groundOf(base, was),
      url: `${this.place.saveBase}/${encodeURIComponent(this.code)}`,
      content,
    }
    if (old && old.base !== base) forget(old)
    keep(unsent)
    this.pending.set(field, { unsent, held: false })
    this.place.changed()
  }

  /** Whether there may be more to send. */
  private settled(field: Field, sent: Unsent, outcome: Outcome): boolean {
    const now = this.pending.get(field)
    switch (outcome.kind) {
      case 'saved':
        this.grounds[field] = groundOf(outcome.reply.version, inputsAfter(outcome.reply.inputs, sent))
        forget(sent)
        this.takeIn(sent)
        if (now?.unsent === sent) this.pending.delete(field)
        else if (now) this.settle(field, readContent(this.row, field), this.grounds[field])
        if (outcome.reply.scored) this.showScore(outcome.reply.scored)
        if (field === 'value') showRefusals(this.row, {})
        this.showSaved(outcome.reply, this.takeOver(outcome.reply.newer))
        this.showPeek()
        return true
      case 'conflict':
        this.hold(field, sent)
        this.contest(field, outcome.reply)
        return true
      case 'refused':
        this.hold(field, sent)
        showRefusals(this.row, outcome.fields)
        if (Object.keys(outcome.fields).length === 0) showMessage(this.row, outcome.message)
        this.show('held', UNSAVED)
        return this.hasMore()
      case 'signed-out':
        showMessage(this.row, 'Sesi berakhir. Isian Anda tersimpan di peramban ini. ', {
          label: 'Masuk lagi',
          href: `${document.body.dataset['signIn']}?kembali=${encodeURIComponent(location.pathname + location.search)}`,
        })
        this.show('waiting', UNSAVED)
        return false
      case 'unreachable':
        this.show('waiting', WAITING)
        return false
    }
  }

  /** Inputs that somebody else changed come into the fields that nobody touched here. */
  private takeIn({ content, was, field }: Unsent): void {
    const { was: standing } = this.grounds[field]
    const untouched = Object.entries(standing ?? {}).filter(
      ([key]) =>
        content.inputs?.[key] === was?.[key] && readContent(this.row, 'value').inputs?.[key] === was?.[key],
    )
    writeContent(this.row, { inputs: Object.fromEntries(untouched) })
  }

  private hasMore(): boolean {
    return [...this.pending.values()].some(({ held }) => !held)
  }

  /** Only while nothing newer was typed. */
  private hold(field: Field, sent: Unsent): void {
    const now = this.pending.get(field)
    if (now?.unsent === sent) now.held = true
  }

  private contest(field: Field, reply: ConflictJson): void {
    const place = this.row.querySelector('[data-wide]')
    const pending = this.pending.get(field)
    if (!place || !pending) return
    pending.held = true
    this.row.classList.add('is-clash')
    const { version, note = '' } = reply.current
    const mine = pending.unsent.content
    const inputs = standingInputs(reply.current.value?.inputs ?? null, pending.unsent)
    const theirs = inputs ? { inputs } : contentOf(field, reply.current)
    const take = (content: Content): void => {
      this.row.classList.remove('is-clash')
      place.replaceChildren()
      writeContent(this.row, content)
      this.settle(field, content, groundOf(version, inputs))
    }
    showConflict(place, reply, {
      mine: () => (take(readContent(this.row, field)), void this.pump()),
      theirs: () => (take(theirs), void this.pump()),
      merge:
        field === 'note'
          ? () => {
              take({ note: `${note}\n\n${mine.note ?? ''}` })
              this.row.querySelector<HTMLDetailsElement>('.q-note')?.setAttribute('open', '')
              this.row.querySelector('textarea')?.focus()
              this.edited('note', 'after-pause')
            }
          : null,
    })
    const text = field === 'note' ? 'Catatan bentrok' : 'Jawaban bentrok'
    this.show('conflict', { tone: 'clash', icon: 'clash', text })
  }

  /** What somebody else changed in the other field; something typed there meets it when it is saved. */
  private takeOver(newer: SavedJson['newer']): string {
    if (!newer || this.pending.has(newer.field)) return ''
    writeContent(this.row, contentOf(newer.field, newer))
    const was = newer.field === 'value' ? readContent(this.row, 'value').inputs : undefined
    this.grounds[newer.field] = groundOf(newer.version, was)
    const what = newer.field === 'note' ? 'Catatan' : 'Jawaban'
    return `${what} diperbarui oleh ${newer.by || 'pengguna lain'}`
  }

  private showScore(scored: ScoredJson): void {
    showScored(scored)
    const { status } = scored.question
    this.open = status && statusElement(status)
  }

  private showSaved({ field, savedAt }: SavedJson, by: string): void {
    if (this.state === 'waiting') showMessage(this.row, '')
    if (this.row.classList.contains('is-clash')) return
    const other = [...this.pending.values()].some(({ held }) => held)
    if (other) return this.show('held', UNSAVED)
    if (!this.hasMore()) showMessage(this.row, '')
    const note = this.open && field === 'note' ? `Catatan tersimpan ${savedAt}` : ''
    const words = [note, by].filter(Boolean).map(text => element('span', 'by', text))
    const saved = this.open ?? statusElement({ tone: 'mut', icon: 'tick', text: `Tersimpan ${savedAt}` })
    this.state = 'idle'
    this.row.querySelector('[data-status]')?.replaceChildren(...words, saved)
    this.place.changed([savedAt, by].filter(Boolean).join(' · '))
  }

  private showPeek(): void {
    const peek = this.row.querySelector('.peek')
    if (peek) peek.textContent = (this.row.querySelector('textarea')?.value ?? '').slice(0, 120)
  }

  private show(state: KeeperState, status: StatusJson): void {
    this.state = state
    this.row.querySelector('[data-status]')?.replaceChildren(statusElement(status))
    this.place.changed()
  }
}

const groundOf = (base: number, was?: Ground['was']): Ground => (was ? { base, was } : { base })

/** Every input that was sent, with what stands on the server now; undefined where there are none. */
function standingInputs(
  standing: Readonly<Record<string, string>> | null,
  { content }: Unsent,
): Record<string, string> | undefined {
  return (
    content.inputs && Object.fromEntries(Object.keys(content.inputs).map(key => [key, standing?.[key] ?? '']))
  )
}

/** After a save: what was changed here stays as it was typed, everything else is as the server has it. */
function inputsAfter(
  saved: Readonly<Record<string, string>> | null,
  sent: Unsent,
): Record<string, string> | undefined {
  const standing = standingInputs(saved, sent)
  for (const [key, text] of Object.entries(sent.content.inputs ?? {}))
    if (standing && text !== sent.was?.[key]) standing[key] = text
  return standing
}
