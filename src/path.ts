type Names<Pattern extends string> = Pattern extends `${string}:${infer Rest}`
  ? Rest extends `${infer _Name}/${infer Tail}`
    ? [string, ...Names<Tail>]
    : [string]
  : []

export interface Path<Pattern extends string> {
  /** The address with its parameters filled in, in the order of the pattern. */
  (...parameters: Names<Pattern>): string
  /** For the router. */
  readonly pattern: Pattern
}

export function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const build = (...parameters: string[]) => {
    let next = 0
    return pattern.replace(/:[a-zA-Z]+/g, () => encodeURIComponent(parameters[next++] ?? ''))
  }
  return Object.assign(build, { pattern })
}
