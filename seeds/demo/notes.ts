import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Question } from '../../src/engine/instrument/instrument'
import { projectRoot } from '../../src/project-root'
import type { TypedValue } from '../../src/worksheets/answer-content'
import type { Dice } from './dice'
import type { Character } from './stories'

const texts = parse(readFileSync(join(projectRoot, 'seeds/demo/notes.yaml'), 'utf8')) as Record<
  string,
  string
>

const PLANS = [
  'Perbaikannya masuk rencana triwulan berikut.',
  'Sudah dibahas pada rapat pokja dan menunggu persetujuan kepala satker.',
  'Dibahas lagi pada rapat monev bulan depan.',
  'Terkendala petugas yang merangkap tugas.',
]

/** The note under an answer: the whole story where it is good, what is missing where it is not, a list of papers where only paper is. */
export function noteOf(
  question: Question,
  character: Character,
  value: TypedValue,
  { year, dice }: { readonly year: number; readonly dice: Dice },
): string {
  if (character === 'paper')
    return `Dokumen lengkap: ${question.evidence.map(text => text.replace(/^\p{Lu}(?=\p{Ll})/u, letter => letter.toLowerCase())).join('; ')}.`
  const story = (texts[question.code] ?? '')
    .replaceAll('{tahun}', String(year))
    .replaceAll('{lalu}', String(year - 1))
  if (question.kind !== 'choice') return story
  const place = question.options.findIndex(option => option.key === value.option)
  if (place <= 0) return story
  const criterion = question.options[place]?.criterion ?? ''
  return `${criterion} ${dice.pick(PLANS)}`
}
