/** Throws that look like chance and are the same for the same words, so that every demo is the same demo. */
export class Dice {
  private state: number

  constructor(...words: readonly string[]) {
    this.state = 2166136261
    for (const character of words.join('\n'))
      this.state = Math.imul(this.state ^ character.charCodeAt(0), 16777619) >>> 0
    this.state ||= 1
  }

  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number {
    this.state ^= this.state << 13
    this.state ^= this.state >>> 17
    this.state = (this.state ^ (this.state << 5)) >>> 0
    return this.state % limit
  }

  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent
  }

  pick<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)]
    if (chosen === undefined) throw new Error('Nothing to pick from.')
    return chosen
  }
}
