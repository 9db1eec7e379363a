import { fromText, round } from '../engine/exact'
import type { InstrumentChange } from '../engine/instrument/diff'
import { EVIDENCE_STAGES } from '../engine/instrument/instrument'
import { STAGE_WORDS } from '../web/components/evidence'
import { formatDecimal } from '../web/format/number'

export const THING_WORDS: Readonly<Record<InstrumentChange['thing'], string>> = {
  instrument: 'Instrumen',
  section: 'Bagian',
  question: 'Pertanyaan',
  threshold: 'Ambang',
  prerequisite: 'Prasyarat',
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  id: 'Kode',
  title: 'Judul',
  basis: 'Dasar hukum',
  sourceNote: 'Catatan sumber',
  predicates: 'Predikat',
  name: 'Nama',
  weight: 'Bobot',
  questions: 'Jumlah pertanyaan',
  minimum: 'Ambang',
  kind: 'Jenis',
  filledBy: 'Diisi oleh',
  months: 'Bulan',
  text: 'Bunyi',
  scale: 'Skala',
  evidence: 'Contoh bukti',
  expectedStages: 'Tahap yang diharapkan',
  asksAbout: 'Yang ditanyakan',
  options: 'Pilihan',
  criteria: 'Kriteria',
  labels: 'Nama isian',
  inputs: 'Isian',
  formula: 'Rumus',
  numeratorWithinDenominator: 'Pembilang paling besar penyebut',
  zeroRule: 'Nilai bila penyebut nol',
  zeroRuleText: 'Aturan penyebut nol',
  zeroRuleEvidence: 'Bukti bila penyebut nol',
}

const VALUE_WORDS: Readonly<Record<string, string>> = {
  document: 'dokumen',
  practice: 'praktik',
  result: 'hasil',
  true: 'ya',
  false: 'tidak',
  ...Object.fromEntries(EVIDENCE_STAGES.map(stage => [stage, STAGE_WORDS[stage].toLowerCase()])),
}

const NUMBERS = ['weight', 'questions', 'minimum', 'options', 'formula', 'zeroRule']
const CODES = ['expectedStages', 'asksAbout', 'numeratorWithinDenominator', 'zeroRuleEvidence']

export const fieldWords = (field: string): string => FIELD_WORDS[field] ?? field

/** A value of a difference for people: exact numbers as decimals, codes as words. */
export function changedValue(field: string, value: string): string {
  if (NUMBERS.includes(field))
    return value.replace(/, /g, '; ').replace(/(?<![\w/])\d+(\/\d+)?(?![\w/])/g, decimal)
  if (CODES.includes(field)) return value.replace(/[a-z_]+/g, word => VALUE_WORDS[word] ?? word)
  return value
}

/** Weights and values come from decimals, so six places hold them whole. */
const decimal = (stored: string): string => formatDecimal(round(fromText(stored), 6).replace(/\.?0+$/, ''))
