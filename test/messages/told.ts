import type { House } from '../support/house'

export interface Told {
  readonly who: string
  readonly kind: string
  readonly subject: string
  readonly text: string
  readonly href: string
}

/** What people were told, in the order in which they were, then by name. */
export const told = (house: House, kind?: string): Promise<Told[]> =>
  house.database.query<Told>(
    `SELECT u.name AS who, m.kind, m.subject, m.text, m.href FROM messages m JOIN users u ON u.id = m.user_id
      ${kind === undefined ? '' : 'WHERE m.kind = $1'} ORDER BY m.created_at, u.name, m.id`,
    kind === undefined ? [] : [kind],
  )

/** By kind, who was told of it. */
export async function whoWasTold(house: House, kind: string): Promise<string[]> {
  return (await told(house, kind)).map(({ who }) => who)
}

/** Forgets everything that people were told so far. */
export async function forget({ database }: House): Promise<void> {
  await database.inTransaction(async () => {
    for (const table of ['outbox', 'messages']) await database.writing().query(`DELETE FROM ${table}`)
  })
}
