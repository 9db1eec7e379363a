import type { Inspection } from './inspection'

type Evaluator = 'companion' | 'member' | 'second' | 'lead' | 'controller'

/** What evaluators do, through the services: `await evaluators(inspection).begin('member')`. */
export function evaluators({ house, actor, seen }: Inspection) {
  const { evaluations, judgements, returns } = house.services
  return {
    begin: async (who: Evaluator) => evaluations.begin(await actor(who), await seen(who)),
    say: async (who: Evaluator, code: string, saying: object) =>
      judgements.say(await actor(who), await seen(who), code, saying as never),
    agree: async (who: Evaluator) => judgements.agreeWithRest(await actor(who), await seen(who)),
    handIn: async (who: Evaluator) => evaluations.handIn(await actor(who), await seen(who)),
    sendBack: async (drafts: readonly { readonly question: string; readonly note: string }[]) =>
      returns.sendBack(await actor('lead'), await seen('lead'), drafts),
  }
}

/** A value with the reason for it. */
export async function score(
  inspection: Inspection,
  who: Evaluator,
  code: string,
  value: object,
  note: string,
): Promise<void> {
  const { say } = evaluators(inspection)
  const standing = async () => {
    const { evaluations } = inspection.house.services
    const evaluation = await evaluations.of(await inspection.seen(who))
    const { contents } = await evaluations.sheet(evaluation, evaluation.open!)
    return contents.answers.get(code)
  }
  await say(who, code, { field: 'value', value, base: (await standing())?.valueVersion ?? 0 })
  await say(who, code, { field: 'note', note, base: (await standing())?.noteVersion ?? 0 })
}
