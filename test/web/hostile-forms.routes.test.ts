import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { drawOne, secondScorer } from '../calibration/sampled'
import { evaluators } from '../evaluation/acting'
import { openInspection, type Inspection } from '../evaluation/inspection'
import { noting } from '../notes/noted'
import { tokenIn, type Browser } from '../support/house'

type Who = Parameters<Inspection['browserOf']>[0]

const QUESTION = 'A.I.1.i.a'
const LONG = 'panjang '.repeat(10_000)

/** What stands in the place of one field at a time. */
const HOSTILE: readonly unknown[] = ['', ['dua', 'kali'], LONG, '9'.repeat(40), '2026-02-30', newId()]

let inspection: Inspection
let acts: readonly (readonly [Who, string, Record<string, unknown>])[]

beforeAll(async () => {
  inspection = await openInspection()
  const { assessment, cycle } = inspection
  await evaluators(inspection).begin('member')
  await drawOne(inspection)
  await secondScorer(inspection).begin()
  const { write, reply } = noting(inspection)
  const note = await write('member')
  const replied = await write('member')
  await reply('chair', replied)
  const judgement = { option: 'Ya', note: '', decision: 'setuju', stamp: '', decided: '0.', sheet: '' }
  const draft = {
    about: 'whole:',
    text: 'Isi.',
    severity: 'ringan',
    dueOn: '2026-12-01',
    owner: '',
    version: '1',
  }
  const prerequisite = {
    value: 'Ya',
    note: '',
    valueWas: '',
    noteWas: '',
    valueVersion: '0',
    noteVersion: '0',
    pakai: 'saya',
  }
  acts = [
    ['chair', paths.prerequisite(assessment, 'tlhp'), prerequisite],
    ['member', paths.assessmentNotes(assessment), draft],
    ['member', paths.note(note), draft],
    [
      'chair',
      paths.noteReplies(note),
      { text: 'Isi.', evidence: newId(), version: '1', lihat: '1', cari: 'x' },
    ],
    ['chair', paths.noteReplies(note), { text: 'Isi.', evidence: newId(), version: '1' }],
    ['member', paths.noteVerification(replied), { text: 'Isi.', version: '9' }],
    ['member', paths.noteReturn(replied), { text: 'Isi.', dueOn: '2026-12-01', version: '9' }],
    ['member', paths.noteWithdrawal(note), { text: 'Isi.', version: '9' }],
    ['head', paths.inboxReading(), { sampai: '2026-03-12T00:00:00.000Z' }],
    ['head', paths.ownDelivery(), { delivery: 'daily' }],
    ['head', paths.messageOpening(newId()), {}],
    ['admin', paths.samples(cycle), { kind: 'units', amount: '1' }],
    ['admin', paths.sampleClosing(cycle, newId()), {}],
    ['member', paths.evaluationQuestion(assessment, QUESTION), judgement],
    [
      'member',
      paths.evaluationQuestion(assessment, QUESTION),
      { use: newId(), verdict: 'meragukan', sheet: '' },
    ],
    [
      'member',
      paths.evaluationQuestion(assessment, QUESTION),
      { kind: 'unsupported', ruling: 'dismissed', reason: 'x', sheet: '' },
    ],
    ['member', paths.evaluationQuestion(assessment, QUESTION), { ...judgement, sisip: '1', frasa: newId() }],
    ['outsider', paths.secondQuestion(assessment, QUESTION), judgement],
    [
      'outsider',
      paths.secondQuestion(assessment, QUESTION),
      { kind: 'unsupported', ruling: 'dismissed', reason: 'x', sheet: '' },
    ],
    [
      'controller',
      paths.result(assessment),
      { recommendation: 'diusulkan WBK', grounds: 'x', version: '0', base: '0' },
    ],
    ['controller', paths.resultFinalisation(assessment), { version: '0' }],
    ['controller', paths.resultReopening(assessment), { reason: 'x' }],
  ]
}, 60_000)
afterAll(() => inspection.close())

const send = async (agent: Browser, action: string, fields: object) =>
  (await agent.post(action).type('form').send(fields)).status

describe('a form with anything in the place of a field', () => {
  it('is answered without a failure', async () => {
    const failed: unknown[] = []
    for (const [who, action, fields] of acts) {
      const agent = await inspection.browserOf(who)
      const token = tokenIn((await agent.get(paths.ownAccount())).text)
      for (const name of Object.keys(fields))
        for (const value of HOSTILE) {
          const status = await send(agent, action, { _csrf: token, ...fields, [name]: value })
          if (status >= 500) failed.push([status, action, name, String(value).slice(0, 30)])
        }
    }
    expect(failed).toEqual([])
  }, 60_000)

  it('is answered without a failure where a script sends lists, objects and nothing', async () => {
    for (const [who, action, fields] of acts) {
      const agent = await inspection.browserOf(who)
      const token = tokenIn((await agent.get(paths.ownAccount())).text)
      for (const value of [['dua'], { dalam: { lebih: 'dalam' } }, null, 1e300]) {
        const hostile = Object.fromEntries(Object.keys(fields).map(name => [name, value]))
        const { status } = await agent
          .post(action)
          .set('accept', 'application/json')
          .set('x-csrf-token', token)
          .send({ field: 'note', ...hostile })
        expect([action, status < 500]).toEqual([action, true])
      }
    }
  })

  it('is refused without its token, and writes nothing', async () => {
    for (const [who, action, fields] of acts)
      expect([action, await send(await inspection.browserOf(who), action, fields)]).toEqual([action, 403])
  })
})
