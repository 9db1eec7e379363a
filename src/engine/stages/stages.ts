export const ASSESSMENT_STAGES = [
  'draf',
  'diajukan',
  'dievaluasi',
  'dikembalikan',
  'dinilai',
  'final',
] as const
export type AssessmentStage = (typeof ASSESSMENT_STAGES)[number]

/** Seats of one assessment; which person sits on one is not the table's business. */
export type StageRole = 'head' | 'pre-assessor' | 'member' | 'team-lead' | 'controller' | 'inspectorate'

export type StageAct =
  'submit' | 'withdraw' | 'begin-evaluation' | 'hand-in' | 'send-back' | 'finalise' | 'reopen'

/** Where an act leads; `previous`: to the stage the assessment came from. */
export type StageTarget = AssessmentStage | 'previous'

export interface StageRule {
  readonly act: StageAct
  readonly role: StageRole
  readonly from: readonly AssessmentStage[]
  readonly to: StageTarget
}

/**
 * Which seat may do which act in which stage. What a table cannot say stays with the acts themselves: withdrawing only
 * while no decision was made, the pre-assessor only while that step is on, handing in when it is the seat's turn,
 * sending back once, reopening with a reason.
 */
export const STAGE_RULES: readonly StageRule[] = [
  { act: 'submit', role: 'head', from: ['draf', 'dikembalikan'], to: 'diajukan' },
  { act: 'withdraw', role: 'head', from: ['diajukan'], to: 'previous' },
  { act: 'begin-evaluation', role: 'pre-assessor', from: ['diajukan'], to: 'dievaluasi' },
  { act: 'begin-evaluation', role: 'member', from: ['diajukan'], to: 'dievaluasi' },
  { act: 'hand-in', role: 'member', from: ['dievaluasi'], to: 'dievaluasi' },
  { act: 'hand-in', role: 'team-lead', from: ['dievaluasi'], to: 'dievaluasi' },
  { act: 'hand-in', role: 'controller', from: ['dievaluasi'], to: 'dinilai' },
  { act: 'send-back', role: 'team-lead', from: ['dievaluasi'], to: 'dikembalikan' },
  { act: 'finalise', role: 'controller', from: ['dinilai'], to: 'final' },
  { act: 'reopen', role: 'inspectorate', from: ['final'], to: 'dinilai' },
]

/** Where the act leads in this stage; null when the seat may not do it there. */
export const targetOf = (act: StageAct, role: StageRole, stage: AssessmentStage): StageTarget | null =>
  STAGE_RULES.find(rule => rule.act === act && rule.role === role && rule.from.includes(stage))?.to ?? null

/** Whether a seat may do an act in a stage. */
export const canDo = (act: StageAct, role: StageRole, stage: AssessmentStage): boolean =>
  targetOf(act, role, stage) !== null
