import type { AssessmentContext } from '../assessments/assessment-context'
import { trailEntry, type TrailEntry } from '../audit/audit.page'
import type { TrailRow } from '../audit/audit.repository'
import { civilDate } from '../clock'
import { noteTargetOf, type NoteAct } from '../engine/stages/notes'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import { NATURE_WORDS } from '../web/components/evidence'
import { dateField, textAreaField } from '../web/components/fields'
import type { Field } from '../web/components/field'
import type { Confirm, Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import { formatDate, formatInstant } from '../web/format/date'
import type { IconName } from '../web/icons'
import type { PageModel } from '../web/view'
import { noteFields } from './note-form.page'
import { areaTitles, placeName, placeTitle, placeValue } from './note-place'
import { dueStatus, ENTRY_WORDS, ORIGIN_WORDS, SEVERITY_WORDS, STATE_WORDS } from './note-words'
import { NOTE_LENGTH } from './notes.form'
import type { NoteThread, SeenNote } from './notes.service'
import type { ShownPiece, TeamPerson } from './notes.repository'
import { replyFormOf, type ReplyFacts, type ReplyForm } from './reply-form.page'

declare module '../web/view' {
  interface Views {
    'notes/note': NotePage
  }
}

/** One note with its thread, and what whoever looks may do about it. */
export interface NotePage extends PageModel {
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
  readonly reply: ReplyForm | null
  readonly verification: SmallForm | null
  readonly giveBack: SmallForm | null
  readonly correction: SmallForm | null
  readonly withdrawal: Confirm | null
  readonly withdrawalOpen: boolean
  readonly trail: readonly TrailEntry[]
}

interface SmallForm {
  readonly action: string
  readonly version: string
  readonly fields: readonly Field[]
  /** It came back and is to be seen at once. */
  readonly open: boolean
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

/** A form that came back. */
export interface RefusedNoteAct {
  readonly act: NoteAct
  readonly form: FormState
  readonly clash: string
}

export interface NoteFacts {
  readonly seen: SeenNote
  readonly thread: NoteThread
  readonly trail: readonly TrailRow[]
  /** The assessment that the satker works on now. */
  readonly present: AssessmentContext
  readonly team: readonly TeamPerson[]
  readonly reply: ReplyFacts
}

export function notePage(facts: NoteFacts, now: Date, refused: RefusedNoteAct | null = null): NotePage {
  const { seen, thread, present } = facts
  const { note, assessment } = seen
  const { timeZone } = assessment
  const forms = formsOf(facts, refused)
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
}: ShownPiece): ThreadEntry['pieces'][number] {
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

function clashOf({ seen, thread }: NoteFacts, { act, form, clash }: RefusedNoteAct): Clash {
  const mine = form.values['text']
  const last = thread.entries.at(-1)
  const theirs =
    act === 'correct' || !last
      ? `${seen.note.text} (${SEVERITY_WORDS[seen.note.severity].text}, tenggat ${formatDate(seen.note.dueOn)})`
      : `${ENTRY_WORDS[last.kind]} oleh ${last.writtenByName ?? ''}: ${last.text || 'tanpa pesan'}`
  return { lead: clash, mine: typeof mine === 'string' ? mine : '', theirs }
}

function formsOf(facts: NoteFacts, refused: RefusedNoteAct | null) {
  const { seen, team } = facts
  const { note, assessment, role } = seen
  const version = String(note.version)
  const may = (act: NoteAct): boolean => noteTargetOf(act, role, note.state) !== null
  const typed = (act: NoteAct, values: FormState['values'] = {}): FormState =>
    refused?.act === act ? refused.form : freshForm(values)
  const open = (act: NoteAct): boolean => refused?.act === act
  const small = (act: NoteAct, action: string, fields: readonly Field[]): SmallForm | null =>
    may(act) ? { action, version, fields, open: open(act) } : null
  const returnFields = [
    textAreaField(typed('return'), 'text', {
      label: 'Yang masih kurang',
      rows: 3,
      maxlength: NOTE_LENGTH,
      idPrefix: 'kembali-',
    }),
    dateField(typed('return'), 'dueOn', {
      label: 'Tenggat baru',
      required: false,
      hint: 'Kosong: tenggatnya tetap.',
      idPrefix: 'kembali-',
    }),
  ]
  const verificationFields = [
    textAreaField(typed('verify'), 'text', {
      label: 'Pesan',
      rows: 2,
      required: false,
      maxlength: NOTE_LENGTH,
      idPrefix: 'verifikasi-',
    }),
  ]
  const withdrawalFields = [
    textAreaField(typed('withdraw'), 'text', {
      label: 'Alasan',
      rows: 2,
      maxlength: NOTE_LENGTH,
      idPrefix: 'tarik-',
    }),
  ]
  const standing = {
    about: placeValue(note),
    text: note.text,
    severity: note.severity,
    dueOn: note.dueOn,
    owner: note.ownerId ?? '',
  }
  const correctionFields = may('correct')
    ? noteFields(assessment, team, typed('correct', standing), 'perbaiki-')
    : []
  const reply = may('reply') ? replyFormOf(seen, facts.reply, typed('reply')) : null
  const withdrawal: Confirm | null = may('withdraw')
    ? {
        tone: 'warn',
        lead: 'Tarik catatan ini?',
        text: 'Catatan yang ditarik tetap dapat dibaca beserta alasannya, tetapi tidak dihitung lagi.',
        action: paths.noteWithdrawal(note.id),
        submit: 'Tarik catatan',
        destructive: true,
        hidden: [{ name: 'version', value: version }],
        fields: withdrawalFields,
        cancel: { label: 'Batal', href: paths.note(note.id) },
      }
    : null
  const fieldsOf: Readonly<Record<NoteAct, readonly Field[]>> = {
    correct: correctionFields,
    reply: reply ? [reply.text] : [],
    verify: verificationFields,
    return: returnFields,
    withdraw: withdrawalFields,
  }
  return {
    fields: refused ? fieldsOf[refused.act] : [],
    shown: {
      reply,
      verification: small('verify', paths.noteVerification(note.id), verificationFields),
      giveBack: small('return', paths.noteReturn(note.id), returnFields),
      correction: small('correct', paths.note(note.id), correctionFields),
      withdrawal,
      withdrawalOpen: open('withdraw'),
    },
  }
}
