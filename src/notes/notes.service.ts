import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import type { AssessmentsService } from '../assessments/assessments.service'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import type { EvidenceShelfService } from '../evidence/evidence-shelf.service'
import type { PickedPiece } from '../evidence/evidence-shelf.repository'
import { noteTargetOf, type NoteAct, type NoteRole, type NoteState } from '../engine/stages/notes'
import { Conflict, Invalid, NotFound, Refused } from '../refusals'
import type { NoteAnnouncements } from './note-announcements'
import type { NoteEntryKind } from './note-entry.entity'
import type { Note, NoteOrigin } from './note.entity'
import { readPlace } from './note-place'
import { REFUSAL_WORDS } from './note-words'
import { evaluatesAt, noteRoleOf, writesAs } from './note-roles'
import type { NoteDraft } from './notes.form'
import {
  NotesRepository,
  type EarlierNote,
  type EntryRow,
  type NoteRow,
  type TeamPerson,
} from './notes.repository'

/** A note before the one who looks at it. */
export interface SeenNote {
  readonly note: NoteRow
  /** The assessment in which it was written. */
  readonly assessment: AssessmentContext
  readonly role: NoteRole
}

export interface NoteThread {
  readonly entries: readonly (EntryRow & { readonly evidence: readonly PickedPiece[] })[]
  /** On the same question in cycles before, the newest first. */
  readonly earlier: readonly EarlierNote[]
}

/** The thread of a note is one page, which whoever judges it must be able to read. */
const MOST_REPLIES = 100

const CHANGED = 'Catatan ini berubah sejak halaman dibuka. Periksa keadaannya, lalu kirim lagi.'

