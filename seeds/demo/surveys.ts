import { Readable } from 'node:stream'
import { evidenceLimits } from '../../src/storage/file-kinds'
import { receiveUpload } from '../../src/storage/receive-upload'
import { SURVEYS_TEMPLATE } from '../../src/surveys/surveys-columns'
import { surveysQuery } from '../../src/surveys/surveys-list'
import { ownIndex, surveyTitle } from '../../src/surveys/survey-words'
import type { Act } from './agenda'
import { typedIndex } from './answers'
import { dayFrom } from './calendar'
import { unitOf } from './cast'
import { Dice } from './dice'
import { paperPdf } from './files/paper'
import { bringAll, readyDay, type Written } from './keeping'
import type { Settled } from './people-and-places'
import type { Character, Story } from './stories'
import { answererOf, type World } from './world'

/** Rounds of SKM a year, respondents out of a hundred that are needed, the newest index of 25–100 and what each round gained. */
interface Habit {
  readonly rounds: number
  readonly asked: number
  readonly index: number
  readonly gained: number
  readonly external: boolean
}
const HABITS: Readonly<Record<Character, Habit>> = {
  good: { rounds: 4, asked: 115, index: 91, gained: 0.7, external: true },
  fair: { rounds: 3, asked: 100, index: 84, gained: 0.6, external: true },
  weak: { rounds: 1, asked: 45, index: 74, gained: 0.3, external: false },
  paper: { rounds: 1, asked: 12, index: 96, gained: 0.1, external: false },
}
/** What each round lost where service gets worse. */
const LOST = -1.4
const QUESTIONS: Readonly<Record<string, string>> = {
  SKM: 'A.I.6.iv.a',
  IPAK: 'B.I.i.a',
  IPKP: 'B.II.i.a',
}
/** By how much the external index lay lower a year ago. */
const YEAR_AGO = 0.14
const NEEDED = 300
const NEEDED_OF_UNKNOWN = 350
/** Whose pokja keeps the surveys. */
const AREA = '6'

type Row = Written & { readonly cells: readonly string[] }

/** Two years of surveys of a satker, as its people bring them; where work is good the newest has its report. */
export function fillSurveys(world: World, settled: Settled, story: Story): Act[] {
  const { surveysImport } = world.services
  const acts = bringAll(world, settled, story, roundsOf(story, world.today), {
    header: SURVEYS_TEMPLATE.header,
    into: place => surveysImport.at(place),
  })
  return story.character === 'good'
    ? [...acts, { at: readyDay(world), does: () => attachReport(world, settled, story.unit) }]
    : acts
}

function roundsOf({ unit: key, character, worsens }: Story, today: Date): Row[] {
  const dice = new Dice('surveys', key)
  const { rounds, asked, index, gained, external } = HABITS[character]
  const respondents = (needed: number) => String(Math.round((needed * asked) / 100) + dice.below(20))
  const row = (
    kind: string,
    [from, until]: readonly [number, number],
    [method, population, scale, value, by]: readonly [string, string, string, string, string],
  ): Row => ({
    day: dayFrom(today, -until),
    area: AREA,
    cells: [
      kind,
      dayFrom(today, -from),
      dayFrom(today, -until),
      method,
      population,
      respondents(population === '' ? NEEDED_OF_UNKNOWN : NEEDED),
      scale,
      value,
      by,
      kind.startsWith('I') ? 'B' : kind === 'SPAK' ? '5' : '6',
      QUESTIONS[kind] ?? '',
    ],
  })
  const population = String(1_100 + dice.below(900))
  const above = dice.below(150) / 100
  const step = worsens ? LOST : gained
  return [
    ...Array.from({ length: 2 * rounds }, (_, back) => {
      const ended = 20 + back * Math.floor(364 / rounds)
      const reached = (index + above - back * step).toFixed(2)
      return row(
        'SKM',
        [ended + 26, ended],
        ['tatap muka', population, '25-100', decimal(reached), 'Tim SKM satker'],
      )
    }),
    ...[0, 1].flatMap(year => [
      row(
        'SPAK',
        [150 + year * 365, 130 + year * 365],
        ['daring', population, '1-4', `3,${40 + dice.below(50)}`, 'Tim ZI'],
      ),
      ...(external ? EXTERNAL : []).map(([kind, ended, question]) =>
        row(
          kind,
          [120 + year * 365, ended + year * 365],
          [
            'telepon',
            '',
            '0-4',
            decimal((typedIndex(question, character) - year * YEAR_AGO).toFixed(2)),
            'Lembaga Survei Nusa Lintang',
          ],
        ),
      ),
    ]),
  ]
}

const EXTERNAL = [
  ['IPAK', 96, 'B.I.i.a'],
  ['IPKP', 95, 'B.II.i.a'],
] as const

const decimal = (text: string): string => text.replace('.', ',')

/** The newest round with its report, brought by whoever keeps the surveys. */
async function attachReport(world: World, { satkerIds }: Settled, key: string): Promise<void> {
  const { surveys, entries, proofs, storage, config, registerUnits } = world.services
  const keeper = await world.actor(answererOf(key, AREA))
  const unit = await registerUnits.toKeep(keeper, satkerIds.get(key) ?? '')
  const day = dayFrom(readyDay(world), 0)
  const newest = (
    await surveys.all(
      unit,
      surveysQuery({ parts: new Map(), today: day }, { jenis: 'SKM', urut: '-periode' }),
    )
  )[0]
  if (!newest) return
  const report = paperPdf({
    letterhead: [unitOf(key).name],
    title: `Laporan ${surveyTitle(newest)}`,
    number: '',
    paragraphs: [
      `Indeks kepuasan ${ownIndex(newest)} dari ${newest.respondents} responden.`,
      'Unsur yang terendah adalah waktu pelayanan; perbaikannya dimuat dalam rencana tindak lanjut.',
    ],
    closing: [newest.conductedBy],
  })
  const file = await receiveUpload(
    storage,
    Readable.from([report]),
    'laporan-skm.pdf',
    evidenceLimits(config.upload),
  )
  const entry = await entries.toKeep(keeper, newest.id)
  const piece = {
    title: `Laporan ${surveyTitle(newest)}`,
    nature: 'outcome' as const,
    happenedOn: newest.heldFrom,
    happenedUntil: newest.heldUntil,
    documentNumber: '',
    issuer: newest.conductedBy,
    access: 'biasa' as const,
    links: [],
  }
  await proofs.bring(keeper, entry, piece, [file])
}
