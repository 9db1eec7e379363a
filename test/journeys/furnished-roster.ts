import { newId } from '../../src/db/ids'
import { paths } from '../../src/paths'
import { Employee } from '../../src/roster/employee.entity'
import { RosterEntries } from '../../src/roster/roster-entries'
import type { House } from '../support/house'

/** A register of people with everybody in it that a list tells apart, and one who left long ago. */
export async function furnishRoster(house: House, satkerId: string) {
  const person = (name: string, more: Partial<Employee> = {}): Employee => ({
    id: newId(),
    satkerId,
    name,
    nip: null,
    position: 'Analis Keimigrasian Ahli Muda',
    frontLine: false,
    pokja: '',
    agentFrom: null,
    agentUntil: null,
    joinedOn: '2019-01-02',
    leftOn: null,
    anonymisedAt: null,
    version: 1,
    createdAt: '2026-01-05T00:00:00.000Z',
    ...more,
  })
  const agent = person('Bagas Hendrawan, S.H., M.H.', {
    nip: '190001011923071001',
    frontLine: true,
    pokja: '1',
    agentFrom: '2026-01-05',
    agentUntil: '2026-12-31',
  })
  const gone = person('', {
    position: '',
    leftOn: '2023-06-30',
    anonymisedAt: '2025-07-01T20:00:00.000Z',
  })
  const rows = [
    agent,
    gone,
    person('Dewi Lestari Handayani', { pokja: '6', agentFrom: '2024-01-05', agentUntil: '2024-12-31' }),
    person('Galih Permadi', { leftOn: '2026-02-28' }),
    person('Maya Kirana', { joinedOn: '2026-04-01', agentFrom: '2026-04-01' }),
  ]
  await house.database.inTransaction(async () => {
    await house.database.insert(Employee, rows)
    await new RosterEntries(house.services.entries, house.services.instruments).keep(satkerId)
  })
  return {
    chair: [
      paths.roster(satkerId),
      `${paths.roster(satkerId)}?keadaan=semua&urut=-masuk`,
      paths.newEmployee(satkerId),
      paths.importRoster(satkerId),
      `${paths.rosterPaper(satkerId)}?keadaan=semua`,
      paths.employee(agent.id),
      paths.editEmployee(agent.id),
      paths.registers(satkerId),
      paths.entryQuestions(satkerId),
      paths.entryEvidence(satkerId),
    ],
    viewer: [paths.roster(satkerId), paths.employee(gone.id)],
  }
}
