import { paths } from '../paths'
import { areaFacts } from '../registers/area-filter'
import { formatDate } from '../web/format/date'
import { formatCount } from '../web/format/number'
import { listHref } from '../web/list-query'
import { printedRows, type PrintedRegister } from '../web/printed-register'
import type { PageModel } from '../web/view'
import type { AgreementKind, Realm, StandingAgreement } from './agreement-facts'
import { agreementShape } from './agreement-list'
import { KIND_WORDS, planWords, REALM_WORDS, STATE_WORDS, termWords } from './agreement-words'
import type { AgreementsSetting } from './agreements.page'
import type { AgreementState } from '../engine/agreements/agreement-state'

declare module '../web/view' {
  interface Views {
    'agreements/paper': AgreementsPaperPage
  }
}

export interface AgreementsPaperPage extends PageModel {
  readonly register: PrintedRegister
}

const HEADER = ['No.', 'Judul', 'Nomor', 'Jenis', 'Mitra', 'Masa berlaku', 'Terlaksana', 'Keadaan']

/** A unit's agreements for paper. */
export function agreementsPaperPage(
  rows: readonly StandingAgreement[],
  { unit, query, today, parts }: Omit<AgreementsSetting, 'keeps'>,
): AgreementsPaperPage {
  const { keadaan, lingkup, jenis, area } = query.filters
  return {
    title: 'Cetak daftar kerja sama',
    current: 'register',
    sheet: 'registers',
    wide: true,
    register: {
      crumbs: {
        links: [
          {
            label: 'Kerja sama',
            href: listHref(paths.agreements(unit.satkerId), agreementShape(parts), query),
          },
        ],
      },
      letterhead: unit.letterhead.split('\n').filter(Boolean),
      heading: `Daftar kerja sama ${unit.satkerName}`,
      facts: [
        ...(keadaan ? [{ label: 'Keadaan', value: STATE_WORDS[keadaan as AgreementState].text }] : []),
        ...(lingkup ? [{ label: 'Lingkup', value: REALM_WORDS[lingkup as Realm] }] : []),
        ...(jenis ? [{ label: 'Jenis', value: KIND_WORDS[jenis as AgreementKind] }] : []),
        ...areaFacts(area, parts),
        ...(query.search ? [{ label: 'Pencarian', value: query.search }] : []),
        { label: 'Jumlah', value: `${formatCount(rows.length)} kerja sama` },
        { label: 'Tanggal', value: formatDate(today) },
      ],
      header: HEADER,
      rows: printedRows(
        HEADER,
        rows.map((row, place) => [
          String(place + 1),
          row.title,
          row.number,
          KIND_WORDS[row.kind],
          row.partner,
          termWords(row),
          planWords(row),
          STATE_WORDS[row.state].text,
        ]),
      ),
      note: 'Keadaan dihitung dari rencana kerja dan tanggal pada hari cetak.',
    },
  }
}
