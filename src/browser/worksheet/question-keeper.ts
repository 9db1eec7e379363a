import { showConflict } from './conflict-box.js'
import { statusElement, type Status } from './elements.js'
import { noteIn, readContent, showMessage, showRefusals, writeContent, type Content } from './fields.js'
import { forget, keep, type Unsent } from './outbox.js'
import { send, type ConflictReply, type Outcome, type SavedReply } from './send.js'
import { showScored } from './show-scored.js'

/** `held` waits for the person: a conflict to be settled, a refused text to be changed. */
export type KeeperState = 'idle' | 'saving' | 'waiting' | 'held' | 'conflict'

export interface Place {
  readonly user: string
  readonly assessment: string
  readonly saveBase: string
  /** Called whenever the state of a question changed. */
  readonly changed: (savedAt?: string) => void
  /** Called with what the server answered, for pages that show more than the question's own score. */
  readonly saved?: (keeper: QuestionKeeper, reply: SavedReply) => void
  /** Sent along with every field. */
  readonly along?: Content
}

interface Pending {
  unsent: Unsent
  held: boolean
}

const PAUSE = 800
const WAITING: Status = { tone: 'warn', icon: 'clock', text: 'Menunggu jaringan' }
const UNSAVED: Status = { tone: 'bad', icon: 'octagon', text: 'Belum tersimpan' }
const SAVING: Status = { tone: 'info', icon: 'up', text: 'Menyimpan' }

/** Saves what is typed in one question: one request in flight, the newest text next, nothing dropped. */
export class QuestionKeeper {
  state: KeeperState = 'idle'
  private readonly versions: Record<string, number>
  private readonly pending = new Map<string, Pending>()
  private readonly timers = new Map<string, number>()
  private sending: Promise<Outcome> | null = null

  constructor(
    readonly row: HTMLElement,
    private readonly place: Place,
  ) {
    this.versions = {
      value: Number(row.dataset['valueVersion']),
      note: Number(row.dataset['noteVersion']),
      decision: Number(row.dataset['decisionVersion'] ?? 0),
    }
  }

  get code(): string {
    return this.row.dataset['question'] ?? ''
  }

  get isUnsent(): boolean {
    return this.pending.size > 0
  }

  isPending(field: string): boolean {
    return this.pending.has(field)
  }

  /** The field was changed: kept in the browser at once, sent at once or after a pause in typing. */
  edited(field: string, when: 'now' | 'after-pause'): void {
    this.say(field, readContent(this.row, field), when)
  }

  /** The same for what stands in no field, e.g. a button that was pressed. */
  say(field: string, content: Content, when: 'now' | 'after-pause' = 'now'): void {
    const base = this.pending.get(field)?.unsent.base ?? this.versions[field] ?? 0
    this.settle(field, { ...content, ...this.place.along }, base)
    window.clearTimeout(this.timers.get(field))
    if (when === 'now') return void this.pump()
    this.timers.set(
      field,
      window.setTimeout(() => void this.pump(), PAUSE),
    )
  }

