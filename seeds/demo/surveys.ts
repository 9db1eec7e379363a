import { Readable } from 'node:stream'
import { evidenceLimits } from '../../src/storage/file-kinds'
import { receiveUpload } from '../../src/storage/receive-upload'
import { SURVEYS_TEMPLATE } from '../../src/surveys/surveys-columns'
import { surveysQuery } from '../../src/surveys/surveys-list'
import { ownIndex, surveyTitle } from '../../src/surveys/survey-words'
import { dayFrom } from './calendar'
import { unitOf } from './cast'
import { Dice } from './dice'
import { paperPdf } from './files/paper'
import type { Settled } from './people-and-places'
import type { Character, Story } from './stories'
import { loginOf, type World } from './world'

/** Rounds of SKM a year, respondents out of a hundred that are needed, and the index of 25–100 they give. */
interface Habit {
  readonly rounds: number
  readonly asked: number
  readonly index: number
  readonly external: boolean
}
const HABITS: Readonly<Record<Character, Habit>> = {
  good: { rounds: 4, asked: 115, index: 88, external: true },
  fair: { rounds: 2, asked: 100, index: 83, external: true },
  weak: { rounds: 1, asked: 45, index: 74, external: false },
  paper: { rounds: 1, asked: 12, index: 96, external: false },
}
const QUESTIONS: Readonly<Record<string, string>> = {
  SKM: 'A.I.6.iv.a',
  IPAK: 'B.I.i.a',
  IPKP: 'B.II.i.a',
}
const NEEDED = 300
const NEEDED_OF_UNKNOWN = 350

/** Two years of surveys of every satker of the stories, as its ketua imports them; the newest has its report. */
export async function fillSurveys(
  world: World,
  { satkerIds }: Settled,
  stories: readonly Story[],
): Promise<void> {
  const { registerUnits, surveysImport } = world.services
  for (const { unit: key, character } of stories) {
    const chair = await world.actor(loginOf(key, 'chair'))
    const place = await registerUnits.toKeep(chair, satkerIds.get(key) ?? '')
    const rows = roundsOf(key, character, world.today).map((cells, at) => ({ number: at + 2, cells }))
    const table = { header: SURVEYS_TEMPLATE.header, headerRow: 1, rows, faults: [] }
    const { faults } = await surveysImport.at(place).run(chair, table, { update: false })
    if (faults[0]) throw new Error(`${unitOf(key).name}: row ${faults[0].row}, ${faults[0].message}`)
    if (character === 'good') await attachReport(world, key, place)
  }
}

function roundsOf(key: string, character: Character, today: Date): string[][] {
  const dice = new Dice('surveys', key)
  const { rounds, asked, index, external } = HABITS[character]
  const respondents = (needed: number) => String(Math.round((needed * asked) / 100) + dice.below(20))
  const row = (
    kind: string,
    [from, until]: readonly [number, number],
    [method, population, scale, value, by]: readonly [string, string, string, string, string],
  ) => [
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
  ]
  const population = String(1_100 + dice.below(900))
  const hundredths = (least: number) => `${least + dice.below(4)},${10 + dice.below(90)}`
  return [0, 365].flatMap(year => [
    ...Array.from({ length: rounds }, (_, place) => {
      const ended = 20 + year + place * 80
      const facts = ['tatap muka', population, '25-100', hundredths(index), 'Tim SKM satker'] as const
      return row('SKM', [ended + 26, ended], facts)
    }),
    row(
      'SPAK',
      [150 + year, 130 + year],
      ['daring', population, '1-4', `3,${40 + dice.below(50)}`, 'Tim ZI'],
    ),
    ...(external
      ? [
          row(
            'IPAK',
            [120 + year, 96 + year],
            ['telepon', '', '0-4', `3,${55 + dice.below(30)}`, 'Lembaga Survei Nusa Lintang'],
          ),
          row(
            'IPKP',
            [120 + year, 95 + year],
            ['telepon', '', '0-4', `3,${50 + dice.below(30)}`, 'Lembaga Survei Nusa Lintang'],
          ),
        ]
      : []),
  ])
}

async function attachReport(
  world: World,
  key: string,
  unit: Awaited<ReturnType<World['services']['registerUnits']['toKeep']>>,
): Promise<void> {
  const { surveys, entries, proofs, storage, config } = world.services
  const chair = await world.actor(loginOf(key, 'chair'))
  const day = dayFrom(world.today, 0)
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
  const entry = await entries.toKeep(chair, newest.id)
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
  await proofs.bring(chair, entry, piece, [file])
}
