import type { World } from './world'

/** Something that somebody does at a moment of the demo. */
export interface Act {
  readonly at: Date
  readonly does: () => Promise<unknown>
}

/** Everything that happens, each act on its day: whoever reads in between sees what had happened by then, and no more. */
export class Agenda {
  private acts: Act[] = []

  constructor(
    private readonly world: World,
    /** Nobody acts before there is anybody. */
    private readonly first: Date,
  ) {}

  add(acts: readonly Act[]): void {
    this.acts.push(...acts.map(act => (act.at < this.first ? { ...act, at: this.first } : act)))
  }

  async playUntil(end: Date): Promise<void> {
    const due = this.acts.filter(({ at }) => at <= end).sort((one, other) => +one.at - +other.at)
    this.acts = this.acts.filter(({ at }) => at > end)
    await this.world.services.database.inTransaction(async () => {
      for (const { at, does } of due) {
        this.world.at(at)
        await does()
      }
    })
  }
}
