import {
  ASSESSMENT_STAGES,
  canDo,
  STAGE_RULES,
  targetOf,
  type StageAct,
  type StageRole,
} from '../../../src/engine/stages/stages'

const ROLES: StageRole[] = ['head', 'pre-assessor', 'member', 'team-lead', 'controller', 'inspectorate']

describe('who may do which act in which stage', () => {
  it.each<[StageAct, string[]]>([
    ['submit', ['head: draf → diajukan', 'head: dikembalikan → diajukan']],
    ['withdraw', ['head: diajukan → previous']],
    ['begin-evaluation', ['pre-assessor: diajukan → dievaluasi', 'member: diajukan → dievaluasi']],
    [
      'hand-in',
      [
        'member: dievaluasi → dievaluasi',
        'team-lead: dievaluasi → dievaluasi',
        'controller: dievaluasi → dinilai',
      ],
    ],
    ['send-back', ['team-lead: dievaluasi → dikembalikan']],
    ['finalise', ['controller: dinilai → final']],
    ['reopen', ['inspectorate: final → dinilai']],
  ])('%s', (act, allowed) => {
    const found = ROLES.flatMap(role =>
      ASSESSMENT_STAGES.flatMap(stage => {
        const target = targetOf(act, role, stage)
        expect(canDo(act, role, stage)).toBe(target !== null)
        return target ? [`${role}: ${stage} → ${target}`] : []
      }),
    )
    expect(found).toEqual(allowed)
  })

  it('leaves a final assessment to the inspectorate alone', () => {
    expect(STAGE_RULES.filter(rule => rule.from.includes('final')).map(rule => rule.role)).toEqual([
      'inspectorate',
    ])
  })
})
