/** What a draw is made from; kept with the sample, so that anybody can draw it again. */
export interface DrawnFrom {
  readonly units: readonly string[]
  readonly evaluators: readonly string[]
  /** Evaluators who may not score a unit a second time: its own team, or an interest there. By unit. */
  readonly barred: Readonly<Record<string, readonly string[]>>
}

export interface Draw {
  readonly given: readonly { readonly unit: string; readonly evaluator: string }[]
  /** Units that were drawn and that no evaluator may score; another one came in their place. */
  readonly left: readonly string[]
}

/**
 * A random sample of so many units, each with the evaluator who has the fewest of it so far, ties by lot. The same
 * facts and seed give the same sample, in whatever order the facts come.
 */
export function drawSample({ units, evaluators, barred }: DrawnFrom, count: number, seed: string): Draw {
  const chance = chanceOf(seed)
  const people = shuffled([...evaluators].sort(), chance)
  const load = new Map(people.map(person => [person, 0]))
  const given: Draw['given'][number][] = []
  const left: string[] = []
  for (const unit of shuffled([...units].sort(), chance)) {
    if (given.length >= count) break
    const not = new Set(barred[unit])
    const able = shuffled(
      people.filter(person => !not.has(person)),
      chance,
    )
    const [first, ...others] = able
    if (first === undefined) {
      left.push(unit)
      continue
    }
    const least = others.reduce((best, one) => (load.get(one)! < load.get(best)! ? one : best), first)
    load.set(least, load.get(least)! + 1)
    given.push({ unit, evaluator: least })
  }
  return { given, left }
}

/** Fisher and Yates, from the last place down. */
function shuffled<Item>(items: readonly Item[], chance: () => number): Item[] {
  const mixed = [...items]
  for (let place = mixed.length - 1; place > 0; place--) {
    const other = Math.floor(chance() * (place + 1))
    ;[mixed[place], mixed[other]] = [mixed[other]!, mixed[place]!]
  }
  return mixed
}

/** Numbers in 0..1 that follow from a text: sfc32 of PractRand, its state from four FNV-1a sums over the text. */
function chanceOf(seed: string): () => number {
  let [a, b, c, counter] = [fnv1a(seed, 1), fnv1a(seed, 2), fnv1a(seed, 3), fnv1a(seed, 4)]
  const next = () => {
    const mixed = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + mixed
    return (mixed >>> 0) / 2 ** 32
  }
  // The first numbers still show how alike two seeds are.
  for (let round = 0; round < 12; round++) next()
  return next
}

function fnv1a(text: string, salt: number): number {
  let sum = 0x811c9dc5 ^ salt
  for (let place = 0; place < text.length; place++) sum = Math.imul(sum ^ text.charCodeAt(place), 0x01000193)
  return sum
}
