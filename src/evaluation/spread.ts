/** One member of a team as far as spreading is concerned. */
export interface Spreadable {
  readonly teamId: string
  readonly userId: string
  /** Assessments scored already. */
  readonly units: number
  /** Everybody of the team who sees what this member scores: the member, the ketua and the dalnis. */
  readonly sharers: readonly string[]
}

export interface Spread {
  readonly given: readonly { readonly assessment: string; readonly teamId: string; readonly userId: string }[]
  /** Assessments that no member may score. */
  readonly left: readonly string[]
}

/**
 * Gives each assessment to the member with the fewest, skipping whoever may not score it (a member, or the ketua or
 * dalnis above, with an interest there). Ties go to the member who stands first, so the same facts spread the same way.
 */
export function spread(
  assessments: readonly string[],
  members: readonly Spreadable[],
  hasInterest: (userId: string, assessment: string) => boolean,
): Spread {
  const load = new Map(members.map(member => [member, member.units]))
  const given: Spread['given'][number][] = []
  const left: string[] = []
  for (const assessment of assessments) {
    const able = members.filter(member => !member.sharers.some(user => hasInterest(user, assessment)))
    const [first, ...others] = able
    if (!first) {
      left.push(assessment)
      continue
    }
    const least = others.reduce((best, one) => (load.get(one)! < load.get(best)! ? one : best), first)
    load.set(least, load.get(least)! + 1)
    given.push({ assessment, teamId: least.teamId, userId: least.userId })
  }
  return { given, left }
}
