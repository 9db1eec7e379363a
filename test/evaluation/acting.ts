import { submitAs, type Inspection } from './inspection'

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

export const ROUNDS = {
  /** Lowered by the kanwil, raised again by the satker in the second round. */
  repaired: 'A.I.1.i.a',
  /** Lowered by the member, and further by the ketua. */
  lowered: 'A.II.1.i.a',
  /** Lowered by the member, raised in part by the dalnis. */
  raised: 'A.I.1.iii.b',
} as const

/** Two rounds with every seat: satker, kanwil and member, then satker again, member, ketua and dalnis. */
export async function goThroughRounds(inspection: Inspection): Promise<void> {
  const { begin, say, agree, handIn, sendBack } = evaluators(inspection)
  const { repaired, lowered, raised } = ROUNDS
  const whole = async (who: Evaluator) => {
    await agree(who)
    await handIn(who)
  }
  await begin('companion')
  await score(inspection, 'companion', repaired, { option: 'Tidak' }, 'SK belum ditandatangani.')
  await whole('companion')
  await begin('member')
  await score(inspection, 'member', lowered, { inputs: { agents: '4', changes: '3' } }, 'Tiga perubahan.')
  await score(inspection, 'member', raised, { option: 'C' }, 'Rapat tidak rutin.')
  await say('member', repaired, { field: 'decision', decision: 'minta bukti', base: 0 })
  await say('member', repaired, { field: 'note', note: 'Lampirkan SK bertanda tangan.', base: 0 })
  await whole('member')
  await sendBack([{ question: repaired, note: 'Lampirkan SK bertanda tangan.' }])
  await submitAs(inspection)
  await begin('member')
  await whole('member')
  await begin('lead')
  await score(inspection, 'lead', lowered, { inputs: { agents: '4', changes: '2' } }, 'Dua yang terbukti.')
  await whole('lead')
  await begin('controller')
  await score(inspection, 'controller', raised, { option: 'B' }, 'Notulen tiga triwulan ada.')
  await whole('controller')
}
