/** Lets at most `places` pieces of work run at once; the others wait in order of arrival. */
export class Turnstile {
  private readonly waiting: (() => void)[] = []
  private free: number

  constructor(places: number) {
    this.free = places
  }

  /** Runs `work` when a place is free; its result or error is handed on. */
  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1
    else await new Promise<void>(enter => this.waiting.push(enter))
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.free += 1
    }
  }
}
