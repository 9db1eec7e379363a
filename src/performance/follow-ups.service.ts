import type { Actor } from '../access/actor'
import { mayAt, rolesAt, type ScopedSatker } from '../access/scope'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { followUpAfter, type FollowUpAct, type FollowUpSide } from '../engine/performance/follow-up'
import type { Quarter } from '../engine/performance/quarters'
import { reminderSpan, type Deadline } from '../messages/deadlines'
import type { MessageKind } from '../messages/message-kinds'
import type { MessagesService } from '../messages/messages.service'
import { paths } from '../paths'
import { Conflict, Invalid, NotFound, Refused } from '../refusals'
import type { RegisterUnit } from '../registers/register-unit'
import { formatDate, type TimeZone } from '../web/format/date'
import { FollowUpsRepository, type DueFollowUp, type FollowUpRow } from './follow-ups.repository'
import { quarterName } from './performance-entries'
import { ROMAN } from './performance-list'

export interface FollowUpDraft {
  readonly year: number
  readonly quarter: Quarter
  readonly text: string
  readonly dueOn: string
}

const CHANGED = 'Tindak lanjut ini berubah sejak halaman dibuka. Periksa keadaannya, lalu kirim lagi.'
const ASKERS = 'Tindak lanjut kinerja ditulis oleh pemantau kanwil, pendamping, atau administrator pusat.'

const POLICY_OF = { asks: 'follow-performance', answers: 'keep-registers' } as const

const ACT_NAMES: Readonly<Record<FollowUpAct, string>> = {
  reply: 'reply-follow-up',
  close: 'close-follow-up',
  return: 'return-follow-up',
}

