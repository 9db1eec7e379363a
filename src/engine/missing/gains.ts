import { add, compare, sub, ZERO, type Exact } from '../exact'

/** A gate with what it lacks on the basis. */
export interface OpenGate {
  readonly section: string
  readonly questions: ReadonlySet<string>
  readonly lacking: Exact
}

/** The points that chosen questions are to add, in the order of choosing, and what each gate lacks after them. */
export class Gains {
  private readonly points = new Map<string, Exact>()
  private readonly lacking: Map<OpenGate, Exact>

  constructor(readonly gates: readonly OpenGate[]) {
    this.lacking = new Map(gates.map(gate => [gate, gate.lacking]))
  }

  codes(): string[] {
    return [...this.points.keys()]
  }

  has(code: string): boolean {
    return this.points.has(code)
  }

  get(code: string): Exact | undefined {
    return this.points.get(code)
  }

  set(code: string, points: Exact): void {
    this.count(code, sub(points, this.points.get(code) ?? ZERO))
    this.points.set(code, points)
  }

  drop(code: string): void {
    this.count(code, sub(ZERO, this.points.get(code) ?? ZERO))
    this.points.delete(code)
  }

  /** What a gate still lacks; not above 0 when it passes. */
  lackingIn(gate: OpenGate): Exact {
    return this.lacking.get(gate) ?? gate.lacking
  }

  closes(gate: OpenGate): boolean {
    return compare(this.lackingIn(gate), ZERO) <= 0
  }

  /** The points that a question must add, all others as chosen, for its gates to pass; 0 when they pass without it. */
  neededFrom(code: string): Exact {
    const own = this.points.get(code) ?? ZERO
    return this.gates
      .filter(gate => gate.questions.has(code))
      .map(gate => add(this.lackingIn(gate), own))
      .reduce((most, lacking) => (compare(lacking, most) > 0 ? lacking : most), ZERO)
  }

  private count(code: string, points: Exact): void {
    for (const gate of this.gates) {
      if (gate.questions.has(code)) this.lacking.set(gate, sub(this.lackingIn(gate), points))
    }
  }
}
