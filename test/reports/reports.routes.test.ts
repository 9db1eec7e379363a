import { Answer } from '../../src/worksheets/answer.entity'
import { Assignment } from '../../src/worksheets/assignment.entity'
import { PrerequisiteValue } from '../../src/prerequisites/prerequisite-value.entity'
import { newId } from '../../src/db/ids'
import { Evidence } from '../../src/evidence/evidence.entity'
import { EvidenceFile } from '../../src/evidence/evidence-file.entity'
import { EvidenceUseRow } from '../../src/evidence/evidence-use.entity'
import { paths } from '../../src/paths'
import {
  addAssessment,
  addCycle,
  addPerson,
  addSatker,
  loadInstrument,
  PASSWORD,
  type Person,
  type Unit,
} from '../support/cast'
import { openHouse, signedIn, type House } from '../support/house'

const AT = '2026-02-10T02:00:00.000Z'
const QUESTION = 'A.I.1.i.a'

let house: House
let kanwil: Unit
let satker: Unit
let head: Person
let member: Person
let reader: Person
let stranger: Person
let assessment: { id: string; worksheetId: string }

beforeEach(async () => {
  house = await openHouse()
  const ministry = await addSatker(house, 'Kementerian Layanan Nusantara')
  kanwil = await addSatker(house, 'Kanwil Nusa Laras', ministry, { level: 'kanwil' })
  satker = await addSatker(house, 'Kantor Imigrasi Tanjung Kirana', kanwil, {
    code: 'KTK',
    kind: 'Kantor Imigrasi',
    city: 'Tanjung Kirana',
    letterhead: 'KEMENTERIAN LAYANAN NUSANTARA\nKantor Imigrasi Tanjung Kirana',
  })
  const other = await addSatker(house, 'Rutan Muara Bening', kanwil)
  head = await addPerson(house, 'Lukman Adiwinata', 'head', satker)
  member = await addPerson(house, 'Sari Puspadewi', 'member', satker, { parts: '1' })
  await addPerson(house, 'Bagas Hendrawan', 'chair', satker)
  reader = await addPerson(house, 'Wulan Kartika', 'kanwil-viewer', kanwil)
  stranger = await addPerson(house, 'Tono Prasetya', 'head', other)
  assessment = await addAssessment(house, satker, await addCycle(house, await loadInstrument(house)))
})
afterEach(() => house.close())

const insert = (work: () => Promise<void>) => house.database.inTransaction(work)
const page = async (person: Person) =>
  (await signedIn(house, person.login, PASSWORD)).get(paths.readiness(assessment.id))

/** One piece with one file under a question. */
async function addEvidence(
  title: string,
  more: Partial<Evidence> = {},
  sha256 = 'ab'.repeat(32),
): Promise<string> {
  const id = newId()
  const piece = {
    id,
    satkerId: satker.id,
    title,
    nature: 'formal',
    happenedOn: '2026-01-12',
    createdBy: head.id,
    createdAt: AT,
    ...more,
  } as const
  const file = {
    id: newId(),
    evidenceId: id,
    slot: 'a',
    version: 1,
    name: 'a.pdf',
    sha256,
    size: 9,
    uploadedBy: head.id,
    uploadedAt: AT,
  }
  const use = {
    id: newId(),
    assessmentId: assessment.id,
    question: QUESTION,
    part: '1',
    evidenceId: id,
    stages: ['planning', 'implementation'],
    createdBy: head.id,
    createdAt: AT,
  } as const
  await insert(async () => {
    await house.database.insert(Evidence, [piece])
    await house.database.insert(EvidenceFile, [file])
    await house.database.insert(EvidenceUseRow, [{ ...use, stages: [...use.stages] }])
  })
  return id
}

const answerQuestion = (question: string, option: string) =>
  insert(() =>
    house.database.insert(Answer, [
      { id: newId(), worksheetId: assessment.worksheetId, question, option, carried: false },
    ]),
  )

