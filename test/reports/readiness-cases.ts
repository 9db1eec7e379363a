import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exact, type Exact } from '../../src/engine/exact'
import type {
  EvidenceNature,
  Instrument,
  Question,
  RatioQuestion,
} from '../../src/engine/instrument/instrument'
import { lookup } from '../../src/engine/instrument/lookup'
import { missingSteps } from '../../src/engine/missing/missing-steps'
import type { Answers, AnswerValue, AreaGates, EvidenceUse } from '../../src/engine/scoring/score'
import { score } from '../../src/engine/scoring/score-worksheet'
import { loadInstrumentYaml } from '../../src/instruments/instrument-yaml'
import { projectRoot } from '../../src/project-root'
import type { EvidenceFact, PrerequisiteFact, ReadinessFacts } from '../../src/reports/readiness-facts'

const FILE = join(projectRoot, 'seeds/instruments/lke-2021.yaml')

/** The worksheet of 2021, as the seeds hold it. */
function lke2021(): Instrument {
  const loaded = loadInstrumentYaml(readFileSync(FILE, 'utf8'), FILE)
  if (!loaded.ok) throw new Error(loaded.faults.map(fault => fault.message).join('\n'))
  return loaded.instrument
}

const instrument = lke2021()
const questions = [...lookup(instrument).questions.values()].map(place => place.question)

interface Worksheet {
  readonly answer: (question: Question, position: number) => AnswerValue | null
  /** Natures of the pieces behind an answer; together they show every expected stage. */
  readonly natures: (question: Question, position: number) => readonly EvidenceNature[]
}

/** Everything answered at its best and shown whole. */
export const PERFECT: Worksheet = { answer: best, natures: () => ['formal', 'trace', 'outcome'] }
/** Claims everything, shows papers. */
export const ON_PAPER: Worksheet = { answer: best, natures: () => ['formal'] }
/** Claims everything, shows nothing: every question is flagged. */
export const UNSUPPORTED: Worksheet = { answer: best, natures: () => [] }
export const EMPTY: Worksheet = { answer: () => null, natures: () => [] }
/** A believable unit in March: most at B and above, some unanswered, some proven by paper alone. */
export const MIXED: Worksheet = {
  answer: (question, position) =>
    position % 23 === 20
      ? null
      : question.kind === 'choice'
        ? option(question, position % 4 === 1 ? 1 : 0)
        : good(question),
  natures: (question, position) => {
    if (position % 9 === 4) return ['formal']
    return question.asksAbout === 'result' && position % 3 > 0
      ? ['formal', 'trace']
      : ['formal', 'trace', 'outcome']
  },
}

/** Facts of a draft for one worksheet; any fact may be replaced. */
export function factsOf(
  worksheet: Worksheet,
  replaced: Partial<ReadinessFacts> & { readonly areaGates?: AreaGates } = {},
): ReadinessFacts {
  const { areaGates = 'joint', ...facts } = replaced
  const answers: Answers = new Map(
    questions.flatMap((question, position) => {
      const answer = worksheet.answer(question, position)
      return answer ? [[question.code, answer] as const] : []
    }),
  )
  const uses = questions.flatMap((question, position) =>
    worksheet.natures(question, position).map((nature, piece): EvidenceUse => ({
      id: `${question.code}-${piece}`,
      question: question.code,
      nature,
      stages: question.expectedStages,
    })),
  )
  const steps = (predicate: string) =>
    missingSteps(instrument, answers, uses, { areaGates, predicate, basis: 'substantiated' })
  return {
    satker: {
      name: 'Kantor Imigrasi Tanjung Kirana',
      letterhead: [
        'KEMENTERIAN LAYANAN NUSANTARA',
        'Kantor Wilayah Nusa Laras · Kantor Imigrasi Tanjung Kirana',
        'Jalan Dermaga Lama 18, Tanjung Kirana',
      ],
      logo: null,
      zone: 'Asia/Jakarta',
      city: 'Tanjung Kirana',
    },
    year: 2026,
    targetPredicate: 'WBK',
    round: 1,
    edition: 1,
    submission: null,
    findings: null,
    documentNumber: 'ZI-2026-0417',
    instrument,
    answers,
    score: score(instrument, answers, uses, { areaGates }),
    missing: [steps('WBK'), steps('WBBM')],
    prerequisites: PREREQUISITES,
    evidence: evidence(14),
    head: { name: 'Lukman Adiwinata', nip: '197503122000031002', title: 'Kepala Kantor' },
    chair: { name: 'Bagas Hendrawan', nip: '198207192006041003', title: 'Ketua Tim Zona Integritas' },
    responsible: new Map(
      questions.map(({ code }, position) => [code, PEOPLE[position % PEOPLE.length] ?? '']),
    ),
    asOf: '2026-03-12T03:45:00.000Z',
    generatedAt: '2026-03-12T03:46:00.000Z',
    ...facts,
  }
}

