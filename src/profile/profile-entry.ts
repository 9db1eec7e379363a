import { firstDayOf, lastDayOf } from '../engine/profile/quarter'
import type { EntryDocument, EntryFacts } from '../registers/register-entry'
import type { KeptProfile, ProfileRow } from './profile-facts'
import { profileInWords, profileSentence, quarterName } from './profile-words'

/** What the registers keep of a quarter. */
export const profileEntry = (row: KeptProfile): EntryFacts => ({
  id: row.id,
  satkerId: row.satkerId,
  register: 'profile',
  title: `Profil satker ${quarterName(row)}`,
  summary: profileSentence(row),
  happenedOn: firstDayOf(row),
  happenedUntil: lastDayOf(row),
  areas: row.areas,
  questions: row.questions,
})

/** A quarter as paper for a question. */
export const profileDocument = (row: ProfileRow): EntryDocument => ({
  stages: ['monitoring'],
  facts: [
    { label: 'Triwulan', value: quarterName(row) },
    ...profileInWords(row).filter(({ value }) => value !== ''),
  ],
  tables: [],
})
