import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { dateField, selectField, textField } from '../web/components/fields'
import type { Confirm, Crumbs } from '../web/components/panels'
import { freshForm, type FormState, type FormValues } from '../web/form'
import type { PageModel } from '../web/view'
import type { HeldPredicateRow } from './held-predicate-facts'

declare module '../web/view' {
  interface Views {
    'profile/predicate-form': PredicateFormPage
  }
}

export interface PredicateFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly version: number
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
  readonly clashes: readonly Difference[]
  readonly backHref: string
  readonly removal: Confirm | null
}

/** Predicates that can be held, by id. */
export type PredicateNames = ReadonlyMap<string, string>

function frame(satkerId: string, form: FormState, names: PredicateNames) {
  const fields = [
    selectField(form, 'predicate', {
      label: 'Predikat',
      prompt: 'Pilih predikat',
      choices: [...names].map(([value, label]) => ({ value, label })),
    }),
    dateField(form, 'heldSince', { label: 'Diperoleh pada' }),
    textField(form, 'decree', {
      label: 'Keputusan',
      maxlength: 200,
      hint: 'Nomor dan tahun keputusan yang menetapkannya.',
    }),
    dateField(form, 'lostOn', {
      label: 'Dicabut pada',
      required: false,
      hint: 'Kosong selama masih dipegang.',
    }),
  ]
  const back = { label: 'Profil satker', href: paths.profiles(satkerId) }
  return {
    current: 'register',
    sheet: 'registers' as const,
    crumbs: { links: [registersLink(satkerId), back] },
    fields,
    summary: errorSummary(form, fields),
    backHref: back.href,
  }
}

export const newPredicatePage = (
  unit: RegisterUnit,
  names: PredicateNames,
  form: FormState = freshForm(),
): PredicateFormPage => ({
  ...frame(unit.satkerId, form, names),
  title: 'Tambah predikat',
  action: paths.newPredicate(unit.satkerId),
  version: 0,
  clashes: [],
  removal: null,
})

/** `clash`: somebody else saved meanwhile; both are shown, and the next save counts from what stands now. */
export function editPredicatePage(
  row: HeldPredicateRow,
  names: PredicateNames,
  { form, clash = false }: { readonly form?: FormState; readonly clash?: boolean } = {},
): PredicateFormPage {
  const standing: FormValues = {
    predicate: row.predicate,
    heldSince: row.heldSince,
    decree: row.decree,
    lostOn: row.lostOn ?? '',
  }
  const shown = form ?? freshForm(standing)
  const page = frame(row.satkerId, shown, names)
  return {
    ...page,
    title: 'Ubah predikat',
    action: paths.editPredicate(row.id),
    version: clash || !form ? row.version : Number(form.values['version'] ?? row.version),
    clashes: clash ? differences(page.fields, shown, standing) : [],
    removal: {
      tone: 'warn',
      lead: 'Salah mencatat predikat?',
      text: 'Penghapusan tidak dapat dibatalkan. Predikat yang dicabut cukup diberi tanggalnya.',
      action: paths.predicateRemoval(row.id),
      submit: 'Hapus predikat',
      destructive: true,
      hidden: [],
      fields: [],
      cancel: { label: 'Batal', href: page.backHref },
    },
  }
}
