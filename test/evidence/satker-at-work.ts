import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { Answer } from '../../src/worksheets/answer.entity'
import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  PASSWORD,
  type Person,
  type Unit,
} from '../support/cast'
import { openHouse, signedIn, tokenIn, type Browser, type House } from '../support/house'

/** Asks about a document; a top answer shows planning and implementation. */
export const TEAM = 'A.I.1.i.a'
/** Of part 5, where complaints are kept. */
export const GRATIFICATION = 'A.I.5.i.a'

/** A satker that fills its worksheet, with the people around it and another unit beside it. */
export interface SatkerAtWork {
  readonly house: House
  readonly kanwil: Unit
  readonly satker: Unit
  readonly assessment: string
  readonly worksheet: string
  readonly chair: Browser
  readonly people: Readonly<
    Record<'chair' | 'head' | 'one' | 'five' | 'viewer' | 'admin' | 'stranger', Person>
  >
  browserOf(who: keyof SatkerAtWork['people']): Promise<Browser>
  close(): Promise<void>
}

export async function satkerAtWork(environment: NodeJS.ProcessEnv = {}): Promise<SatkerAtWork> {
  const house = await openHouse(environment)
  const ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
  const kanwil = await addSatker(house, 'Kanwil Tirta Raya', ministry, { level: 'kanwil' })
  const satker = await addSatker(house, 'Kanim Tanjung Kirana', kanwil)
  const other = await addSatker(house, 'Kanim Muara Jati', kanwil)
  const people = {
    chair: await addPerson(house, 'Sari Puspadewi', 'chair', satker),
    head: await addPerson(house, 'Hendra Wiguna', 'head', satker),
    one: await addPerson(house, 'Bagas Hendrawan', 'member', satker, { parts: '1' }),
    five: await addPerson(house, 'Rahma Setyorini', 'member', satker, { parts: '5' }),
    viewer: await addPerson(house, 'Galih Pranawa', 'kanwil-viewer', kanwil),
    admin: await addPerson(house, 'Wulan Kartika', 'centre-admin', ministry),
    stranger: await addPerson(house, 'Dewi Anjani', 'chair', other),
  }
  const cycle = await addCycle(house, await loadInstrument(house))
  const { id, worksheetId } = await addAssessment(house, satker, cycle)
  await addAssessment(house, other, cycle)
  const browsers = new Map<string, Browser>()
  const browserOf = async (who: keyof SatkerAtWork['people']): Promise<Browser> => {
    const known = browsers.get(who) ?? (await signedIn(house, people[who].login, PASSWORD))
    browsers.set(who, known)
    return known
  }
  return {
    house,
    kanwil,
    satker,
    assessment: id,
    worksheet: worksheetId,
    chair: await browserOf('chair'),
    people,
    browserOf,
    close: () => house.close(),
  }
}

export interface Upload {
  readonly fields?: Readonly<Record<string, string | readonly string[]>>
  readonly files?: readonly (readonly [content: Buffer, name: string])[]
}

const USUAL = { nature: 'formal', stages: ['planning'] }

/** Fetches the page for its token, then posts the multipart form; `json` answers as to a script. */
export async function upload(
  agent: Browser,
  page: string,
  { fields = {}, files = [] }: Upload,
  { json = false, action = page, usual = true } = {},
) {
  const token = tokenIn((await agent.get(page)).text)
  const posting = agent.post(action).field('_csrf', token)
  if (json) void posting.set('Accept', 'application/json')
  for (const [name, value] of Object.entries(usual ? { ...USUAL, ...fields } : fields))
    for (const one of [value].flat()) void posting.field(name, one)
  for (const [content, name] of files) void posting.attach('files', content, name)
  return posting
}

/** Adds a piece under a question and gives its id and that of its first file. */
export async function addPiece(
  work: SatkerAtWork,
  agent: Browser,
  question: string,
  given: Upload,
): Promise<{ id: string; file: string; use: string }> {
  const answer = await upload(agent, paths.evidenceUses(work.assessment, question), given)
  if (answer.status !== 303) throw new Error(`Not added: ${answer.status} ${answer.text}`)
  const row = await work.house.database.one<{ id: string; file: string; use: string }>(
    `SELECT e.id, u.id AS "use", (SELECT f.id FROM evidence_files f WHERE f.evidence_id = e.id ORDER BY f.slot LIMIT 1) AS file
       FROM evidence e JOIN evidence_uses u ON u.evidence_id = e.id ORDER BY e.id DESC LIMIT 1`,
  )
  return row!
}

/** An answer typed straight into the worksheet. */
export async function answered(work: SatkerAtWork, question: string, option: string): Promise<void> {
  const { house } = work
  await house.database.inTransaction(() =>
    house.database.insert(Answer, [
      { id: newId(), worksheetId: work.worksheet, question, option, carried: false, valueVersion: 1 },
    ]),
  )
}

/** The substantiated points of a section as they are stored, in millionths. */
export async function storedMicro(work: SatkerAtWork, section: string): Promise<number> {
  const row = await work.house.database.one<{ micro: number }>(
    'SELECT substantiated_micro AS micro FROM section_scores WHERE worksheet_id = $1 AND section = $2',
    [work.worksheet, section],
  )
  return Number(row?.micro ?? Number.NaN)
}

export const countOf = async (work: SatkerAtWork, table: string): Promise<number> =>
  Number((await work.house.database.one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n)

export const actionsOf = async (work: SatkerAtWork): Promise<string[]> =>
  (
    await work.house.database.query<{ action: string }>(
      `SELECT action FROM audit_events WHERE action NOT IN ('sign-in', 'load-instrument') ORDER BY at, id`,
    )
  ).map(event => event.action)
