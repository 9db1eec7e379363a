import type { Actor } from '../access/actor'
import type { AuditService } from '../audit/audit.service'
import { instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Invalid, NotFound } from '../refusals'
import { PhrasesRepository } from './phrases.repository'

const LENGTH = 500
const MOST = 100

/** Sentences that a team uses again and again in its notes; whoever sits in the team keeps them. */
export class PhrasesService {
  private readonly rows: PhrasesRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {
    this.rows = new PhrasesRepository(database)
  }

  /** Adds a phrase. Invalid under `phrase` when it is empty, too long, known already, or one too many. */
  async add(actor: Actor, teamId: string, typed: string): Promise<void> {
    const text = typed.replace(/\s+/g, ' ').trim()
    await this.change(actor, teamId, async phrases => {
      if (text === '') throw refused('Tulis frasa yang akan disimpan.')
      if (text.length > LENGTH) throw refused(`Tulis paling banyak ${LENGTH} karakter.`)
      if (phrases.some(phrase => phrase.text === text)) throw refused('Frasa ini sudah ada di tim.')
      if (phrases.length >= MOST)
        throw refused(`Tim menyimpan paling banyak ${MOST} frasa. Hapus salah satu dahulu.`)
      await this.rows.insert({
        id: newId(),
        teamId,
        text,
        createdBy: actor.userId ?? '',
        createdAt: instant(this.clock),
      })
      await this.record(actor, 'add-phrase', teamId, { after: { phrase: text } })
    })
  }

  /** Takes a phrase away; notes that hold it keep it. One that is gone already is no fault. */
  async remove(actor: Actor, teamId: string, id: string): Promise<void> {
    await this.change(actor, teamId, async phrases => {
      const phrase = phrases.find(one => one.id === id)
      if (!phrase) return
      await this.rows.remove(id)
      await this.record(actor, 'remove-phrase', teamId, { before: { phrase: phrase.text } })
    })
  }

  private async change(
    actor: Actor,
    teamId: string,
    work: (phrases: Awaited<ReturnType<PhrasesRepository['ofTeam']>>) => Promise<void>,
  ): Promise<void> {
    await this.database.inTransaction(async () => {
      await this.rows.hold(teamId)
      if (!(await this.rows.isSeated(teamId, actor.userId ?? ''))) throw new NotFound('Tim')
      await work(await this.rows.ofTeam(teamId))
    })
  }

  private record(actor: Actor, action: string, teamId: string, change: object): Promise<void> {
    return this.audit.record(actor, { action, subjectType: 'team', subjectId: teamId, ...change })
  }
}

const refused = (message: string) => new Invalid('Frasa belum disimpan.', { phrase: message })
