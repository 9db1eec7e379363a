import type { PartNames } from '../accounts/part-names'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import { ANONYMOUS } from '../roster/employee-facts'
import type { Field } from '../web/components/field'
import { selectField, textField } from '../web/components/fields'
import { pagination, type Pagination } from '../web/components/pagination'
import type { Crumbs, Empty } from '../web/components/panels'
import type { Pills } from '../web/components/pills'
import { freshForm } from '../web/form'
import { formatCount } from '../web/format/number'
import { keptWords, listHref, readListQuery, type ListQuery, type ListShape } from '../web/list-query'
import type { PageModel } from '../web/view'
import type { ActivityRow } from './activity-facts'
import { areaShort, dayWords } from './activity-words'
import { NO_POKJA, PARTICIPANTS_PAGE } from './participants.repository'
import type { ParticipantsPart, ParticipantsQuery } from './participants.service'

declare module '../web/view' {
  interface Views {
    'activities/participants': ParticipantsPage
  }
}

export interface ParticipantsPage extends PageModel {
  readonly crumbs: Crumbs
  readonly intro: string
  readonly error: string
  readonly pills: Pills
  readonly search: {
    readonly action: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly fields: readonly Field[]
    readonly clearHref: string
  }
  readonly action: string
  /** The list as the form was sent from it. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly caption: string
  readonly rows: readonly {
    readonly id: string
    readonly inputId: string
    readonly name: string
    readonly position: string
    readonly pokja: string
    readonly ticked: boolean
  }[]
  readonly chosenLabel: string
  readonly allLabel: string
  readonly empty: Empty | null
  readonly pages: Pagination | null
  readonly backHref: string
}

type Filter = 'daftar' | 'pokja'
type Shape = ListShape<Filter, 'nama'>

const shapeOf = (parts: PartNames): Shape => ({
  filters: { daftar: ['pegawai', 'peserta'], pokja: ['', ...parts.keys(), NO_POKJA] },
  sorts: ['nama'],
})

/** Reads a list of participants from an address or from the form that was sent from it. */
export const participantsList = (parts: PartNames, said: Readonly<Record<string, unknown>>) =>
  readListQuery(shapeOf(parts), said)

export const whoIsMeant = ({ search, filters, page }: ListQuery<Filter, 'nama'>): ParticipantsQuery => ({
  among: filters.daftar === 'peserta' ? 'named' : 'others',
  search,
  pokja: filters.pokja,
  page,
})

export interface ParticipantsSetting {
  readonly parts: PartNames
  readonly query: ListQuery<Filter, 'nama'>
  /** A refused choice: what was ticked, and why it was not kept. */
  readonly error?: string
  readonly ticked?: readonly string[]
}

/** The list of participants where it leads to after a change. */
export const participantsHref = (
  id: string,
  { parts, query }: Pick<ParticipantsSetting, 'parts' | 'query'>,
  page = 1,
): string => listHref(paths.activityParticipants(id), shapeOf(parts), query, { page })

/** Who of the roster took part: found, ticked, and put on or taken off the list. */
export function participantsPage(
  activity: ActivityRow,
  { rows, total }: ParticipantsPart,
  { parts, query, error = '', ticked = [] }: ParticipantsSetting,
): ParticipantsPage {
  const { id, satkerId } = activity
  const base = paths.activityParticipants(id)
  const shape = shapeOf(parts)
  const named = query.filters.daftar === 'peserta'
  const narrowed = query.search !== '' || query.filters.pokja !== ''
  return {
    title: 'Peserta kegiatan',
    current: 'register',
    sheet: 'registers',
    crumbs: {
      links: [
        registersLink(satkerId),
        { label: 'Kegiatan', href: paths.activities(satkerId) },
        { label: activity.title, href: paths.activity(id) },
      ],
    },
    intro: `${dayWords(activity)}. Yang dapat dipilih adalah pegawai yang bekerja di satker ini pada hari kegiatan.`,
    error,
    pills: {
      label: 'Daftar pegawai',
      items: [
        pillOf('Belum tercatat', 'pegawai', named ? '' : formatCount(total)),
        pillOf('Peserta', 'peserta', formatCount(activity.named)),
      ],
    },
    search: {
      action: base,
      hidden: keptWords(shape, query, ['cari', 'pokja']),
      fields: searchFields(parts, query),
      clearHref: narrowed ? listHref(base, shape, { ...query, search: '' }, { filters: { pokja: '' } }) : '',
    },
    action: base,
    hidden: keptWords(shape, query, []),
    caption: `${formatCount(total)} ${named ? 'peserta' : 'pegawai'}${narrowed ? ' yang cocok' : named ? '' : ' yang bekerja pada hari itu'}`,
    rows: rows.map(({ id: employee, name, position, pokja }) => ({
      id: employee,
      inputId: `pegawai-${employee}`,
      name: name || ANONYMOUS,
      position: position || '–',
      pokja: pokja ? areaShort(pokja, parts) : '–',
      ticked: ticked.includes(employee),
    })),
    chosenLabel: named ? 'Keluarkan yang dipilih' : 'Tambahkan yang dipilih',
    allLabel: `${named ? 'Keluarkan' : 'Tambahkan'} semua (${formatCount(total)})`,
    empty: rows.length > 0 ? null : emptyOf(named, narrowed, satkerId),
    pages: pagination({
      page: query.page,
      pageSize: PARTICIPANTS_PAGE,
      total,
      hrefOf: page => participantsHref(id, { parts, query }, page),
    }),
    backHref: paths.activity(id),
  }

  function pillOf(label: string, daftar: string, count: string) {
    return {
      label,
      href: listHref(base, shape, query, { filters: { daftar } }),
      icon: '' as const,
      count,
      current: query.filters.daftar === daftar,
    }
  }
}

function searchFields(parts: PartNames, { search, filters }: ListQuery<Filter, 'nama'>): Field[] {
  const form = freshForm({ cari: search, pokja: filters.pokja })
  return [
    textField(form, 'cari', { label: 'Nama atau jabatan', type: 'search', maxlength: 100 }),
    selectField(form, 'pokja', {
      label: 'Pokja',
      prompt: 'Semua pokja',
      choices: [
        ...[...parts].map(([value, label]) => ({ value, label })),
        { value: NO_POKJA, label: 'Di luar pokja' },
      ],
    }),
  ]
}

function emptyOf(named: boolean, narrowed: boolean, satkerId: string): Empty {
  if (narrowed)
    return {
      title: 'Tidak ada pegawai yang cocok.',
      text: 'Ubah kata pencarian atau pokjanya.',
      action: null,
    }
  if (named)
    return {
      title: 'Belum ada peserta yang bernama.',
      text: 'Pilih dari pegawai yang bekerja pada hari kegiatan.',
      action: null,
    }
  return {
    title: 'Tidak ada pegawai lain pada hari itu.',
    text: 'Semua sudah tercatat, atau register pegawai belum memuat yang bekerja pada hari kegiatan.',
    action: { label: 'Buka register pegawai', href: paths.roster(satkerId), icon: '' },
  }
}
