import type { Actor } from '../access/actor'
import type { ScopedSatker } from '../access/scope'
import { Invalid, NotFound } from '../refusals'
import type {
  Candidate,
  EvidenceShelfRepository,
  PickedPiece,
  ShelfRow,
  ShelfSatker,
  ShelfTwin,
  ShelfUse,
} from './evidence-shelf.repository'
import type { ShelfFilter } from './shelf-filter'

const CANDIDATES = 20
export const SHELF_PAGE = 50

/** One page of a satker's shelf. */
export interface Shelf {
  readonly satker: ShelfSatker
  readonly rows: readonly ShelfRow[]
  readonly total: number
  readonly uses: readonly ShelfUse[]
  readonly twins: readonly ShelfTwin[]
}

/** Looking through a satker's pieces. */
export class EvidenceShelfService {
  constructor(private readonly shelf: EvidenceShelfRepository) {}

  /** The satker whose shelf the actor may read. */
  async satker(actor: Actor, satkerId: string): Promise<ShelfSatker> {
    const satker = await this.shelf.satker(actor, satkerId)
    if (!satker) throw new NotFound('Satker')
    return satker
  }

  /** The page that the filter asks for. Five statements, however many pieces there are. */
  async page(actor: Actor, satkerId: string, filter: ShelfFilter): Promise<Shelf> {
    const satker = await this.satker(actor, satkerId)
    const [rows, total] = await Promise.all([
      this.shelf.rows(actor, satker, filter, SHELF_PAGE),
      this.shelf.count(actor, satker, filter),
    ])
    const [uses, twins] = await Promise.all([
      this.shelf.uses(rows.map(row => row.id)),
      this.shelf.twins(
        actor,
        satker,
        rows.filter(row => row.opened).map(row => row.id),
      ),
    ])
    return { satker, rows, total, uses, twins }
  }

  /** The newest pieces that match and do not serve the question yet, or all without one. One statement. */
  candidates(
    actor: Actor,
    assessment: ScopedSatker & { readonly id: string },
    question: string | null,
    search: string,
  ): Promise<Candidate[]> {
    return this.shelf.candidates(actor, assessment, question, search, CANDIDATES)
  }

  /** Pieces of the satker's shelf among some ids, as the actor may see them. One statement; none for no ids. */
  async among(actor: Actor, satker: ScopedSatker, ids: readonly string[]): Promise<PickedPiece[]> {
    return ids.length > 0 ? this.shelf.among(actor, satker, [...new Set(ids)]) : []
  }

  /** The pieces of some ids that can be attached. Throws Invalid for one that was withdrawn or is not opened. */
  async attachable(
    actor: Actor,
    satker: ScopedSatker,
    ids: readonly string[],
    notKept: string,
  ): Promise<readonly string[]> {
    const wanted = [...new Set(ids)]
    const pieces = await this.among(actor, satker, wanted)
    const usable = pieces.filter(piece => Boolean(piece.opened) && piece.withdrawnAt === null)
    if (usable.length !== wanted.length)
      throw new Invalid(notKept, {
        evidence: 'Ada bukti yang sudah ditarik atau tidak dapat Anda buka. Pilih lagi.',
      })
    return wanted
  }
}
