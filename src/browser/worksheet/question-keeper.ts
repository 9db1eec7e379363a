import type { ConflictJson, SavedJson, ScoredJson, StatusJson } from '../../worksheets/saved-json.js'
import { showConflict } from './conflict-box.js'
import { element, statusElement } from './elements.js'
import {
  contentOf,
  inputsSent,
  noteIn,
  readContent,
  showMessage,
  showRefusals,
  showSignedOut,
  writeContent,
  writeInputs,
  type Content,
} from './fields.js'
import { groundOf, inputsAfter, standingInputs, untouchedInputs, type Ground } from './grounds.js'
import { forget, keep, type Unsent } from './outbox.js'
import { send, type Outcome } from './send.js'
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
  readonly saved?: (keeper: QuestionKeeper, reply: SavedJson) => void
  /** Sent along with every field. */
  readonly along?: Content
}

interface Pending {
  unsent: Unsent
  held: boolean
}

const PAUSE = 800
const WHAT: Readonly<Record<string, string>> = { value: 'Jawaban', note: 'Catatan' }
const WAITING: StatusJson = { tone: 'warn', icon: 'clock', text: 'Menunggu jaringan' }
const UNSAVED: StatusJson = { tone: 'bad', icon: 'octagon', text: 'Belum tersimpan' }
const SAVING: StatusJson = { tone: 'info', icon: 'up', text: 'Menyimpan' }

/** Saves what is typed in one question: one request in flight, the newest text next, nothing dropped. */
export class QuestionKeeper {
  state: KeeperState = 'idle'
  private readonly grounds: Record<string, Ground>
  private readonly pending = new Map<string, Pending>()
  private readonly timers = new Map<string, number>()
  private sending: Promise<Outcome> | null = null
  /** How the question stands where it does not count as answered: a saved note changes nothing about that. */
  private open: Element | null

  constructor(
    readonly row: HTMLElement,
    private readonly place: Place,
  ) {
    this.grounds = {
      value: groundOf(Number(row.dataset['valueVersion']), inputsSent(row)),
      note: groundOf(Number(row.dataset['noteVersion'])),
      decision: groundOf(Number(row.dataset['decisionVersion'] ?? 0)),
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

  isPending(field: string): boolean {
    return this.pending.has(field)
  }

  /** The field was changed: kept in the browser at once, sent at once or after a pause in typing. */
  edited(field: string, when: 'now' | 'after-pause'): void {
    this.say(field, readContent(this.row, field), when)
  }

  /** The same for what stands in no field, e.g. a button that was pressed. */
  say(field: string, content: Content, when: 'now' | 'after-pause' = 'now'): void {
    this.settle(field, content, this.pending.get(field)?.unsent ?? this.groundUnder(field))
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
    this.sending = send(unsent, this.groundUnder(field === 'value' ? 'note' : 'value').base)
    const outcome = await this.sending
    this.sending = null
    if (this.settled(field, unsent, outcome)) await this.pump()
  }

  private groundUnder(field: string): Ground {
    return this.grounds[field] ?? groundOf(0)
  }

  private settle(field: string, content: Content, { base, was }: Ground): void {
    const old = this.pending.get(field)?.unsent
    const unsent: Unsent = {
      user: this.place.user,
      assessment: this.place.assessment,
      question: this.code,
      field,
      ...groundOf(base, was),
      url: this.row.dataset['address'] ?? `${this.place.saveBase}/${encodeURIComponent(this.code)}`,
      content: { ...content, ...this.place.along },
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
        this.follow(field, sent, outcome.reply)
        forget(sent)
        writeInputs(this.row, untouchedInputs(sent, readContent(this.row, 'value'), this.groundUnder(field)))
        if (now?.unsent === sent) this.pending.delete(field)
        else if (now) this.settle(field, this.goingOn(field, now.unsent), this.groundUnder(field))
        if (outcome.reply.scored) this.showScore(outcome.reply.scored)
        if (field !== 'note') showRefusals(this.row, {})
        this.place.saved?.(this, outcome.reply)
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
        showSignedOut(this.row)
        this.show('waiting', UNSAVED)
        return false
      case 'unreachable':
        this.show('waiting', WAITING)
        return false
    }
  }

  /** Inputs of somebody else may have come into the fields of a value since. */
  private goingOn = (field: string, { content }: Unsent): Content =>
    field === 'value' ? readContent(this.row, field) : content

  /** New grounds. What the server changed along with the field is no other person's: something waiting goes over it. */
  private follow(field: string, sent: Unsent, reply: SavedJson): void {
    const { version, versions = {}, followed = [], inputs = null } = reply
    for (const other of followed) {
      const ground = groundOf(versions[other] ?? 0, other === 'value' ? (inputs ?? undefined) : undefined)
      const waiting = this.pending.get(other)?.unsent
      if (waiting?.base === this.groundUnder(other).base && ground.base === waiting.base + 1)
        this.settle(other, waiting.content, ground)
      this.grounds[other] = ground
    }
    this.grounds[field] = groundOf(version ?? versions[field] ?? 0, inputsAfter(inputs, sent))
  }

  private hasMore(): boolean {
    return [...this.pending.values()].some(({ held }) => !held)
  }

  /** Only while nothing newer was typed. */
  private hold(field: string, sent: Unsent): void {
    const now = this.pending.get(field)
    if (now?.unsent === sent) now.held = true
  }

  private contest(field: string, reply: ConflictJson): void {
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
              noteIn(this.row)?.focus()
              this.edited('note', 'after-pause')
            }
          : null,
    })
    this.show('conflict', { tone: 'clash', icon: 'clash', text: `${WHAT[field] ?? 'Putusan'} bentrok` })
  }

  /** What somebody else changed in the other field; something typed there meets it when it is saved. */
  private takeOver(newer: SavedJson['newer']): string {
    if (!newer || this.pending.has(newer.field)) return ''
    writeContent(this.row, contentOf(newer.field, newer))
    const was = newer.field === 'value' ? readContent(this.row, 'value').inputs : undefined
    this.grounds[newer.field] = groundOf(newer.version, was)
    return `${WHAT[newer.field]} diperbarui oleh ${newer.by || 'pengguna lain'}`
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
    if (peek) peek.textContent = (noteIn(this.row)?.value ?? '').slice(0, 120)
  }

  private show(state: KeeperState, status: StatusJson): void {
    this.state = state
    this.row.querySelector('[data-status]')?.replaceChildren(statusElement(status))
    this.place.changed()
  }
}