/** What a region asks a satker about a quarter, until it is closed. */
export class FollowUpsService {
  private readonly rows: FollowUpsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly messages: MessagesService,
    private readonly clock: Clock,
  ) {
    this.rows = new FollowUpsRepository(database)
  }

  /** Those of a satker's year, after the open ones of every year. One statement. */
  of(satkerId: string, year: number): Promise<FollowUpRow[]> {
    return this.rows.of(satkerId, year)
  }

  /** One at a satker that the actor may read; NotFound otherwise. One statement. */
  async get(actor: Actor, id: string): Promise<FollowUpRow> {
    const row = await this.rows.visible(actor, id)
    if (!row) throw new NotFound('Tindak lanjut')
    return row
  }

  /** On which side of it the actor stands; on none for those who only read. */
  sidesOf(actor: Actor, satker: ScopedSatker): FollowUpSide[] {
    return (['asks', 'answers'] as const).filter(side => mayAt(actor, POLICY_OF[side], satker))
  }

  today({ timeZone }: { readonly timeZone: TimeZone }): string {
    return civilDate(this.clock(), timeZone)
  }

  /** Asks a satker; its head and chair are told. */
  async write(actor: Actor, unit: RegisterUnit, draft: FollowUpDraft): Promise<string> {
    if (!mayAt(actor, 'follow-performance', unit)) throw new Refused(ASKERS)
    const today = this.today(unit)
    if (draft.dueOn < today)
      throw new Invalid('Tindak lanjut belum tersimpan.', { dueOn: 'Tenggat sudah lewat.' })
    const id = newId()
    await this.database.inTransaction(async () => {
      await this.rows.insert({
        ...draft,
        id,
        satkerId: unit.satkerId,
        state: 'open',
        version: 1,
        writtenBy: actor.userId ?? '',
        writtenAt: instant(this.clock),
        reply: '',
        repliedBy: null,
        repliedAt: null,
        remark: '',
        closedAt: null,
      })
      await this.audit.record(actor, {
        action: 'write-follow-up',
        subjectType: 'request',
        subjectId: id,
        satkerId: unit.satkerId,
        after: { quarter: `${ROMAN[draft.quarter]} ${draft.year}`, request: draft.text, dueOn: draft.dueOn },
        ...roleOf(actor, 'asks', unit),
      })
      await this.tell(
        actor,
        { ...draft, ...unit, id },
        'note-written',
        await this.rows.leaders(unit.satkerId, today),
        {
          subject: 'Tindak lanjut kinerja',
          text: `${actor.name} meminta tindak lanjut dengan tenggat ${formatDate(draft.dueOn)}.`,
        },
      )
    })
    return id
  }

  /** Replies, closes or gives back; `version` is that of the page. */
  async act(actor: Actor, id: string, act: FollowUpAct, version: number, text: string): Promise<void> {
    await this.database.inTransaction(async () => {
      await this.database.lock('performance_follow_ups', id)
      const row = await this.get(actor, id)
      const sides = this.sidesOf(actor, row)
      if (row.version !== version) throw new Conflict(CHANGED, row)
      const state = followUpAfter(row.state, act, sides)
      if (!state) throw new Refused(refusalOf(act))
      const now = instant(this.clock)
      await this.rows.update(id, {
        state,
        version: row.version + 1,
        ...(act === 'reply'
          ? { reply: text, repliedBy: actor.userId, repliedAt: now }
          : { remark: text, closedAt: act === 'close' ? now : null }),
      })
      await this.audit.record(actor, {
        action: ACT_NAMES[act],
        subjectType: 'request',
        subjectId: id,
        satkerId: row.satkerId,
        after: {
          quarter: `${ROMAN[row.quarter]} ${row.year}`,
          ...(act === 'reply' ? { reply: text } : { remark: text }),
        },
        ...roleOf(actor, act === 'reply' ? 'answers' : 'asks', row),
      })
      await this.announce(actor, row, act)
    })
  }

  /** Those that wait for a satker and are due within the next seven days. One statement. */
  async deadlines(now: Date): Promise<Deadline[]> {
    const { from, to } = reminderSpan(now)
    const rows = await this.rows.due(from, to, civilDate(now, 'Asia/Jakarta'))
    const deadlines = new Map<string, Deadline & { readonly to: string[] }>()
    for (const row of rows) {
      const known = deadlines.get(row.id) ?? { ...deadlineOf(row), to: [] }
      known.to.push(row.userId)
      deadlines.set(row.id, known)
    }
    return [...deadlines.values()]
  }

  private async announce(actor: Actor, row: FollowUpRow, act: FollowUpAct): Promise<void> {
    if (act === 'reply')
      return this.tell(actor, row, 'note-replied', [row.writtenBy], {
        subject: 'Tindak lanjut kinerja ditanggapi',
        text: `${actor.name} menanggapi. Selesaikan atau kembalikan.`,
      })
    const to = await this.rows.leaders(row.satkerId, this.today(row))
    return this.tell(
      actor,
      row,
      act === 'close' ? 'note-verified' : 'note-returned',
      to,
      act === 'close'
        ? { subject: 'Tindak lanjut kinerja selesai', text: `${actor.name} menyatakannya selesai.` }
        : { subject: 'Tanggapan dikembalikan', text: `${actor.name} meminta tanggapan lain.` },
    )
  }

  private tell(
    actor: Actor,
    of: Pick<FollowUpRow, 'id' | 'year' | 'quarter' | 'satkerName'>,
    kind: MessageKind,
    to: readonly string[],
    { subject, text }: { readonly subject: string; readonly text: string },
  ): Promise<void> {
    return this.messages.tell(actor, {
      kind,
      to,
      assessment: null,
      subject: `${subject}: ${quarterName(of.year, of.quarter)}, ${of.satkerName}`,
      text,
      href: paths.followUp(of.id),
    })
  }
}

const deadlineOf = (row: DueFollowUp): Omit<Deadline, 'to'> => ({
  kind: 'note-due',
  what: `tindak-lanjut-kinerja:${row.id}`,
  closesOn: row.dueOn,
  timeZone: row.timeZone,
  assessment: null,
  name: `Tenggat tindak lanjut kinerja ${quarterName(row.year, row.quarter)}, ${row.satkerName}`,
  todo: 'Tindak lanjut ini belum ditanggapi.',
  href: paths.followUp(row.id),
})

const refusalOf = (act: FollowUpAct): string =>
  act === 'reply'
    ? 'Tindak lanjut ini tidak sedang menunggu tanggapan satker Anda.'
    : 'Tindak lanjut ini tidak dapat diselesaikan atau dikembalikan dari sini.'

function roleOf(actor: Actor, side: FollowUpSide, satker: ScopedSatker) {
  const [first] = rolesAt(actor, POLICY_OF[side], satker)
  return first ? { role: first.role } : {}
}
