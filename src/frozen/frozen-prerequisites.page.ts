import type { PrerequisiteVerdict } from '../engine/prerequisites/prerequisite-verdicts'
import type { Status } from '../web/components/status'
import { STATUS } from '../web/components/status'
import { formatDate } from '../web/format/date'
import type { FrozenDocument, FrozenEvidence } from './frozen-document'
import { useLines, type UseLine } from './frozen-questions.page'

/** One prerequisite as it stood, judged on the day of the hand-in. */
export interface PrerequisiteLine {
  readonly text: string
  readonly value: string
  readonly note: string
  readonly verdicts: readonly { readonly predicate: string; readonly status: Status }[]
  readonly uses: readonly UseLine[]
}

const VERDICTS: Readonly<Record<PrerequisiteVerdict, Status>> = {
  passes: STATUS.met,
  fails: { tone: 'bad', icon: 'cross', text: 'Belum terpenuhi' },
  unknown: { tone: 'mut', icon: 'dashring', text: 'Belum diisi' },
}

export function prerequisiteRows(
  document: FrozenDocument,
  pieces: ReadonlyMap<string, FrozenEvidence>,
  opened: ReadonlySet<string>,
): PrerequisiteLine[] {
  return document.prerequisites.map(({ text, value, note, verdicts, uses }) => ({
    text,
    value: value === null ? 'Belum diisi' : valueWords(value),
    note,
    verdicts: verdicts.map(({ predicate, verdict }) => ({ predicate, status: VERDICTS[verdict] })),
    uses: useLines(uses, pieces, opened),
  }))
}

const valueWords = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : value)
