import type { SaidJson } from '../../worksheets/saved-json.js'
import { element } from '../worksheet/elements.js'
import { catchUp, listen, retry } from '../worksheet/listen.js'
import { forget, newestUnsentUnder } from '../worksheet/outbox.js'
import { QuestionKeeper } from '../worksheet/question-keeper.js'
import { send } from '../worksheet/send.js'
import { showSaid } from './show-said.js'

/** How long going on waits for a slow line; what is unsent by then is sent later. */
const PATIENCE_MS = 4_000

/** Saving on the evaluator's page; null where nothing may be changed. */
export function openSaving(root: HTMLElement): Saving | null {
  const saveBase = root.dataset['save'] ?? ''
  const user = document.body.dataset['user'] ?? ''
  const assessment = /\/penilaian\/([^/]+)/.exec(saveBase)?.[1] ?? ''
  return root.dataset['editable'] === 'true' && user && assessment
    ? new Saving(user, assessment, saveBase)
    : null
}

/** The keepers of every question that was shown: one that was left goes on sending what it holds. */
export class Saving {
  private readonly keepers = new Map<string, QuestionKeeper>()
  private current: QuestionKeeper | null = null

  constructor(
    private readonly user: string,
    private readonly assessment: string,
    private readonly saveBase: string,
  ) {
    let leaving = false
    document.addEventListener('leaving', () => (leaving = true))
    window.addEventListener('beforeunload', event => {
      if (!leaving && this.all().some(keeper => keeper.isUnsent)) event.preventDefault()
    })
    window.addEventListener('online', () => void this.sendElsewhere())
    retry(() => this.all())
  }

  /** Takes a question up that was just put in place, with what could not be sent of it before. */
  take(row: HTMLElement): void {
    const keeper = new QuestionKeeper(row, {
      user: this.user,
      assessment: this.assessment,
      saveBase: this.saveBase,
      along: { sheet: row.dataset['sheet'] ?? '' },
      changed: () => this.tellOthers(),
      saved: (saved, reply) => showSaid(saved, reply as SaidJson, saved === this.current),
    })
    const before = this.keepers.get(keeper.code)?.handOver() ?? []
    const kept = newestUnsentUnder(this.user, this.saveBase).filter(unsent => unsent.question === keeper.code)
    const isFirst = this.keepers.size === 0
    this.keepers.set(keeper.code, keeper)
    this.current = keeper
    listen(keeper)
    catchUp(keeper)
    for (const unsent of before.length > 0 ? before : kept) keeper.restore(unsent)
    void keeper.pump()
    if (isFirst) void this.sendElsewhere()
    this.tellOthers()
  }

  /** Waits, for a while, until the question before the person (or another one) is saved. */
  async rest(code?: string): Promise<void> {
    const keeper = code === undefined ? this.current : this.keepers.get(code)
    if (!keeper) return
    const patience = new Promise<void>(resolve => window.setTimeout(resolve, PATIENCE_MS))
    await Promise.race([keeper.flush(), patience])
  }

  rule(kind: string, ruling: string | null, reason: string): void {
    this.current?.say(`ruling:${kind}`, { kind, ruling, reason })
  }

  private all(): QuestionKeeper[] {
    return [...this.keepers.values()]
  }

  /** What an earlier page could not send of questions that are not open here; a contested text waits for its own page. */
  private async sendElsewhere(): Promise<void> {
    for (const unsent of newestUnsentUnder(this.user, this.saveBase)) {
      if (this.keepers.has(unsent.question)) continue
      const outcome = await send(unsent)
      if (outcome.kind === 'saved') forget(unsent)
      if (outcome.kind === 'unreachable' || outcome.kind === 'signed-out') return
    }
    this.tellOthers()
  }

  /** Names the questions elsewhere that are not saved, beside the state of this one. */
  private tellOthers(): void {
    const place = this.current?.row.querySelector('[data-message]')
    if (!place) return
    const open = new Set(
      newestUnsentUnder(this.user, this.saveBase)
        .map(unsent => unsent.question)
        .filter(code => code !== this.current?.code),
    )
    for (const keeper of this.all()) if (keeper !== this.current && keeper.isUnsent) open.add(keeper.code)
    place.replaceChildren(
      ...[...open].slice(0, 3).map(code => {
        const link = element('a', 'act', `${code} belum tersimpan`)
        link.setAttribute('href', `${this.saveBase}/${encodeURIComponent(code)}`)
        link.dataset['go'] = 'unsaved'
        return link
      }),
    )
  }
}
