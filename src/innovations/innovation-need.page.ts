import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import { registerLabel } from '../registers/register'
import type { SeenEntry } from '../registers/register-entry'
import type { Field } from '../web/components/field'
import { textField } from '../web/components/fields'
import type { Crumbs, Empty } from '../web/components/panels'
import { freshForm } from '../web/form'
import { formatShortDate } from '../web/format/date'
import type { PageModel } from '../web/view'
import type { InnovationRow } from './innovation-facts'

declare module '../web/view' {
  interface Views {
    'innovations/need': InnovationNeedPage
  }
}

export interface InnovationNeedPage extends PageModel {
  readonly crumbs: Crumbs
  readonly need: string
  readonly action: string
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly rows: readonly {
    readonly id: string
    readonly register: string
    readonly title: string
    readonly summary: string
    readonly on: string
  }[]
  readonly empty: Empty | null
}

/** Looks through the registers for what shows the need of an innovation. */
export function innovationNeedPage(
  row: InnovationRow,
  entries: readonly SeenEntry[],
  search: string,
): InnovationNeedPage {
  const base = paths.innovationNeed(row.id)
  return {
    title: 'Cari bukti kebutuhan',
    current: 'register',
    sheet: 'registers',
    crumbs: {
      links: [
        registersLink(row.satkerId),
        { label: 'Inovasi', href: paths.innovations(row.satkerId) },
        { label: row.name, href: paths.innovation(row.id) },
      ],
    },
    need: row.need,
    action: base,
    search: {
      action: base,
      hidden: [],
      fields: [
        textField(freshForm({ cari: search }), 'cari', {
          label: 'Judul atau isi entri',
          type: 'search',
          maxlength: 100,
        }),
      ],
      clearHref: search ? base : '',
    },
    rows: entries.map(entry => ({
      id: entry.id,
      register: registerLabel(entry.register),
      title: entry.title,
      summary: entry.summary,
      on: entry.happenedOn === null ? '–' : formatShortDate(entry.happenedOn),
    })),
    empty:
      entries.length > 0
        ? null
        : {
            title: search ? 'Tidak ada entri yang cocok.' : 'Belum ada entri register lain.',
            text: 'Catat pengaduan, konsultasi publik, survei, atau kinerja triwulan lebih dahulu, atau isi tautan pada formulir inovasi.',
            action: { label: 'Kembali ke inovasi', href: paths.innovation(row.id), icon: '' },
          },
  }
}
