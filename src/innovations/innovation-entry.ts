import type { EvidenceStage } from '../engine/instrument/instrument'
import type { EntryDocument, EntryFacts } from '../registers/register-entry'
import { formatDate } from '../web/format/date'
import type { InnovationDraft, InnovationRow } from './innovation-facts'
import { AGENTS_LABEL, innovationFactsInWords, measurementInWords, resultSentence } from './innovation-words'

/** What the registers keep of an innovation; `questions` only where they were said. */
export const innovationEntry = ({
  id,
  satkerId,
  questions,
  ...draft
}: InnovationDraft & {
  readonly id: string
  readonly satkerId: string
  readonly questions?: readonly string[] | undefined
}): EntryFacts => ({
  id,
  satkerId,
  register: 'innovations',
  title: draft.name,
  summary: resultSentence(draft),
  happenedOn: draft.startedOn,
  happenedUntil: draft.endedOn ?? draft.afterOn,
  areas: draft.areas,
  questions,
})

/** An effect shows once it was measured, and not before. */
const stagesOf = ({ startedOn, afterValue, afterOn }: InnovationRow, today: string): EvidenceStage[] => {
  if (startedOn > today) return ['planning']
  const isMeasured = afterValue !== null && afterOn !== null && afterOn <= today
  return isMeasured ? ['implementation', 'impact'] : ['implementation']
}

/** An innovation as paper for a question. */
export const innovationDocument = (
  row: InnovationRow,
  setting: Parameters<typeof innovationFactsInWords>[1],
  today: string,
): EntryDocument => ({
  stages: stagesOf(row, today),
  facts: [
    { label: 'Nama', value: row.name },
    ...innovationFactsInWords(row, setting).map(fact =>
      fact.label === AGENTS_LABEL ? { ...fact, value: `${row.agents.length} orang` } : fact,
    ),
    ...measurementInWords(row),
  ],
  tables:
    row.copies.length === 0
      ? []
      : [
          {
            title: 'Direplikasi oleh',
            header: ['Unit', 'Tanggal'],
            rows: row.copies.map(({ unit, on }) => [unit, formatDate(on)]),
          },
        ],
})
