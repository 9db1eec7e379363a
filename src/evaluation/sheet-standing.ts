import { lookup } from '../engine/instrument/lookup'
import type { Progress as ProgressBar } from '../web/components/panels'
import { formatCount, formatPart, formatScore } from '../web/format/number'
import type { Link } from '../web/shell'
import { deskOfSeat } from './desk-addresses'
import type { Evaluation } from './evaluation-context'
import type { Sheet } from './evaluations.service'
import { agreeable } from './sheet-contents'

export interface SheetTotal {
  readonly label: string
  readonly assessed: string
  readonly substantiated: string
}

export interface UndecidedArea {
  readonly area: string
  readonly count: string
  readonly links: readonly Link[]
}

export interface Agreeing {
  readonly action: string
  readonly text: string
  readonly submit: string
}

export const progressBar = ({ progress }: Sheet): ProgressBar => ({
  label: 'Diputuskan',
  text: formatPart(progress.decided, progress.questions),
  value: progress.decided,
  max: progress.questions,
})

/** The figures of a sheet that is being scored. */
export function totalOf({ contents: { score }, progress }: Sheet): SheetTotal {
  return {
    label: progress.undecided.length > 0 ? 'Dinilai, sementara' : 'Dinilai',
    assessed: formatScore(score.claimed.total),
    substantiated: formatScore(score.substantiated.total),
  }
}

/** Questions that wait for a decision, by area. */
export function undecidedByArea({ assessment }: Evaluation, { contents, progress }: Sheet): UndecidedArea[] {
  const { question } = deskOfSeat(contents.sheet.seat)
  const { parts, partOfQuestion } = lookup(assessment.instrument)
  return [...parts.values()].flatMap(part => {
    const codes = progress.undecided.filter(code => partOfQuestion.get(code) === part.id)
    if (codes.length === 0) return []
    return [
      {
        area: `${part.id}. ${part.name}`,
        count: formatCount(codes.length),
        links: codes.map(code => ({ label: code, href: question(assessment.id, code) })),
      },
    ]
  })
}

/** Agreeing with what is left in one go; null where nothing is. */
export function agreeing(assessmentId: string, { contents, before, progress }: Sheet): Agreeing | null {
  const count = agreeable(contents, before, progress).length
  if (count === 0) return null
  return {
    action: deskOfSeat(contents.sheet.seat).agreement(assessmentId),
    text: `${formatCount(count)} pertanyaan belum diputuskan dan bernilai sama dengan kolom sebelumnya. Semuanya disetujui sebagai satu tindakan atas nama Anda.`,
    submit: `Setujui ${formatCount(count)} sisanya`,
  }
}
