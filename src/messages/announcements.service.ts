import type { Actor } from '../access/actor'
import type { Role } from '../access/roles'
import { partOf, type AssessmentContext } from '../assessments/assessment-context'
import { civilDate, type Clock } from '../clock'
import type { Database } from '../db/database'
import type { AssessmentStage } from '../engine/stages/stages'
import { seatsOfRound, type AssessorSeat } from '../engine/stages/turns'
import { paths } from '../paths'
import { formatCount } from '../web/format/number'
import { groupedBy } from './grouped-by'
import type { MessagesService, Telling } from './messages.service'
import { namedUnits } from './named-units'
import { RecipientsRepository } from './recipients.repository'

const SEAT_NAMES: Readonly<Record<AssessorSeat, string>> = {
  kanwil: 'prapenilai kanwil',
  member: 'anggota tim',
  lead: 'ketua tim',
  controller: 'pengendali teknis',
}

/** An assessment that was given to a member of a team. */
export interface Assigned {
  readonly id: string
  readonly stage: AssessmentStage
  readonly satkerName: string
  readonly userId: string
}

/** What each act of an assessment tells, and whom. Every method must be called inside the transaction of its act. */
export class Announcements {
  private readonly people: RecipientsRepository

  constructor(
    database: Database,
    private readonly messages: MessagesService,
    private readonly clock: Clock,
  ) {
    this.people = new RecipientsRepository(database)
  }

  /** The head handed in, for the first time or after a repair: whoever scores next learns of it. */
  async submitted(actor: Actor, assessment: AssessmentContext): Promise<void> {
    const again = assessment.round > 1
    await this.turn(actor, assessment, this.firstSeat(assessment), {
      kind: 'submitted',
      subject: `${again ? 'Perbaikan diajukan' : 'Penilaian diajukan'}: ${unitOf(assessment)}`,
      text: again
        ? `${actor.name} mengajukan lagi setelah perbaikan.`
        : `${actor.name} mengajukan penilaian untuk dievaluasi.`,
    })
  }

  /** The head took the submission back: whoever was told to score it learns that there is nothing to score. */
  async withdrawn(actor: Actor, assessment: AssessmentContext): Promise<void> {
    const sitting = await this.sitting(assessment, this.firstSeat(assessment))
    await this.messages.tell(actor, {
      kind: 'withdrawn',
      to: sitting.length > 0 ? sitting : idsOf(await this.holders(assessment, ['centre-admin'])),
      assessment: assessment.id,
      subject: `Pengajuan ditarik: ${unitOf(assessment)}`,
      text: `${actor.name} menarik pengajuan ini kembali. Penilaiannya menunggu diajukan lagi.`,
      href: sitting.length > 0 ? paths.evaluationQueue() : paths.evaluatorAssignments(assessment.cycleId),
    })
  }

  /** The satker answers what was sent back: the member learns of it once a day, however many questions it answers. */
  async repairReplied(actor: Actor, assessment: AssessmentContext): Promise<void> {
    const { id, round } = assessment
    await this.messages.tell(actor, {
      kind: 'repair-replied',
      to: await this.sitting(assessment, 'member'),
      assessment: id,
      subject: `Catatan perbaikan ditanggapi: ${unitOf(assessment)}`,
      text: 'Satker menanggapi pertanyaan yang dikembalikan. Perbaikannya belum diajukan.',
      href: paths.repairs(id),
      once: `repair-replied:${id}:${round}:${this.today(assessment)}`,
    })
  }

  /**
   * Assessments were given to members: each learns of all of theirs at once. What the satker still fills is told when
   * it is handed in.
   */
  async assigned(actor: Actor, year: number, given: readonly Assigned[]): Promise<void> {
    const waiting = given.filter(({ stage }) => stage !== 'draf')
    const tellings = [...groupedBy(waiting, ({ userId }) => userId)].map(([userId, units]): Telling => {
      const only = units.length === 1 ? units[0] : undefined
      return {
        kind: 'assigned',
        to: [userId],
        assessment: only?.id ?? null,
        subject: `Ditugaskan kepada Anda: ${only?.satkerName ?? `${formatCount(units.length)} satker`} ${year}`,
        text: only
          ? `${actor.name} menugaskan Anda untuk menilai satker ini.`
          : `${actor.name} menugaskan Anda untuk menilai ${namedUnits(units)}.`,
        href: only ? paths.evaluation(only.id) : paths.evaluationQueue(),
      }
    })
    await this.messages.tell(actor, ...tellings)
  }

  /** A seat handed its sheet in: the next one learns that it is their turn. */
  async handedIn(actor: Actor, assessment: AssessmentContext, seat: AssessorSeat): Promise<void> {
    const seats = seatsOfRound(assessment.round, assessment.settings)
    const next = seats[seats.indexOf(seat) + 1]
    if (!next) return
    await this.turn(actor, assessment, next, {
      kind: 'handed-in',
      subject: `Lembar ${SEAT_NAMES[seat]} diserahkan: ${unitOf(assessment)}`,
      text: `${actor.name} menyerahkan lembar ${SEAT_NAMES[seat]}.`,
    })
  }

