import type { Inspection } from '../evaluation/inspection'

/** A sample of the one unit; only the evaluator outside its team may score it a second time. */
export async function drawOne({ house, cycle, actor }: Inspection): Promise<void> {
  const { samples, cycles } = house.services
  await samples.draw(await actor('admin'), await cycles.get(cycle), { kind: 'units', amount: 1 })
}

/** What the second scorer does, through the services. */
export function secondScorer({ house, actor, assessment }: Inspection) {
  const { secondScoring, secondJudgements } = house.services
  const seen = async () => secondScoring.load(await actor('outsider'), assessment)
  const say = async (code: string, saying: object) =>
    secondJudgements.say(await actor('outsider'), await seen(), code, saying as never)
  return {
    begin: async () => secondScoring.begin(await actor('outsider'), await seen()),
    say,
    lower: async (code: string, option: string) => {
      await say(code, { field: 'value', value: { option }, base: 0 })
      await say(code, { field: 'note', note: 'Belum terlihat.', base: 0 })
    },
    agree: async () => secondJudgements.agreeWithRest(await actor('outsider'), await seen()),
    handIn: async () => secondScoring.handIn(await actor('outsider'), await seen()),
  }
}

/** Lowers some questions, agrees with the rest and hands in. */
export async function scoredTwice(
  inspection: Inspection,
  lowered: Readonly<Record<string, string>>,
): Promise<void> {
  const { begin, lower, agree, handIn } = secondScorer(inspection)
  await begin()
  for (const [code, option] of Object.entries(lowered)) await lower(code, option)
  await agree()
  await handIn()
}