  /** A field left without a change since its last save is not sent again, nor one that waits for the person. */
  left(field: string): void {
    if (this.pending.get(field)?.held === false) this.edited(field, 'now')
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

  /** Sends what is still being typed; resolves once everything was answered or has to wait. */
  async flush(): Promise<void> {
    for (const timer of this.timers.values()) window.clearTimeout(timer)
    await this.pump()
    while (this.sending) await this.sending.then(() => undefined)
  }

  /** Gives what is not on the server to another keeper of the same question, which sends it. */
  handOver(): Unsent[] {
    for (const timer of this.timers.values()) window.clearTimeout(timer)
    const unsent = [...this.pending.values()].map(pending => pending.unsent)
    this.pending.clear()
    return unsent
  }

  /** Sends what is waiting, one field after the other. */
  async pump(): Promise<void> {
    if (this.sending) return
    const next = [...this.pending].find(([, { held }]) => !held)
    if (!next) return
    const [field, { unsent }] = next
    this.show('saving', SAVING)
    this.sending = send(unsent)
    const outcome = await this.sending
    this.sending = null
    if (this.settled(field, unsent, outcome)) await this.pump()
  }

  private settle(field: string, content: Content, base: number): void {
    const old = this.pending.get(field)?.unsent
    const unsent: Unsent = {
      user: this.place.user,
      assessment: this.place.assessment,
      question: this.code,
      field,
      base,
      url: `${this.place.saveBase}/${encodeURIComponent(this.code)}`,
      content,
    }
    if (old && old.base !== base) forget(old)
    keep(unsent)
    this.pending.set(field, { unsent, held: false })
    this.place.changed()
  }

  /** Whether there may be more to send. */
  private settled(field: string, sent: Unsent, outcome: Outcome): boolean {
    const now = this.pending.get(field)
    switch (outcome.kind) {
      case 'saved':
        this.follow(field, outcome.reply)
        forget(sent)
        if (now?.unsent === sent) this.pending.delete(field)
        else if (now) this.settle(field, now.unsent.content, this.versions[field] ?? 0)
        if (outcome.reply.scored) showScored(outcome.reply.scored)
        if (field !== 'note') showRefusals(this.row, {})
        else this.showPeek()
        this.place.saved?.(this, outcome.reply)
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

  /** New versions. What the server changed along with the field is no other person's: something waiting goes over it. */
  private follow(field: string, { version, versions, followed = [] }: SavedReply): void {
    for (const other of followed) {
      const waiting = this.pending.get(other)
      const known = this.versions[other] ?? 0
      if (waiting?.unsent.base === known && versions?.[other] === known + 1)
        this.settle(other, waiting.unsent.content, known + 1)
    }
    Object.assign(this.versions, versions, version === undefined ? {} : { [field]: version })
  }

  private hasMore(): boolean {
    return [...this.pending.values()].some(({ held }) => !held)
  }

  /** Only while nothing newer was typed. */
  private hold(field: string, sent: Unsent): void {
    const now = this.pending.get(field)
    if (now?.unsent === sent) now.held = true
  }

  private contest(field: string, reply: ConflictReply): void {
    const place = this.row.querySelector('[data-wide]')
    const pending = this.pending.get(field)
    if (!place || !pending) return
    pending.held = true
    this.row.classList.add('is-clash')
    const { version, note = '' } = reply.current
    const mine = pending.unsent.content
    const theirs = theirContent(field, reply)
    const take = (content: Content): void => {
      this.row.classList.remove('is-clash')
      place.replaceChildren()
      writeContent(this.row, content)
      this.settle(field, { ...content, ...this.place.along }, version)
    }
    showConflict(place, reply, {
      mine: () => (take(readContent(this.row, field)), void this.pump()),
      theirs: () => (take(theirs), void this.pump()),
      merge:
        field === 'note'
          ? () => {
              take({ note: `${note}\n\n${mine.note ?? ''}` })
              this.row.querySelector<HTMLDetailsElement>('.q-note')?.setAttribute('open', '')
              noteIn(this.row)?.focus()
              this.edited('note', 'after-pause')
            }
          : null,
    })
    const text =
      field === 'note' ? 'Catatan bentrok' : field === 'value' ? 'Jawaban bentrok' : 'Putusan bentrok'
    this.show('conflict', { tone: 'clash', icon: 'clash', text })
  }

  private showSaved(at: string, own: Status | null): void {
    if (this.state === 'waiting') showMessage(this.row, '')
    if (this.row.classList.contains('is-clash')) return
    const other = [...this.pending.values()].some(({ held }) => held)
    if (other) return this.show('held', UNSAVED)
    if (!this.hasMore()) showMessage(this.row, '')
    this.show('idle', own ?? { tone: 'mut', icon: 'tick', text: `Tersimpan ${at}` }, at)
  }

  private showPeek(): void {
    const peek = this.row.querySelector('.peek')
    if (peek) peek.textContent = (noteIn(this.row)?.value ?? '').slice(0, 120)
  }

  private show(state: KeeperState, status: Status, savedAt?: string): void {
    this.state = state
    this.row.querySelector('[data-status]')?.replaceChildren(statusElement(status))
    this.place.changed(savedAt)
  }
}

function theirContent(field: string, { current }: ConflictReply): Content {
  const { note = '', decision = '', value } = current
  if (field === 'note') return { note }
  if (field === 'decision') return { decision }
  return value?.inputs ? { inputs: value.inputs } : { option: value?.option ?? '' }
}
