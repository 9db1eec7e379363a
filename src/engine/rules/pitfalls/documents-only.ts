import { div, exact, isZero, type Exact } from '../../exact'
import { exactOf } from '../exact-text'
import type { Facts } from '../facts'
import type { Measure } from '../finding'
import { measure } from '../measures'
import { bandOf, rule, type RuleMeans } from '../rule'
import { sayCount, sayShare } from '../say'
import { pitfall } from './pitfall'

type Read = Pick<Facts, 'worksheet'>

const ID = 'pitfall-4'
const TITLE = 'Hanya dokumen dan administrasi'

/** Paper for what should have been done. */
export const documentsOnly = rule({
  id: ID,
  title: TITLE,
  basis: 'Enam hal yang harus dihindari, nomor 4',
  reads: ['worksheet'],
  bands: ['proven', 'paper_reform'],
  read: (facts: Read, means) => {
    const reform = facts.worksheet.answers.filter(one => one.block === 'reform' && one.state === 'answered')
    const paper = reform.filter(({ flags }) =>
      flags.some(flag => flag === 'document-only' || flag === 'no-outcome'),
    )
    return pitfall({
      rule: ID,
      title: TITLE,
      measures: [proven(facts, means), paperReform(reform.length, paper.length, means)],
      records: [],
      questions: paper.map(({ code }) => code),
      remedy: 'Lampirkan jejak pelaksanaan dan ukuran hasil, bukan hanya surat dan laporan.',
    })
  },
})

function proven({ worksheet }: Read, means: RuleMeans): Measure {
  const [claimed, substantiated] = [exactOf(worksheet.claimed), exactOf(worksheet.substantiated)]
  const share: Exact | null =
    claimed === null || substantiated === null || isZero(claimed) ? null : div(substantiated, claimed)
  return measure({
    key: 'proven',
    label: 'Nilai terbukti dibandingkan dengan nilai diklaim',
    value: share,
    shown: share === null ? 'belum ada nilai yang diklaim' : `${sayShare(share)} nilai yang diklaim terbukti`,
    band: bandOf(means, 'proven'),
    say: sayShare,
  })
}

function paperReform(all: number, paper: number, means: RuleMeans): Measure {
  return measure({
    key: 'paper_reform',
    label: 'Jawaban Reform yang hanya berupa dokumen atau belum ada hasilnya',
    value: all === 0 ? null : exact(paper),
    shown:
      all === 0
        ? 'belum ada jawaban Reform'
        : `${sayCount(paper)} dari ${sayCount(all)} jawaban Reform hanya berupa dokumen atau belum ada hasilnya`,
    band: bandOf(means, 'paper_reform'),
  })
}