/** As many pieces as asked for, of every nature, some over a period, some serving several questions. */
export function evidence(count: number): readonly EvidenceFact[] {
  return Array.from({ length: count }, (_, position) => ({
    number: `B-${String(position + 1).padStart(3, '0')}`,
    title: TITLES[position % TITLES.length] ?? '',
    nature: (['formal', 'trace', 'outcome'] as const)[position % 3] ?? 'formal',
    stages: questions[position % questions.length]?.expectedStages ?? [],
    happened: { from: '2026-01-12', to: position % 5 === 3 ? '2026-03-09' : null },
    questions: questions.slice(position % 100, (position % 100) + 1 + (position % 4)).map(({ code }) => code),
    sha256: [`${position.toString(16).padStart(4, '0')}a1b2c3d4e5f6`.padEnd(64, '0')],
    links: position % 11 === 10 ? 1 : 0,
    visible: true,
  }))
}

export const SUBMISSION = { at: '2026-03-12T03:45:00.000Z', sha256: '9f'.repeat(32) }

export const PREREQUISITES: readonly PrerequisiteFact[] = instrument.prerequisites.map(
  ({ id, text, predicates }) => ({
    id,
    text,
    value: id === 'quota' ? null : id === 'lhkasn' ? 'Tidak' : 'Ya',
    note: id === 'lhkasn' ? '52 dari 57 pegawai' : '',
    verdicts: new Map(
      predicates.map(predicate => [
        predicate,
        id === 'quota' ? 'unknown' : id === 'lhkasn' ? 'fails' : 'passes',
      ]),
    ),
  }),
)

export const FULFILLED: readonly PrerequisiteFact[] = PREREQUISITES.map(prerequisite => ({
  ...prerequisite,
  verdicts: new Map([...prerequisite.verdicts.keys()].map(predicate => [predicate, 'passes'])),
}))

const PEOPLE = ['Rahma Setyorini', 'Galih Pranawa', 'Dewi Larasanti', 'Sari Puspadewi']
const TITLES = [
  'SK Tim ZI Kanim Tanjung Kirana 2026',
  'Daftar hadir rapat pembentukan',
  'Waktu antrean sebelum dan sesudah',
  'Laporan monev ZI Januari–Februari',
  'Dialog pemohon paspor, foto dan daftar hadir',
  'Hasil survei kepuasan masyarakat, 402 responden',
]

function best(question: Question): AnswerValue {
  if (question.kind === 'choice') return option(question, 0)
  return question.kind === 'index' ? { inputs: { [question.inputs[0].key]: exact(4) } } : counts(question, 4)
}

function good(question: Question): AnswerValue {
  return question.kind === 'index' ? { inputs: { [question.inputs[0].key]: exact('3.62') } } : best(question)
}

function option(question: Question, lower: number): AnswerValue {
  const options = question.kind === 'choice' ? question.options : []
  return { option: options[Math.min(lower, options.length - 1)]?.key ?? '' }
}

/** Inputs whose numerator is the whole denominator. */
function counts(question: RatioQuestion, each: number): AnswerValue {
  const { numerator, denominator } = question
  const added = numerator.plus.filter(key => !denominator.includes(key))
  const valueOf = (key: string): Exact => {
    if (denominator.includes(key)) return exact(each)
    return exact(key === added[0] ? each * denominator.length : 0)
  }
  const keys = question.inputs.filter(input => !input.informational).map(input => input.key)
  return { inputs: Object.fromEntries(keys.map(key => [key, valueOf(key)])) }
}
