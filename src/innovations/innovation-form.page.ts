import type { PartNames } from '../accounts/part-names'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import type { RegisterUnit } from '../registers/register-unit'
import type { AgentOfChange } from '../roster/employee-facts'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Confirm, Crumbs } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import type { PageModel } from '../web/view'
import type { InnovationRow } from './innovation-facts'
import { copyRows, innovationFields, valuesOf, type FieldGroup } from './innovation-fields'

declare module '../web/view' {
  interface Views {
    'innovations/innovation-form': InnovationFormPage
  }
}

export interface InnovationFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly version: number
  readonly groups: readonly FieldGroup[]
  readonly summary: ErrorSummary | null
  /** What somebody else saved meanwhile, where it differs; empty without a clash. */
  readonly clashes: readonly Difference[]
  readonly backHref: string
  /** Null for a new one. */
  readonly removal: Confirm | null
}

interface FormSetting {
  readonly parts: PartNames
  readonly agents: readonly AgentOfChange[]
}

const crumbsOf = (satkerId: string) => [
  registersLink(satkerId),
  { label: 'Inovasi', href: paths.innovations(satkerId) },
]

export function newInnovationPage(
  unit: RegisterUnit,
  setting: FormSetting,
  form: FormState = freshForm({ better: 'higher' }),
): InnovationFormPage {
  const groups = innovationFields(form, { ...setting, copies: copyRows(0, form.values) })
  return {
    title: 'Tambah inovasi',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: crumbsOf(unit.satkerId) },
    action: paths.newInnovation(unit.satkerId),
    version: 0,
    groups,
    summary: errorSummary(
      form,
      groups.flatMap(group => group.fields),
    ),
    clashes: [],
    backHref: paths.innovations(unit.satkerId),
    removal: null,
  }
}

/** `clash`: somebody else saved meanwhile; both are shown, and the next save counts from what stands now. */
export function editInnovationPage(
  row: InnovationRow,
  setting: FormSetting,
  { form, clash = false }: { readonly form?: FormState; readonly clash?: boolean } = {},
): InnovationFormPage {
  const shown = form ?? freshForm(valuesOf(row))
  const groups = innovationFields(shown, { ...setting, copies: copyRows(row.copies.length, shown.values) })
  const fields = groups.flatMap(group => group.fields)
  const own = { label: row.name, href: paths.innovation(row.id) }
  return {
    title: 'Ubah inovasi',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [...crumbsOf(row.satkerId), own] },
    action: paths.editInnovation(row.id),
    version: clash || !form ? row.version : Number(form.values['version'] ?? row.version),
    groups,
    summary: errorSummary(shown, fields),
    clashes: clash ? differences(fields, shown, valuesOf(row)) : [],
    backHref: own.href,
    removal: {
      tone: 'warn',
      lead: 'Salah mencatat?',
      text: 'Penghapusan menghilangkan inovasi ini dari register dan tidak dapat dibatalkan. Inovasi yang dihentikan cukup diberi hari terakhir.',
      action: paths.innovationRemoval(row.id),
      submit: 'Hapus inovasi',
      destructive: true,
      hidden: [],
      fields: [],
      cancel: { label: 'Batal', href: own.href },
    },
  }
}
