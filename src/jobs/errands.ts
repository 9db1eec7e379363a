/** Work that an answer does not wait for, so that its length tells nothing; a failure is logged, the end can be awaited. */
export class Errands {
  private readonly open = new Set<Promise<void>>()

  constructor(private readonly onFailure: (error: unknown) => void) {}

  start(work: () => Promise<void>): void {
    const running: Promise<void> = work()
      .catch(this.onFailure)
      .finally(() => this.open.delete(running))
    this.open.add(running)
  }

  /** Resolves when everything started so far has ended. */
  async settle(): Promise<void> {
    await Promise.all(this.open)
  }
}
