import type { Actor } from '../access/actor'
import { requireMay, type AssessmentContext } from '../assessments/assessment-context'
import type { AuditService } from '../audit/audit.service'
import { civilDate, instant, type Clock } from '../clock'
import type { Database } from '../db/database'
import { newId } from '../db/ids'
import { Invalid } from '../refusals'
import { formatDate } from '../web/format/date'
import type { WindowDates } from './cycle-facts'
import type { WindowStage } from './cycle-window.entity'
import { WINDOW_STAGES } from './window-stages'
import type { CyclesService } from './cycles.service'
import { ExtensionsRepository, type ExtensionRow } from './extensions.repository'

/** The window of one stage for one assessment. */
export interface StageDeadline {
  readonly stage: WindowStage
  /** Null where the cycle sets no dates. */
  readonly window: WindowDates | null
  /** The last day for this assessment: the later one of the cycle's and the extensions'. */
  readonly closesOn: string | null
}

export interface Deadlines {
  readonly stages: readonly StageDeadline[]
  readonly extensions: readonly ExtensionRow[]
}

export interface ExtensionDraft {
  readonly stage: WindowStage
  readonly closesOn: string
  readonly reason: string
}

/** Later last days for single assessments, given by the centre. */
export class ExtensionsService {
  private readonly extensions: ExtensionsRepository

  constructor(
    private readonly database: Database,
    private readonly audit: AuditService,
    private readonly cycles: CyclesService,
    private readonly clock: Clock,
  ) {
    this.extensions = new ExtensionsRepository(database)
  }

  /** Every stage's dates for an assessment, with what was extended. Two statements. */
  async of(assessment: AssessmentContext): Promise<Deadlines> {
    const [windows, extensions] = await Promise.all([
      this.cycles.windowsOf(assessment.cycleId),
      this.extensions.ofAssessment(assessment.id),
    ])
    const stages = WINDOW_STAGES.map(stage => {
      const window = windows[stage] ?? null
      const given = extensions.filter(one => one.stage === stage).map(one => one.closesOn)
      return { stage, window, closesOn: window && [window.closesOn, ...given].sort().at(-1)! }
    })
    return { stages, extensions }
  }

  /** Gives a later last day; Invalid when the stage has no dates, or the day is not later or already over. */
  async extend(actor: Actor, assessment: AssessmentContext, draft: ExtensionDraft): Promise<void> {
    requireMay(actor, 'manage-cycles', assessment)
    await this.database.inTransaction(async () => {
      await this.database.lock('assessments', assessment.id)
      const { stages } = await this.of(assessment)
      const standing = stages.find(({ stage }) => stage === draft.stage)?.closesOn ?? null
      if (standing === null)
        throw refused('stage', 'Tahap ini tidak dibatasi tanggal, sehingga tidak perlu diperpanjang.')
      if (draft.closesOn <= standing)
        throw refused('closesOn', `Pilih hari sesudah batas sekarang, ${formatDate(standing)}.`)
      if (draft.closesOn < civilDate(this.clock(), assessment.timeZone))
        throw refused('closesOn', 'Hari ini atau sesudahnya; tanggal itu sudah lewat.')
      const id = newId()
      await this.extensions.insert({
        ...draft,
        id,
        assessmentId: assessment.id,
        createdBy: actor.userId ?? '',
        createdAt: instant(this.clock),
      })
      await this.audit.record(actor, {
        action: 'extend-window',
        subjectType: 'extension',
        subjectId: id,
        satkerId: assessment.satkerId,
        assessmentId: assessment.id,
        before: { stage: draft.stage, closesOn: standing },
        after: draft,
      })
    })
  }
}

const refused = (field: string, message: string) => new Invalid(message, { [field]: message })
