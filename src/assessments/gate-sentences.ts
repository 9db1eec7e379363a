import { equals } from '../engine/exact'
import type { Instrument } from '../engine/instrument/instrument'
import { sectionTitle } from '../reports/section-titles'
import { formatShortfall } from '../web/components/status'
import { formatScore } from '../web/format/number'
import type { GatePair } from './stored-score'

/** One gate on the substantiated score, in words. */
export interface GateSentence {
  readonly passes: boolean
  /** Why its section has its score. */
  readonly href: string
  /** `Area 1 Manajemen Perubahan belum terpenuhi.` */
  readonly lead: string
  /** `Terbukti 3,70 dari ambang 4,80, kurang` */
  readonly text: string
  /** `1,10`; `''` when it passes. */
  readonly shortfall: string
  /** What the claim says where it fails too, but by less: `Yang diklaim pun kurang 0,20.` */
  readonly claim: string
}

export function gateSentences(
  instrument: Instrument,
  gates: readonly GatePair[],
  originOf: (section: string) => string,
): GateSentence[] {
  return gates.map(({ section, claimed, substantiated }) => {
    const title = sectionTitle(instrument, section)
    const minimum = formatScore(substantiated.minimum)
    const reached = formatScore(substantiated.reached, { below: substantiated.minimum })
    if (substantiated.passes)
      return {
        passes: true,
        href: originOf(section),
        lead: title,
        text: `terbukti ${reached} dari ambang ${minimum}.`,
        shortfall: '',
        claim: '',
      }
    return {
      passes: false,
      href: originOf(section),
      lead: `${title} belum terpenuhi.`,
      text: `Terbukti ${reached} dari ambang ${minimum}, kurang`,
      shortfall: formatShortfall(substantiated.distance),
      claim:
        claimed.passes || equals(claimed.distance, substantiated.distance)
          ? ''
          : `Yang diklaim pun kurang ${formatShortfall(claimed.distance)}.`,
    }
  })
}
