import { weekdayOf } from '../../civil-days'
import type { CivilDate } from '../../civil-days'
import type { Facts } from '../facts'
import type { Contradiction, RecordRef } from '../finding'
import { rule } from '../rule'
import { sayDate } from '../say'
import { found } from './contradiction'
import { dayName, namedDaysIn, soleWeekdayIn, type NamedDay } from './named-days'

type Read = Pick<Facts, 'evidence' | 'activities' | 'worksheet'>

const NAME = { id: 'contradiction-weekday', title: 'Hari dan tanggal tidak cocok' }

interface Text {
  readonly text: string
  /** Read by fewer people than what is said of it. */
  readonly restricted: boolean
  /** The single day that its record is kept under. */
  readonly on: CivilDate | null
  readonly records: readonly RecordRef[]
  readonly questions: readonly string[]
}

/** A weekday that is not the day of its date, in titles and notes. */
export const weekdays = rule({
  ...NAME,
  basis: 'Pemeriksaan konsistensi: hari dan tanggal',
  reads: ['evidence', 'activities', 'worksheet'],
  read: (facts: Read): Contradiction[] =>
    textsOf(facts).flatMap(({ text, restricted, on, records, questions }) =>
      namedIn(text, on)
        .filter(named => named.weekday !== weekdayOf(named.on))
        .slice(0, 1)
        .flatMap(named =>
          found(NAME, {
            about: [
              ...records.map(({ id }) => id),
              ...(records.length === 0 ? questions : []),
              ...(restricted ? [] : [named.on]),
            ].join(' '),
            level: 'waspada',
            sentence: restricted
              ? 'Hari yang tertulis pada judul sebuah bukti terbatas bukan hari dari tanggalnya.'
              : `Tertulis ${named.written} untuk ${sayDate(named.on)}, padahal tanggal itu hari ${dayName(named.on)}.`,
            records,
            questions,
            remedy: 'Periksa kapan kegiatannya berlangsung, lalu perbaiki hari atau tanggalnya.',
          }),
        ),
    ),
})

function namedIn(text: string, on: CivilDate | null): NamedDay[] {
  const dated = namedDaysIn(text)
  const sole = dated.length === 0 && on !== null ? soleWeekdayIn(text) : null
  return sole && on !== null ? [{ ...sole, on }] : dated
}

const textsOf = (facts: Read): Text[] => [
  ...facts.evidence.map(({ id, title, restricted, happenedOn, happenedUntil, questions }) => ({
    text: title,
    restricted,
    on: happenedUntil === null || happenedUntil === happenedOn ? happenedOn : null,
    records: [{ kind: 'evidence' as const, id }],
    questions,
  })),
  ...facts.activities.map(({ id, title, heldOn, heldUntil }) => ({
    text: title,
    restricted: false,
    on: heldUntil === heldOn ? heldOn : null,
    records: [{ kind: 'activity' as const, id }],
    questions: [],
  })),
  ...facts.worksheet.answers.map(({ code, note }) => ({
    text: note,
    restricted: false,
    on: null,
    records: [],
    questions: [code],
  })),
]