const change = (sql: string, parameters: unknown[]) =>
  insert(async () => void (await house.database.writing().query(sql, parameters)))

describe('the readiness report of an assessment', () => {
  test('shows the satker what stands in its worksheet', async () => {
    await answerQuestion(QUESTION, 'Ya')
    await addEvidence('SK Tim ZI Kanim Tanjung Kirana 2026')
    const { status, text } = await page(head)
    expect(status).toBe(200)
    expect(text).toContain('KEMENTERIAN LAYANAN NUSANTARA')
    expect(text).toContain('1 dari 113 pertanyaan')
    expect(text).toContain('SK Tim ZI Kanim Tanjung Kirana 2026')
    expect(text).toContain('B-001')
    expect(text).toContain('abababababab<')
    expect(text).toContain('12 Jan 2026')
    expect(text).toContain('ZI-2026-KTK-1.1-DRAF')
    expect(text).toContain('Kepala Kantor Imigrasi,')
    expect(text).toContain('Lukman Adiwinata')
    expect(text).toContain('DRAF')
  })

  test('gives the question to the person it is assigned to, else to its pokja, else to the chair', async () => {
    const assigned = { assessmentId: assessment.id, question: 'A.II.1.i.a', userId: head.id, assignedAt: AT }
    await insert(() => house.database.insert(Assignment, [assigned]))
    const { text } = await page(head)
    const responsible = (code: string) =>
      new RegExp(`>${code.replaceAll('.', '\\.')}</th>.*?data-l="Penanggung jawab"><span>([^<]*)<`).exec(
        text,
      )?.[1]
    expect(responsible('A.II.1.i.a')).toBe('Lukman Adiwinata')
    expect(responsible('A.II.1.ii.a')).toBe('Sari Puspadewi')
    expect(responsible('A.II.3.i.a')).toBe('Bagas Hendrawan')
  })

  test('reads the prerequisites with their values in words', async () => {
    const row = { assessmentId: assessment.id, valueVersion: 1, updatedBy: head.id, updatedAt: AT }
    await insert(() =>
      house.database.insert(PrerequisiteValue, [
        { ...row, prerequisite: 'one-year', value: '2025-03-03', note: 'pencanangan' },
        { ...row, prerequisite: 'sakip', value: 'B', note: '' },
      ]),
    )
    const { text } = await page(head)
    expect(text).toContain('Sejak 3 Maret 2025. pencanangan')
    const sakip = /2\. Predikat SAKIP.*?<\/tr>/s.exec(text)?.[0]
    expect(sakip).toMatch(/Terpenuhi.*Belum/s)
  })

  test('leaves out a piece that was withdrawn, and numbers what is used from one on', async () => {
    await addEvidence('Notula pertama', { createdAt: '2026-01-02T00:00:00.000Z', withdrawnAt: AT })
    await addEvidence('Notula kedua')
    const { text } = await page(head)
    expect(text).not.toContain('Notula pertama')
    expect(text).toMatch(/B-001<\/th>.*?Notula kedua/s)
    expect(text).not.toContain('B-002')
  })

  test('shows a limited piece to whom it belongs, and to others only that it exists', async () => {
    await addEvidence('Laporan pelapor gratifikasi', { access: 'terbatas' })
    expect((await page(head)).text).toContain('Laporan pelapor gratifikasi')
    expect((await page(member)).text).toContain('Laporan pelapor gratifikasi')
    expect((await page(head)).text).toContain('abababababab')
    const { text } = await page(reader)
    expect(text).not.toContain('Laporan pelapor gratifikasi')
    expect(text).not.toContain('abababababab')
    expect(text).toContain('Bukti terbatas; hanya dapat dibuka oleh yang berwenang.')
  })

  test('asks whoever is not signed in to sign in, and is not there for another satker', async () => {
    const agent = await signedIn(house, stranger.login, PASSWORD)
    expect((await agent.get(paths.readiness(assessment.id))).status).toBe(404)
    expect((await agent.get(paths.readinessPdf(assessment.id))).status).toBe(404)
    expect((await agent.get(paths.readiness('tidak-ada'))).status).toBe(404)
    const { default: request } = await import('supertest')
    const answer = await request(house.app).get(paths.readinessPdf(assessment.id))
    expect(answer.status).toBe(303)
    expect(answer.headers['location']).toContain(paths.signIn())
  })

  test('takes the same few statements, however much evidence there is', async () => {
    const agent = await signedIn(house, head.login, PASSWORD)
    const statements = async () => {
      house.statements.length = 0
      expect((await agent.get(paths.readiness(assessment.id))).status).toBe(200)
      return house.statements.length
    }
    await statements()
    const few = await statements()
    for (let count = 0; count < 30; count++) {
      const id = await addEvidence(`Bukti ${count}`)
      await change('UPDATE evidence_uses SET question = $1 WHERE evidence_id = $2', [
        `A.I.1.ii.${'abc'[count % 3]}`,
        id,
      ])
    }
    expect(await statements()).toBe(few)
    expect(few).toBeLessThanOrEqual(13)
  })
})

