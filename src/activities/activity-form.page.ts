import type { PartNames } from '../accounts/part-names'
import { ACTIVITY_KINDS, GUEST_KINDS } from '../engine/activities/activity-kinds'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import { areasField } from '../registers/support-facts'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import {
  checkField,
  dateField,
  numberField,
  selectField,
  textAreaField,
  textField,
} from '../web/components/fields'
import type { Confirm, Crumbs } from '../web/components/panels'
import { freshForm, type FormState, type FormValues } from '../web/form'
import type { PageModel } from '../web/view'
import { guestField } from './activities.form'
import type { ActivityRow } from './activity-facts'
import { GUEST_WORDS, KIND_WORDS } from './activity-words'

declare module '../web/view' {
  interface Views {
    'activities/activity-form': ActivityFormPage
  }
}

export interface ActivityFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly version: number
  readonly what: readonly Field[]
  readonly when: readonly Field[]
  readonly who: readonly Field[]
  readonly guests: readonly Field[]
  readonly rest: readonly Field[]
  readonly summary: ErrorSummary | null
  /** What somebody else saved meanwhile, where it differs; empty without a clash. */
  readonly clashes: readonly Difference[]
  readonly backHref: string
  /** Null for something new. */
  readonly removal: Confirm | null
}

export function newActivityPage(
  { satkerId }: Pick<RegisterUnit, 'satkerId'>,
  parts: PartNames,
  form: FormState = freshForm(),
): ActivityFormPage {
  const fields = fieldsOf(form, parts)
  const back = { label: 'Kegiatan', href: paths.activities(satkerId) }
  return {
    title: 'Catat kegiatan',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [registersLink(satkerId), back] },
    action: paths.newActivity(satkerId),
    version: 0,
    ...fields,
    summary: errorSummary(form, allOf(fields)),
    clashes: [],
    backHref: back.href,
    removal: null,
  }
}

/** `clash`: somebody else saved meanwhile; both are shown, and the next save counts from what stands now. */
export function editActivityPage(
  activity: ActivityRow,
  parts: PartNames,
  { form, clash = false }: { readonly form?: FormState; readonly clash?: boolean } = {},
): ActivityFormPage {
  const { id, satkerId, title, version } = activity
  const shown = form ?? freshForm(valuesOf(activity))
  const fields = fieldsOf(shown, parts)
  const own = { label: title, href: paths.activity(id) }
  return {
    title: 'Ubah kegiatan',
    current: 'register',
    sheet: 'registers',
    crumbs: {
      links: [registersLink(satkerId), { label: 'Kegiatan', href: paths.activities(satkerId) }, own],
    },
    action: paths.editActivity(id),
    version: clash || !form ? version : Number(form.values['version'] ?? version),
    ...fields,
    summary: errorSummary(shown, allOf(fields)),
    clashes: clash ? differences(allOf(fields), shown, valuesOf(activity)) : [],
    backHref: own.href,
    removal: removalOf(activity),
  }
}

const valuesOf = (one: ActivityRow): FormValues => ({
  kind: one.kind,
  title: one.title,
  heldOn: one.heldOn,
  heldUntil: one.heldUntil === one.heldOn ? '' : one.heldUntil,
  startsAt: one.startsAt.replace(':', '.'),
  endsAt: one.endsAt.replace(':', '.'),
  place: one.place,
  leaderPresent: one.leaderPresent ? 'ya' : '',
  ziDiscussed: one.ziDiscussed ? 'ya' : '',
  areas: one.areas,
  counted: one.counted === null ? '' : String(one.counted),
  ...Object.fromEntries(GUEST_KINDS.map(kind => [guestField(kind), String(one.guests[kind] ?? '')])),
  agenda: one.agenda,
})

const removalOf = ({ id, points }: ActivityRow): Confirm => ({
  tone: 'warn',
  lead: 'Salah mencatat?',
  text:
    points > 0
      ? `Kegiatan ini dihapus bersama ${points} butir dan daftar pesertanya. Penghapusan tidak dapat dibatalkan; buktinya tetap ada di rak.`
      : 'Kegiatan ini dihapus bersama daftar pesertanya. Penghapusan tidak dapat dibatalkan; buktinya tetap ada di rak.',
  action: paths.activityRemoval(id),
  submit: 'Hapus kegiatan',
  destructive: true,
  hidden: [],
  fields: [],
  cancel: { label: 'Batal', href: paths.activity(id) },
})

type Fields = Pick<ActivityFormPage, 'what' | 'when' | 'who' | 'guests' | 'rest'>

const allOf = ({ what, when, who, guests, rest }: Fields): Field[] => [
  ...what,
  ...when,
  ...who,
  ...guests,
  ...rest,
]

function fieldsOf(form: FormState, parts: PartNames): Fields {
  const time = (name: string, label: string) =>
    textField(form, name, { label, required: false, maxlength: 5, hint: 'Misalnya 09.00.' })
  return {
    what: [
      selectField(form, 'kind', {
        label: 'Jenis',
        prompt: 'Pilih jenis',
        choices: ACTIVITY_KINDS.map(value => ({ value, label: KIND_WORDS[value] })),
      }),
      textField(form, 'title', { label: 'Judul', maxlength: 200 }),
    ],
    when: [
      dateField(form, 'heldOn', { label: 'Tanggal', hint: 'Nama harinya mengikuti tanggal.' }),
      dateField(form, 'heldUntil', {
        label: 'Sampai tanggal',
        required: false,
        hint: 'Bila lebih dari sehari.',
      }),
      time('startsAt', 'Pukul mulai'),
      time('endsAt', 'Pukul selesai'),
    ],
    who: [
      textField(form, 'place', { label: 'Tempat', required: false, maxlength: 200 }),
      checkField(form, 'leaderPresent', { label: 'Pimpinan hadir' }),
      checkField(form, 'ziDiscussed', {
        label: 'Membahas program ZI',
        hint: 'Rapat berkala juga membahas pembangunan ZI dan kendalanya.',
      }),
      numberField(form, 'counted', {
        label: 'Jumlah pegawai yang ikut',
        required: false,
        hint: 'Termasuk yang bernama. Nama dipilih dari register pegawai setelah kegiatan tersimpan.',
      }),
    ],
    guests: GUEST_KINDS.map(kind =>
      numberField(form, guestField(kind), { label: GUEST_WORDS[kind], oneOfSeveral: true }),
    ),
    rest: [
      areasField(form, parts),
      textAreaField(form, 'agenda', { label: 'Agenda', required: false, rows: 4, maxlength: 2_000 }),
    ],
  }
}
