import { civilDate, type Clock } from '../clock'
import type { Database } from '../db/database'
import { listWords } from '../web/list-query'
import { PublicAgreementsRepository } from './public-agreements.repository'
import { PUBLIC_SHAPE, type PublicPart, type PublicQuery } from './public-list'

const ZONE = 'Asia/Jakarta'
const REMEMBERED = 200

/**
 * The agreements that are marked for publication. Pages that were asked for are remembered until an act of anybody, in
 * this process or another, changes what is published: each asking reads one stamp, and a page only when it is new.
 */
export class PublicAgreementsService {
  private readonly repository: PublicAgreementsRepository
  private stamp = ''
  private readonly pages = new Map<string, PublicPart>()

  constructor(
    database: Database,
    private readonly clock: Clock,
  ) {
    this.repository = new PublicAgreementsRepository(database)
  }

  today(): string {
    return civilDate(this.clock(), ZONE)
  }

  async page(query: PublicQuery): Promise<PublicPart> {
    const today = this.today()
    const stamp = `${today} ${await this.repository.stamp()}`
    if (stamp !== this.stamp) {
      this.pages.clear()
      this.stamp = stamp
    }
    const key = JSON.stringify([listWords(PUBLIC_SHAPE, query), query.page])
    const known = this.pages.get(key)
    if (known) return known
    const [rows, total] = await Promise.all([
      this.repository.rows(query, today),
      this.repository.total(query, today),
    ])
    // Another request may have seen a newer stamp meanwhile: what was read before it must not be remembered under it.
    if (this.stamp === stamp) {
      if (this.pages.size >= REMEMBERED) this.pages.delete([...this.pages.keys()][0] ?? '')
      this.pages.set(key, { rows, total })
    }
    return { rows, total }
  }
}