  /** Questions went back to the satker: its head and chair learn of all, a pokja of those in its parts. */
  async sentBack(actor: Actor, assessment: AssessmentContext, questions: readonly string[]): Promise<void> {
    const holders = await this.holders(assessment, ['head', 'chair', 'member'])
    const covering = (parts: string | null) =>
      questions.filter(code => parts === null || parts.split(',').includes(partOf(assessment, code) ?? ''))
        .length
    const byCount = new Map<number, string[]>()
    for (const { userId, role, parts } of holders) {
      const count = role === 'member' ? covering(parts) : questions.length
      if (count > 0) byCount.set(count, [...(byCount.get(count) ?? []), userId])
    }
    const told = new Set<string>()
    const tellings = [...byCount]
      .sort(([one], [other]) => other - one)
      .map(([count, people]): Telling => {
        const to = people.filter(id => !told.has(id))
        to.forEach(id => told.add(id))
        return {
          kind: 'sent-back',
          to,
          assessment: assessment.id,
          subject: `Dikembalikan untuk diperbaiki: ${unitOf(assessment)}`,
          text: `${formatCount(count)} pertanyaan dikembalikan oleh ketua tim, masing-masing dengan catatan.`,
          href: paths.repairs(assessment.id),
        }
      })
    await this.messages.tell(actor, ...tellings)
  }

  /** The head sent a part back: those who answer it learn of it, the chair where nobody else does. */
  async partReturned(
    actor: Actor,
    assessment: AssessmentContext,
    part: { readonly id: string; readonly title: string },
  ): Promise<void> {
    const holders = await this.holders(assessment, ['chair', 'member'])
    const pokja = holders.filter(
      ({ role, parts }) => role === 'member' && (parts === null || parts.split(',').includes(part.id)),
    )
    await this.messages.tell(actor, {
      kind: 'part-returned',
      to: idsOf(pokja.length > 0 ? pokja : holders.filter(({ role }) => role === 'chair')),
      assessment: assessment.id,
      subject: `Bagian dikembalikan: ${part.title}`,
      text: `Kepala satker mengembalikan bagian ini dengan pesan. ${unitOf(assessment)}.`,
      href: paths.worksheetPart(assessment.id, part.id),
    })
  }

  /** The result is final: the satker and its kanwil learn of it. */
  async finalised(actor: Actor, assessment: AssessmentContext): Promise<void> {
    await this.messages.tell(actor, {
      kind: 'final',
      to: idsOf(await this.holders(assessment, ['head', 'chair', 'kanwil-viewer'])),
      assessment: assessment.id,
      subject: `Hasil evaluasi final: ${unitOf(assessment)}`,
      text: 'Hasil evaluasi sudah ditetapkan dan disegel.',
      href: paths.result(assessment.id),
    })
  }

  /** Tells whoever sits on a seat that it is their turn; the centre when nobody does. */
  private async turn(
    actor: Actor,
    assessment: AssessmentContext,
    seat: AssessorSeat,
    said: Pick<Telling, 'kind' | 'subject' | 'text'>,
  ): Promise<void> {
    const { id, cycleId } = assessment
    const sitting = await this.sitting(assessment, seat)
    if (sitting.length > 0)
      return this.messages.tell(actor, {
        ...said,
        text: `${said.text} Giliran Anda menilai.`,
        to: sitting,
        assessment: id,
        href: paths.evaluation(id),
      })
    await this.messages.tell(actor, {
      ...said,
      text: `${said.text} Belum ada ${SEAT_NAMES[seat]} yang menilainya.`,
      to: idsOf(await this.holders(assessment, ['centre-admin'])),
      assessment: id,
      href: seat === 'member' ? paths.evaluatorAssignments(cycleId) : paths.teams(cycleId),
    })
  }

  private firstSeat({ round, settings }: AssessmentContext): AssessorSeat {
    return seatsOfRound(round, settings)[0] ?? 'member'
  }

  private async sitting(assessment: AssessmentContext, seat: AssessorSeat): Promise<string[]> {
    if (seat === 'kanwil') return idsOf(await this.holders(assessment, ['pendamping']))
    const seats = await this.people.seats([assessment.id], this.today(assessment))
    return seats.filter(row => row.seat === seat).map(({ userId }) => userId)
  }

  private holders(assessment: AssessmentContext, roles: readonly Role[]) {
    return this.people.holders([assessment.satkerId], roles, this.today(assessment))
  }

  private today({ timeZone }: AssessmentContext): string {
    return civilDate(this.clock(), timeZone)
  }
}

const idsOf = (rows: readonly { readonly userId: string }[]): string[] => rows.map(({ userId }) => userId)

const unitOf = ({ satkerName, year }: AssessmentContext): string => `${satkerName} ${year}`