/** Writing notes to a satker, answering them, and judging the answers. */
export class NotesService {
  private readonly rows: NotesRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly assessments: AssessmentsService,
    private readonly announcements: NoteAnnouncements,
    private readonly shelf: EvidenceShelfService,
    private readonly clock: Clock,
  ) {
    this.rows = new NotesRepository(database)
  }

  /** The note when the actor may see its satker. Two statements, three for evaluators. */
  async get(actor: Actor, id: string): Promise<SeenNote> {
    const note = await this.rows.visible(actor, id)
    if (!note) throw new NotFound('Catatan')
    const assessment = await this.assessments.visibleTo(actor).get(note.assessmentId)
    const seats = await this.seatsAt(actor, assessment)
    return { note, assessment, role: noteRoleOf(actor, assessment, note, seats) }
  }

  /** What was said under a note. Two statements, three of a note on a question. */
  async threadOf(actor: Actor, { note, assessment }: SeenNote): Promise<NoteThread> {
    const [entries, evidence, earlier] = await Promise.all([
      this.rows.entries(note.id),
      this.rows.evidence(actor, assessment, note.id),
      note.scope === 'question' ? this.rows.earlier(assessment.satkerId, note.place, note.year) : [],
    ])
    return {
      entries: entries.map(entry => ({
        ...entry,
        evidence: evidence.filter(piece => piece.entryId === entry.id),
      })),
      earlier,
    }
  }

  /** As which side the actor writes notes at an assessment; null for everybody else. */
  async writesAs(actor: Actor, assessment: AssessmentContext): Promise<NoteOrigin | null> {
    return writesAs(actor, assessment, await this.seatsAt(actor, assessment))
  }

  /** Everybody of the satker's team, each once. One statement. */
  async teamOf(assessment: AssessmentContext): Promise<TeamPerson[]> {
    const team = await this.rows.team(assessment.satkerId, this.todayAt(assessment))
    return team.filter((person, place) => team.findIndex(one => one.id === person.id) === place)
  }

  /** Writes a note. Invalid on a place, an owner or a due day that is none; Refused for whoever writes none here. */
  async write(actor: Actor, assessment: AssessmentContext, draft: NoteDraft): Promise<string> {
    return this.database.inTransaction(async () => {
      const origin = await this.writesAs(actor, assessment)
      if (origin === null)
        throw new Refused(
          'Catatan ditulis oleh evaluator yang bertugas di satker ini atau pendamping dari kanwilnya.',
        )
      const facts = await this.checked(assessment, draft, null)
      const note: Note = {
        id: newId(),
        assessmentId: assessment.id,
        origin,
        ...facts,
        state: 'terbuka',
        version: 1,
        writtenBy: actor.userId ?? '',
        writtenAt: instant(this.clock),
        settledAt: null,
      }
      await this.rows.insert(note)
      await this.record(actor, assessment, note, 'write-note', { after: await this.told(assessment, facts) })
      await this.announcements.satkerIsAsked(actor, assessment, note, 'note-written')
      return note.id
    })
  }

  /** Corrects a note that nobody replied to yet. */
  async correct(actor: Actor, id: string, draft: NoteDraft, base: number): Promise<void> {
    await this.change(actor, id, 'correct', base, async ({ note, assessment }) => {
      const facts = await this.checked(assessment, draft, note)
      await this.rows.update(id, { ...facts, version: note.version + 1 })
      const [before, after] = [await this.told(assessment, note), await this.told(assessment, facts)]
      await this.record(actor, assessment, { id, ...facts }, 'correct-note', { before, after })
    })
  }

  /** Answers a note, with pieces of the satker's shelf that the actor may open. */
  async reply(
    actor: Actor,
    id: string,
    { text, evidence }: { readonly text: string; readonly evidence: readonly string[] },
    base: number,
  ): Promise<void> {
    await this.change(actor, id, 'reply', base, async (seen, to) => {
      if ((await this.rows.replies(id)) >= MOST_REPLIES)
        throw new Invalid('Tanggapan belum terkirim.', {
          text: `Catatan ini sudah ditanggapi ${MOST_REPLIES} kali. Mintalah penulisnya memutuskannya.`,
        })
      const wanted = await this.shelf.attachable(
        actor,
        seen.assessment,
        evidence,
        'Tanggapan belum terkirim.',
      )
      await this.say(actor, seen, { kind: 'reply', to, text }, { pieces: wanted })
      await this.record(actor, seen.assessment, seen.note, 'reply-note', {
        after: { reply: text, evidence: wanted.length },
      })
      await this.announcements.judgesAreAsked(actor, seen.assessment, seen.note)
    })
  }

  /** Takes the answer as sufficient. */
  async verify(actor: Actor, id: string, { text }: { readonly text: string }, base: number): Promise<void> {
    await this.change(actor, id, 'verify', base, async (seen, to) => {
      await this.say(actor, seen, { kind: 'verify', to, text }, { settledAt: instant(this.clock) })
      await this.record(actor, seen.assessment, seen.note, 'verify-note', {
        after: text === '' ? {} : { remark: text },
      })
      await this.announcements.settled(actor, seen.assessment, seen.note, 'diverifikasi')
    })
  }

  /** Gives the note back with what is still missing; the due day stays unless a new one is named. */
  async return(
    actor: Actor,
    id: string,
    { text, dueOn }: { readonly text: string; readonly dueOn: string },
    base: number,
  ): Promise<void> {
    await this.change(actor, id, 'return', base, async (seen, to) => {
      const { note, assessment } = seen
      const moved = dueOn !== '' && dueOn !== note.dueOn
      if (moved) this.requireAhead(assessment, dueOn)
      await this.say(actor, seen, { kind: 'return', to, text }, moved ? { dueOn } : {})
      await this.record(actor, assessment, note, 'return-note', {
        ...(moved ? { before: { dueOn: note.dueOn } } : {}),
        after: { reason: text, ...(moved ? { dueOn } : {}) },
      })
      const standing = moved ? { ...note, dueOn } : note
      await this.announcements.satkerIsAsked(actor, assessment, standing, 'note-returned')
    })
  }

  /** Takes back a note that was a mistake: it stays to be read and counts no more. */
  async withdraw(actor: Actor, id: string, { text }: { readonly text: string }, base: number): Promise<void> {
    await this.change(actor, id, 'withdraw', base, async (seen, to) => {
      await this.say(actor, seen, { kind: 'withdraw', to, text }, { settledAt: instant(this.clock) })
      await this.record(actor, seen.assessment, seen.note, 'withdraw-note', { after: { reason: text } })
      await this.announcements.settled(actor, seen.assessment, seen.note, 'ditarik')
    })
  }

  /**
   * Does an act on a note, in one transaction. Conflict over another version than `base`, Refused where the actor may
   * not do it in the state of the note.
   */
  async change(
    actor: Actor,
    id: string,
    act: NoteAct,
    base: number,
    work: (seen: SeenNote, to: NoteState) => Promise<void>,
  ): Promise<void> {
    await this.database.inTransaction(async () => {
      await this.rows.hold(id)
      const seen = await this.get(actor, id)
      if (seen.note.version !== base) throw new Conflict(CHANGED, seen.note)
      const to = noteTargetOf(act, seen.role, seen.note.state)
      if (to === null) throw new Refused(REFUSAL_WORDS[act])
      await work(seen, to)
    })
  }

  /** Adds to the thread and moves the note on. */
  private async say(
    actor: Actor,
    { note }: SeenNote,
    { kind, to, text }: { readonly kind: NoteEntryKind; readonly to: NoteState; readonly text: string },
    { pieces = [], ...more }: { readonly pieces?: readonly string[]; settledAt?: string; dueOn?: string },
  ): Promise<void> {
    const entry = { id: newId(), noteId: note.id, kind, text }
    const by = { writtenBy: actor.userId ?? '', writtenAt: instant(this.clock) }
    await this.rows.insertEntry({ ...entry, ...by }, pieces)
    await this.rows.update(note.id, { settledAt: null, ...more, state: to, version: note.version + 1 })
  }

  /** What a draft says, as it is kept. A due day that stands already may have passed meanwhile. */
  private async checked(
    assessment: AssessmentContext,
    { about, text, severity, dueOn, owner }: NoteDraft,
    standing: Note | null,
  ): Promise<Pick<Note, 'scope' | 'place' | 'part' | 'text' | 'severity' | 'dueOn' | 'ownerId'>> {
    const place = readPlace(assessment.instrument, about)
    const team = await this.teamOf(assessment)
    if (!place) throw refused('about', 'Pilih yang dicatat: pertanyaan, area, atau seluruh penilaian.')
    if (dueOn !== standing?.dueOn) this.requireAhead(assessment, dueOn)
    if (owner !== '' && owner !== standing?.ownerId && !team.some(person => person.id === owner))
      throw refused('owner', 'Pilih seorang dari tim satker ini.')
    return { ...place, text, severity, dueOn, ownerId: owner || null }
  }

  private requireAhead(assessment: AssessmentContext, dueOn: string): void {
    if (dueOn < this.todayAt(assessment))
      throw refused('dueOn', 'Tenggat ini sudah lewat. Isi hari ini atau sesudahnya.')
  }

  private todayAt({ timeZone }: AssessmentContext): string {
    return civilDate(this.clock(), timeZone)
  }

  private async seatsAt(actor: Actor, assessment: AssessmentContext) {
    return evaluatesAt(actor, assessment) ? this.rows.seats(actor.userId ?? '', assessment.satkerId) : []
  }

  /** A note as the trail tells it. */
  private async told(
    assessment: AssessmentContext,
    { scope, place, text, severity, dueOn, ownerId }: Awaited<ReturnType<NotesService['checked']>>,
  ): Promise<object> {
    const owner = ownerId && (await this.teamOf(assessment)).find(person => person.id === ownerId)?.name
    return {
      note: text,
      severity,
      dueOn,
      ...(owner ? { owner } : {}),
      ...(scope === 'area' ? { part: place } : {}),
    }
  }

  private record(
    actor: Actor,
    { id: assessmentId, satkerId }: AssessmentContext,
    { id, scope, place }: Pick<Note, 'id' | 'scope' | 'place'>,
    action: string,
    change: { readonly before?: object; readonly after: object },
  ): Promise<void> {
    const question = scope === 'question' ? place : null
    const of = { subjectType: 'note', subjectId: id, satkerId, assessmentId, question }
    return this.audit.record(actor, { action, ...of, ...change })
  }
}

const refused = (field: string, message: string) =>
  new Invalid('Catatan belum tersimpan.', { [field]: message })
