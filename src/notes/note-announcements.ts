import type { Actor } from '../access/actor'
import type { AssessmentContext } from '../assessments/assessment-context'
import { civilDate, type Clock } from '../clock'
import type { Database } from '../db/database'
import { AWAITING_SATKER } from '../engine/stages/notes'
import { daysUntil, reminderSpan, type Deadline } from '../messages/deadlines'
import type { MessagesService, Telling } from '../messages/messages.service'
import { paths } from '../paths'
import { formatDate } from '../web/format/date'
import { placeName } from './note-place'
import type { Note } from './note.entity'
import { NoteRecipientsRepository, type DueNoteRow } from './note-recipients.repository'
import { SEVERITY_WORDS } from './note-words'

type Told = Pick<Note, 'id' | 'scope' | 'place' | 'part' | 'severity' | 'dueOn' | 'ownerId'>
type Addressed = Pick<Note, 'part' | 'ownerId'>

/** What each act on a note tells, and whom. The acts' methods must be called inside the transaction of the act. */
export class NoteAnnouncements {
  private readonly people: NoteRecipientsRepository

  constructor(
    database: Database,
    private readonly messages: MessagesService,
    private readonly clock: Clock,
  ) {
    this.people = new NoteRecipientsRepository(database)
  }

  /** The satker has the next word. */
  async satkerIsAsked(
    actor: Actor,
    assessment: AssessmentContext,
    note: Told,
    kind: 'note-written' | 'note-returned',
  ): Promise<void> {
    const act = kind === 'note-written' ? 'menulis catatan' : 'mengembalikan tanggapan atas catatan'
    await this.messages.tell(actor, {
      ...(await this.toSatker(assessment, note)),
      kind,
      subject: `${kind === 'note-written' ? 'Catatan baru' : 'Tanggapan dikembalikan'}: ${placeName(note)}, ${unitOf(assessment)}`,
      text: `${actor.name} ${act} ${SEVERITY_WORDS[note.severity].text.toLowerCase()} dengan tenggat ${formatDate(note.dueOn)}.`,
    })
  }

  /** The satker gave the note to somebody of its own. */
  async handedOver(actor: Actor, assessment: AssessmentContext, note: Told, owner: string): Promise<void> {
    await this.messages.tell(actor, {
      kind: 'note-given',
      to: [owner],
      assessment: assessment.id,
      subject: `Catatan diserahkan kepada Anda: ${placeName(note)}, ${unitOf(assessment)}`,
      text: `${actor.name} menjadikan Anda penanggung jawab catatan ini. Tenggatnya ${formatDate(note.dueOn)}.`,
      href: paths.note(note.id),
    })
  }

  /** The satker answered: whoever judges the note learns of it. */
  async judgesAreAsked(
    actor: Actor,
    assessment: AssessmentContext,
    note: Told & Pick<Note, 'origin' | 'writtenBy'>,
  ): Promise<void> {
    await this.messages.tell(actor, {
      kind: 'note-replied',
      to: await this.people.judges({ ...note, satkerId: assessment.satkerId }),
      assessment: assessment.id,
      subject: `Catatan ditanggapi: ${placeName(note)}, ${unitOf(assessment)}`,
      text: `${actor.name} menanggapi catatan ini. Verifikasi atau kembalikan tanggapannya.`,
      href: paths.note(note.id),
    })
  }

  /** Nothing is left to do for the satker. */
  async settled(
    actor: Actor,
    assessment: AssessmentContext,
    note: Told,
    how: 'diverifikasi' | 'ditarik',
  ): Promise<void> {
    await this.messages.tell(actor, {
      ...(await this.toSatker(assessment, note)),
      kind: 'note-verified',
      subject: `Catatan ${how}: ${placeName(note)}, ${unitOf(assessment)}`,
      text:
        how === 'ditarik'
          ? `${actor.name} menarik catatan ini. Tidak perlu ditanggapi lagi.`
          : `${actor.name} menerima tanggapan atas catatan ini.`,
    })
  }

  /** Notes that wait for a satker and are due within the next seven days. Two statements. */
  async deadlines(now: Date): Promise<Deadline[]> {
    const { from, to } = reminderSpan(now)
    const waiting = await this.people.due(AWAITING_SATKER, from, to)
    const due = waiting.filter(row => daysUntil({ closesOn: row.dueOn, timeZone: row.timeZone }, now) >= 0)
    const teams = await this.people.teams(
      due.map(({ satkerId }) => satkerId),
      civilDate(now, 'Asia/Jakarta'),
    )
    return due.map(row =>
      deadlineOf(
        row,
        addressees(
          teams.filter(({ satkerId }) => satkerId === row.satkerId),
          row,
        ),
      ),
    )
  }

  private async toSatker(
    { id, satkerId, timeZone }: AssessmentContext,
    note: Told,
  ): Promise<Pick<Telling, 'to' | 'assessment' | 'href'>> {
    const team = await this.people.teams([satkerId], civilDate(this.clock(), timeZone))
    return { to: addressees(team, note), assessment: id, href: paths.note(note.id) }
  }
}

/** Head and chair, and whoever looks after the note: its owner, or without one the pokja of its part. */
function addressees(
  team: Awaited<ReturnType<NoteRecipientsRepository['teams']>>,
  { ownerId, part }: Addressed,
): string[] {
  const looksAfter = (person: (typeof team)[number]) =>
    ownerId === null
      ? person.parts === null || (part !== '' && person.parts.split(',').includes(part))
      : person.id === ownerId
  return [...new Set(team.filter(one => one.role !== 'member' || looksAfter(one)).map(({ id }) => id))]
}

const deadlineOf = (row: DueNoteRow, to: readonly string[]): Deadline => ({
  kind: 'note-due',
  what: `catatan:${row.id}`,
  closesOn: row.dueOn,
  timeZone: row.timeZone,
  to,
  assessment: row.assessmentId,
  name: `Tenggat catatan ${placeName(row)}, ${unitOf(row)}`,
  todo: 'Catatan ini belum ditanggapi.',
  href: paths.note(row.id),
})

const unitOf = ({ satkerName, year }: Pick<AssessmentContext, 'satkerName' | 'year'>): string =>
  `${satkerName} ${year}`
