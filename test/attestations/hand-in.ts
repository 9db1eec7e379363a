import { paths } from '../../src/paths'
import { tokenIn, type Browser } from '../support/house'
import type { SatkerAtWork } from '../evidence/satker-at-work'

export const PARTS = ['1', '2', '3', '4', '5', '6', 'B'] as const

type Said = { act: 'attest'; stamp?: string } | { act: 'return'; remark: string } | { act: 'take-back' }

/** What the page showed of a part, as its form sends it back. */
export const stampIn = (html: string, part: string): string => {
  const [, panel = ''] = html.split(`id="bagian-${part}"`)
  return /name="stamp" value="([^"]*)"/.exec(panel)?.[1] ?? ''
}

/** Opens the page of attestations and says something of one part. */
export async function say(work: SatkerAtWork, agent: Browser, part: string, said: Said) {
  const { text } = await agent.get(paths.attestations(work.assessment))
  return agent
    .post(paths.attestation(work.assessment, part))
    .type('form')
    .send({ _csrf: tokenIn(text), stamp: stampIn(text, part), ...said })
}

export async function attestAll(work: SatkerAtWork, agent: Browser): Promise<void> {
  for (const part of PARTS) {
    const answer = await say(work, agent, part, { act: 'attest' })
    if (answer.status !== 303)
      throw new Error(`Part ${part} was not attested: ${answer.status} ${answer.text}`)
  }
}

/** Posts the form of a page without fields of its own. */
export async function press(agent: Browser, page: string, action = page) {
  const { text } = await agent.get(page)
  return agent
    .post(action)
    .type('form')
    .send({ _csrf: tokenIn(text) })
}

export const submit = (work: SatkerAtWork, agent: Browser) => press(agent, paths.submission(work.assessment))

export const withdraw = (work: SatkerAtWork, agent: Browser) =>
  press(agent, paths.submission(work.assessment), paths.submissionWithdrawal(work.assessment))

/** Saves one field of an answer as the browser's script does. */
export async function save(work: SatkerAtWork, agent: Browser, code: string, body: object) {
  const { text } = await agent.get(paths.attestations(work.assessment))
  return agent
    .post(paths.answer(work.assessment, code))
    .set('accept', 'application/json')
    .set('x-csrf-token', tokenIn(text))
    .send({ base: 0, ...body })
}

/** The state of each part in the words of the page. */
export async function statesOf(work: SatkerAtWork, agent: Browser): Promise<Record<string, string>> {
  const { text } = await agent.get(paths.attestations(work.assessment))
  const panels = text.split('id="bagian-').slice(1)
  return Object.fromEntries(
    panels.map(panel => [
      panel.slice(0, panel.indexOf('"')),
      /class="st st-\w+"><svg.*?<\/svg>([^<]+)</.exec(panel)?.[1] ?? '',
    ]),
  )
}

export async function stageOf(work: SatkerAtWork): Promise<{ stage: string; edition: number }> {
  const row = await work.house.database.one<{ stage: string; edition: number }>(
    'SELECT stage, edition FROM assessments WHERE id = $1',
    [work.assessment],
  )
  return row!
}
