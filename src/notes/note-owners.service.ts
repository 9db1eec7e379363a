import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import type { Database } from '../db/database'
import { Invalid } from '../refusals'
import type { NoteAnnouncements } from './note-announcements'
import { NotesRepository } from './notes.repository'
import type { NotesService } from './notes.service'

/** Who of the satker's team looks after a note; the satker itself gives it on. */
export class NoteOwnersService {
  private readonly rows: NotesRepository

  constructor(
    database: Database,
    private readonly audit: AuditService,
    private readonly notes: NotesService,
    private readonly announcements: NoteAnnouncements,
  ) {
    this.rows = new NotesRepository(database)
  }

  /** Gives a note to somebody of the team, or to nobody (`''`). Beside what every act throws, Invalid on a stranger. */
  async handOver(actor: Actor, id: string, owner: string, base: number): Promise<void> {
    await this.notes.change(actor, id, 'hand-over', base, async ({ note, assessment }) => {
      if (owner === (note.ownerId ?? '')) return
      const person = (await this.notes.teamOf(assessment)).find(one => one.id === owner)
      if (owner !== '' && !person)
        throw new Invalid('Penanggung jawab belum diganti.', { owner: 'Pilih seorang dari tim satker ini.' })
      await this.rows.update(note.id, { ownerId: person?.id ?? null, version: note.version + 1 })
      await this.audit.record(actor, {
        action: 'hand-over-note',
        subjectType: 'note',
        subjectId: note.id,
        satkerId: assessment.satkerId,
        assessmentId: assessment.id,
        question: note.scope === 'question' ? note.place : null,
        before: { owner: note.ownerName ?? '' },
        after: { owner: person?.name ?? '' },
      })
      if (person) await this.announcements.handedOver(actor, assessment, note, person.id)
    })
  }
}
