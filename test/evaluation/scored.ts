import { lookup } from '../../src/engine/instrument/lookup'
import type { Inspection } from './inspection'

/**
 * The member lowers some questions (`lowest`: to the last option) with a note, everybody agrees with the rest, and all
 * three hand in.
 */
export async function scoredBy(
  inspection: Inspection,
  lowered: Readonly<Record<string, string>>,
): Promise<void> {
  const { evaluations, judgements } = inspection.house.services
  for (const who of ['member', 'lead', 'controller'] as const) {
    const actor = await inspection.actor(who)
    const seen = () => inspection.seen(who)
    await evaluations.begin(actor, await seen())
    if (who === 'member')
      for (const [code, wanted] of Object.entries(lowered)) {
        const { question } = lookup((await seen()).instrument).questions.get(code)!
        const last = question.kind === 'choice' ? (question.options.at(-1)?.key ?? '') : ''
        const option = wanted === 'lowest' ? last : wanted
        await judgements.say(actor, await seen(), code, { field: 'value', value: { option }, base: 0 })
        await judgements.say(actor, await seen(), code, { field: 'note', note: 'Tidak terbukti.', base: 0 })
      }
    await judgements.agreeWithRest(actor, await seen())
    await evaluations.handIn(actor, await seen())
  }
}
