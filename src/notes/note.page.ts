import type { AssessmentContext } from '../assessments/assessment-context'
import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import { civilDate } from '../clock'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import { NATURE_WORDS } from '../web/components/evidence'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { formatDate, formatInstant } from '../web/format/date'
import type { IconName } from '../web/icons'
import type { PageModel } from '../web/view'
import { noteForms, type FormFacts, type NoteForms, type RefusedNoteAct } from './note-acts.page'
import { areaTitles, placeName, placeTitle } from './note-place'
import { dueStatus, ENTRY_WORDS, ORIGIN_WORDS, SEVERITY_WORDS, STATE_WORDS } from './note-words'
import type { NoteThread, SeenNote } from './notes.service'
import type { PickedPiece } from '../evidence/evidence-shelf.repository'

declare module '../web/view' {
  interface Views {
    'notes/note': NotePage
  }
}

/** One note with its thread, and what whoever looks may do about it. */
export interface NotePage extends PageModel, NoteForms {
  readonly crumbs: Crumbs
  readonly over: string
  readonly state: Status
  readonly tags: readonly string[]
  readonly summary: ErrorSummary | null
  readonly clash: Clash | null
  readonly text: string
  readonly by: string
  readonly about: { readonly title: string; readonly href: string }
  readonly severity: Status
  readonly due: string
  readonly left: Status | null
  readonly owner: string
  readonly entries: readonly ThreadEntry[]
  readonly earlier: readonly {
    readonly href: string
    readonly label: string
    readonly state: Status
    readonly text: string
  }[]
  readonly trail: readonly TrailEntry[]
}

interface ThreadEntry {
  readonly what: string
  readonly by: string
  readonly text: string
  readonly pieces: readonly {
    readonly href: string | null
    readonly icon: IconName
    readonly title: string
    readonly tag: string
  }[]
}

/** Both texts, when somebody else was faster. */
interface Clash {
  readonly lead: string
  readonly mine: string
  readonly theirs: string
}

export interface NoteFacts extends FormFacts {
  readonly thread: NoteThread
  readonly trail: readonly TrailRow[]
  /** The assessment that the satker works on now. */
  readonly present: AssessmentContext
}

export function notePage(facts: NoteFacts, now: Date, refused: RefusedNoteAct | null = null): NotePage {
  const { seen, thread, present } = facts
  const { note, assessment } = seen
  const { timeZone } = assessment
  const forms = noteForms(facts, refused)
  return {
    title: `Catatan ${placeName(note)}`,
    current: 'catatan',
    crumbs: { links: [{ label: 'Catatan', href: paths.assessmentNotes(present.id) }] },
    over: `${assessment.satkerName} · siklus ${note.year}`,
    state: STATE_WORDS[note.state],
    tags: [
      ...(note.recurring ? ['Berulang'] : []),
      ...(note.year < present.year ? [`Dari siklus ${note.year}`] : []),
    ],
    summary: refused && refused.clash === '' ? errorSummary(refused.form, forms.fields) : null,
    clash: refused && refused.clash !== '' ? clashOf(facts, refused) : null,
    text: note.text,
    by: `${note.writtenByName ?? ''}, ${ORIGIN_WORDS[note.origin].toLowerCase()} · ${formatInstant(note.writtenAt, timeZone)}`,
    about: aboutOf(seen),
    severity: SEVERITY_WORDS[note.severity],
    due: formatDate(note.dueOn),
    left: dueStatus(note, civilDate(now, timeZone)),
    owner: note.ownerName ?? '',
    entries: thread.entries.map(({ kind, text, writtenByName, writtenAt, evidence }) => ({
      what: ENTRY_WORDS[kind],
      by: `${writtenByName ?? ''} · ${formatInstant(writtenAt, timeZone)}`,
      text,
      pieces: evidence.map(pieceOf),
    })),
    earlier: thread.earlier.map(({ id, year, state, text }) => ({
      href: paths.note(id),
      label: `Siklus ${year}`,
      state: STATE_WORDS[state],
      text,
    })),
    ...forms.shown,
    trail: facts.trail.map(row => trailEntry(row, timeZone)),
  }
}

function aboutOf({ note, assessment }: SeenNote): NotePage['about'] {
  const title = placeTitle(assessment.instrument, note)
  if (note.scope === 'question') return { title, href: paths.question(assessment.id, note.place) }
  const known = note.scope === 'area' && areaTitles(assessment.instrument).has(note.place)
  return { title, href: known ? paths.worksheetPart(assessment.id, note.place) : '' }
}

/** A restricted piece stays a mention for whoever may not open it. */
function pieceOf({
  id,
  title,
  nature,
  access,
  opened,
  withdrawnAt,
}: PickedPiece): ThreadEntry['pieces'][number] {
  const withdrawn = withdrawnAt !== null
  const { icon } = NATURE_WORDS[nature]
  if (!opened) return { href: null, icon, title: 'Bukti terbatas', tag: '' }
  return {
    href: paths.evidence(id),
    icon,
    title,
    tag: withdrawn ? 'Ditarik' : access === 'terbatas' ? 'Terbatas' : '',
  }
}

const NOBODY = 'Belum ditentukan'

function clashOf({ seen, thread, team }: NoteFacts, { act, form, clash }: RefusedNoteAct): Clash {
  if (act === 'hand-over') {
    const wanted = team.find(({ id }) => id === form.values['owner'])
    return { lead: clash, mine: wanted?.name ?? NOBODY, theirs: seen.note.ownerName ?? NOBODY }
  }
  const mine = form.values['text']
  const last = thread.entries.at(-1)
  const theirs =
    act === 'correct' || !last
      ? `${seen.note.text} (${SEVERITY_WORDS[seen.note.severity].text}, tenggat ${formatDate(seen.note.dueOn)})`
      : `${ENTRY_WORDS[last.kind]} oleh ${last.writtenByName ?? ''}: ${last.text || 'tanpa pesan'}`
  return { lead: clash, mine: typeof mine === 'string' ? mine : '', theirs }
}