describe('after submission', () => {
  const FROZEN = '2026-03-01T02:00:00.000Z'
  const freeze = async () => {
    await change('UPDATE worksheets SET frozen_at = $1, hash = $2 WHERE id = $3', [
      FROZEN,
      '9f'.repeat(32),
      assessment.worksheetId,
    ])
    await change('UPDATE assessments SET stage = $1 WHERE id = $2', ['diajukan', assessment.id])
  }

  test('the draft mark is gone, the hash and the time of freezing are there', async () => {
    await freeze()
    const { text } = await page(head)
    expect(text).not.toContain('DRAF')
    expect(text).toContain('9f'.repeat(32))
    expect(text).toContain('1 Maret 2026 09.00 WIB')
    expect(text).toContain('Diajukan, putaran 1, edisi 1')
  })

  test('the index keeps the pieces and versions that the worksheet saw, and the score with them', async () => {
    await answerQuestion(QUESTION, 'Ya')
    const id = await addEvidence('SK Tim ZI')
    await freeze()
    const before = (await page(head)).text
    const later = '2026-03-05T00:00:00.000Z'
    await change('UPDATE evidence_files SET replaced_at = $1 WHERE evidence_id = $2', [later, id])
    const replacement = {
      id: newId(),
      evidenceId: id,
      slot: 'a',
      version: 2,
      name: 'b.pdf',
      sha256: 'cd'.repeat(32),
      size: 9,
      uploadedBy: head.id,
      uploadedAt: later,
    }
    await insert(() => house.database.insert(EvidenceFile, [replacement]))
    await change('UPDATE evidence SET withdrawn_at = $1 WHERE id = $2', [later, id])
    const { text } = await page(head)
    expect(text).toContain('abababababab<')
    expect(text).not.toContain('cdcdcdcdcdcd')
    const total = /Nilai total.*?<\/tr>/s
    expect(total.exec(text)?.[0]).toBe(total.exec(before)?.[0])
  })

  test('the acting head signs while there is one', async () => {
    await addPerson(house, 'Ratna Widyastuti', 'head', satker, {
      acting: true,
      validFrom: '2026-02-20',
      validUntil: '2026-03-20',
    })
    await freeze()
    const signatures = /<div class="signs">.*?<\/section>/s.exec((await page(head)).text)?.[0]
    expect(signatures).toMatch(/Plt\.\/Plh\. Kepala Kantor Imigrasi,.*?Ratna Widyastuti/s)
    expect(signatures).not.toContain('Lukman Adiwinata')
  })
})

test('the PDF is downloaded under the number of the document and never kept by a cache', async () => {
  const agent = await signedIn(house, head.login, PASSWORD)
  const answer = await agent.get(paths.readinessPdf(assessment.id)).buffer(true)
  expect(answer.status).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="Laporan kesiapan ZI-2026-KTK-1.1-DRAF.pdf"',
    'cache-control': 'private, no-store',
  })
  expect((answer.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-')
})
