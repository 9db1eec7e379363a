import {
  ASSESSMENT_STAGES,
  canDo,
  targetOf,
  type StageAct,
  type StageRole,
} from '../../../src/engine/stages/stages'

const ROLES: StageRole[] = ['head', 'pre-assessor', 'member', 'team-lead', 'controller', 'inspectorate']
const ACTS: StageAct[] = [
  'submit',
  'withdraw',
  'begin-evaluation',
  'hand-in',
  'send-back',
  'finalise',
  'reopen',
]

/** Every cell of stage × role × act: where it leads, or `.` where it is refused. */
const TABLE = `
act               role          draf       diajukan    dievaluasi    dikembalikan  dinilai  final
submit            head          diajukan   .           .             diajukan      .        .
submit            pre-assessor  .          .           .             .             .        .
submit            member        .          .           .             .             .        .
submit            team-lead     .          .           .             .             .        .
submit            controller    .          .           .             .             .        .
submit            inspectorate  .          .           .             .             .        .
withdraw          head          .          previous    .             .             .        .
withdraw          pre-assessor  .          .           .             .             .        .
withdraw          member        .          .           .             .             .        .
withdraw          team-lead     .          .           .             .             .        .
withdraw          controller    .          .           .             .             .        .
withdraw          inspectorate  .          .           .             .             .        .
begin-evaluation  head          .          .           .             .             .        .
begin-evaluation  pre-assessor  .          dievaluasi  .             .             .        .
begin-evaluation  member        .          dievaluasi  .             .             .        .
begin-evaluation  team-lead     .          .           .             .             .        .
begin-evaluation  controller    .          .           .             .             .        .
begin-evaluation  inspectorate  .          .           .             .             .        .
hand-in           head          .          .           .             .             .        .
hand-in           pre-assessor  .          .           .             .             .        .
hand-in           member        .          .           dievaluasi    .             .        .
hand-in           team-lead     .          .           dievaluasi    .             .        .
hand-in           controller    .          .           dinilai       .             .        .
hand-in           inspectorate  .          .           .             .             .        .
send-back         head          .          .           .             .             .        .
send-back         pre-assessor  .          .           .             .             .        .
send-back         member        .          .           .             .             .        .
send-back         team-lead     .          .           dikembalikan  .             .        .
send-back         controller    .          .           .             .             .        .
send-back         inspectorate  .          .           .             .             .        .
finalise          head          .          .           .             .             .        .
finalise          pre-assessor  .          .           .             .             .        .
finalise          member        .          .           .             .             .        .
finalise          team-lead     .          .           .             .             .        .
finalise          controller    .          .           .             .             final    .
finalise          inspectorate  .          .           .             .             .        .
reopen            head          .          .           .             .             .        .
reopen            pre-assessor  .          .           .             .             .        .
reopen            member        .          .           .             .             .        .
reopen            team-lead     .          .           .             .             .        .
reopen            controller    .          .           .             .             .        .
reopen            inspectorate  .          .           .             .             .        dinilai
`

const [, ...LINES] = TABLE.trim()
  .split('\n')
  .map(line => line.split(/ +/))

describe('who may do which act in which stage', () => {
  it('is written out for every act, role and stage', () => {
    expect(LINES.map(([act, role]) => `${act} ${role}`)).toEqual(
      ACTS.flatMap(act => ROLES.map(role => `${act} ${role}`)),
    )
    expect(LINES.every(line => line.length === ASSESSMENT_STAGES.length + 2)).toBe(true)
  })

  it.each(LINES)('%s by %s', (act, role, ...cells) => {
    const found = ASSESSMENT_STAGES.map(stage => targetOf(act as StageAct, role as StageRole, stage) ?? '.')
    expect(found).toEqual(cells)
    expect(ASSESSMENT_STAGES.map(stage => canDo(act as StageAct, role as StageRole, stage))).toEqual(
      cells.map(cell => cell !== '.'),
    )
  })
})
