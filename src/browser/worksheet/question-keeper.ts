import type { ConflictJson, StatusJson } from '../../worksheets/saved-json.js'
import { showConflict } from './conflict-box.js'
import { statusElement } from './elements.js'
import { inputsSent, readContent, showMessage, showRefusals, writeContent, type Content } from './fields.js'
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

  constructor(
    readonly row: HTMLElement,
    private readonly place: Place,
  ) {
    this.grounds = {
      value: groundOf(Number(row.dataset['valueVersion']), inputsSent(row)),
      note: groundOf(Number(row.dataset['noteVersion'])),
    }
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
    for (const input of this.row.querySelectorAll<HTMLInputElement>('input[data-input]')) input.value = ''
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
    const outcome = await send(unsent)
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
        if (outcome.reply.scored) showScored(outcome.reply.scored)
        if (field === 'value') showRefusals(this.row, {})
        else this.showPeek()
        this.showSaved(outcome.reply.savedAt, outcome.reply.scored?.question.status ?? null)
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
    const { version, note = '', value } = reply.current
    const mine = pending.unsent.content
    const inputs = standingInputs(value?.inputs ?? null, pending.unsent)
    const theirs: Content =
      field === 'note' ? { note } : inputs ? { inputs } : { option: value?.option ?? '' }
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

  private showSaved(at: string, own: StatusJson | null): void {
    if (this.state === 'waiting') showMessage(this.row, '')
    if (this.row.classList.contains('is-clash')) return
    const other = [...this.pending.values()].some(({ held }) => held)
    if (other) return this.show('held', UNSAVED)
    if (!this.hasMore()) showMessage(this.row, '')
    this.show('idle', own ?? { tone: 'mut', icon: 'tick', text: `Tersimpan ${at}` }, at)
  }

  private showPeek(): void {
    const peek = this.row.querySelector('.peek')
    if (peek) peek.textContent = (this.row.querySelector('textarea')?.value ?? '').slice(0, 120)
  }

  private show(state: KeeperState, status: StatusJson, savedAt?: string): void {
    this.state = state
    this.row.querySelector('[data-status]')?.replaceChildren(statusElement(status))
    this.place.changed(savedAt)
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
