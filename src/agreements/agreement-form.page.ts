import type { PartNames } from '../accounts/part-names'
import { EVALUATION_INTERVALS } from '../engine/agreements/evaluation-dates'
import { paths } from '../paths'
import { registersLink } from '../registers/register-nav'
import { areasField } from '../registers/support-facts'
import { differences, type Difference } from '../web/components/differences'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Choice, Field } from '../web/components/field'
import { checkField, dateField, selectField, textAreaField, textField } from '../web/components/fields'
import type { Confirm, Crumbs } from '../web/components/panels'
import { freshForm, type FormState, type FormValues } from '../web/form'
import type { PageModel } from '../web/view'
import {
  AGREEMENT_KINDS,
  PARTNER_KINDS,
  REALMS,
  type AgreementRow,
  type AgreementUnit,
  type FiledAgreement,
} from './agreement-facts'
import { INTERVAL_WORDS, KIND_WORDS, PARTNER_WORDS, REALM_WORDS } from './agreement-words'

declare module '../web/view' {
  interface Views {
    'agreements/form': AgreementFormPage
  }
}

/** A form of the register: for an agreement, a task of its plan or an evaluation. */
export interface AgreementFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly version: number
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
  /** What somebody else saved meanwhile, where it differs; empty without a clash. */
  readonly clashes: readonly Difference[]
  /** What the differences are of. */
  readonly what: string
  readonly submit: string
  readonly backHref: string
  readonly asideTitle: string
  readonly aside: readonly string[]
  /** Null where there is nothing to take away yet. */
  readonly removal: Confirm | null
}

const ASIDE = [
  'Keadaan dihitung dari rencana kerja dan tanggalnya, tidak diisi.',
  'Di halaman publik tampil unit, judul, mitra, nomor, ruang lingkup, dan masa berlaku. Nama orang tidak tampil.',
]

export const agreementCrumbs = ({ satkerId, satkerName }: Pick<AgreementUnit, 'satkerId' | 'satkerName'>) => [
  registersLink(satkerId),
  { label: `Kerja sama ${satkerName}`, href: paths.agreements(satkerId) },
]

export function newAgreementPage(
  unit: AgreementUnit,
  parts: PartNames,
  form: FormState = freshForm({ realm: 'domestic', evaluateEvery: '6' }),
): AgreementFormPage {
  const fields = fieldsOf(form, parts)
  return {
    title: 'Catat kerja sama',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: agreementCrumbs(unit) },
    action: paths.newAgreement(unit.satkerId),
    version: 0,
    fields,
    summary: errorSummary(form, fields),
    clashes: [],
    what: 'Kerja sama',
    submit: 'Simpan kerja sama',
    backHref: paths.agreements(unit.satkerId),
    asideTitle: 'Yang dicatat',
    aside: [...ASIDE, 'Rencana kerja ditambahkan setelah kerja sama tersimpan.'],
    removal: null,
  }
}

/** `clash`: somebody else saved meanwhile; both are shown, and the next save counts from what stands now. */
export function editAgreementPage(
  agreement: AgreementRow & FiledAgreement,
  parts: PartNames,
  { form, clash = false }: { readonly form?: FormState; readonly clash?: boolean } = {},
): AgreementFormPage {
  const shown = form ?? freshForm(valuesOf(agreement))
  const fields = fieldsOf(shown, parts)
  const own = { label: agreement.title, href: paths.cooperation(agreement.id) }
  return {
    title: 'Ubah kerja sama',
    current: 'register',
    sheet: 'registers',
    crumbs: { links: [...agreementCrumbs(agreement), own] },
    action: paths.editAgreement(agreement.id),
    version: clash || !form ? agreement.version : Number(form.values['version'] ?? agreement.version),
    fields,
    summary: errorSummary(shown, fields),
    clashes: clash ? differences(fields, shown, valuesOf(agreement)) : [],
    what: 'Kerja sama',
    submit: 'Simpan kerja sama',
    backHref: own.href,
    asideTitle: 'Yang dicatat',
    aside: ASIDE,
    removal: {
      tone: 'warn',
      lead: 'Salah mencatat?',
      text: 'Penghapusan menghilangkan kerja sama ini dengan rencana kerja dan evaluasinya, dan tidak dapat dibatalkan. Kerja sama yang sudah berakhir dibiarkan tercatat.',
      action: paths.agreementRemoval(agreement.id),
      submit: 'Hapus kerja sama',
      destructive: true,
      hidden: [],
      fields: [],
      cancel: { label: 'Batal', href: own.href },
    },
  }
}

const valuesOf = (one: FiledAgreement): FormValues => ({
  realm: one.realm,
  kind: one.kind,
  partner: one.partner,
  partnerKind: one.partnerKind,
  number: one.number,
  title: one.title,
  scope: one.scope,
  signedOn: one.signedOn,
  signedBy: one.signedBy,
  validFrom: one.validFrom,
  validUntil: one.validUntil,
  evaluateEvery: String(one.evaluateEvery),
  published: one.published ? 'ya' : '',
  areas: one.areas,
})

const choicesOf = <Code extends string | number>(
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
): Choice[] => codes.map(code => ({ value: String(code), label: words[code] }))

function fieldsOf(form: FormState, parts: PartNames): Field[] {
  return [
    textField(form, 'title', { label: 'Judul', maxlength: 300 }),
    textField(form, 'number', { label: 'Nomor', maxlength: 100 }),
    textField(form, 'partner', { label: 'Mitra', maxlength: 200 }),
    selectField(form, 'partnerKind', {
      label: 'Jenis mitra',
      prompt: 'Pilih jenis mitra',
      choices: choicesOf(PARTNER_KINDS, PARTNER_WORDS),
    }),
    selectField(form, 'realm', { label: 'Lingkup', choices: choicesOf(REALMS, REALM_WORDS) }),
    selectField(form, 'kind', {
      label: 'Jenis',
      prompt: 'Pilih jenis',
      choices: choicesOf(AGREEMENT_KINDS, KIND_WORDS),
    }),
    textAreaField(form, 'scope', { label: 'Ruang lingkup', rows: 4, maxlength: 2000 }),
    dateField(form, 'signedOn', { label: 'Ditandatangani' }),
    textField(form, 'signedBy', {
      label: 'Penanda tangan',
      required: false,
      maxlength: 200,
      hint: 'Jabatan penanda tangan dari unit ini.',
    }),
    dateField(form, 'validFrom', { label: 'Mulai berlaku' }),
    dateField(form, 'validUntil', { label: 'Berlaku sampai', hint: 'Hari terakhir masa berlaku.' }),
    selectField(form, 'evaluateEvery', {
      label: 'Evaluasi',
      choices: choicesOf(EVALUATION_INTERVALS, INTERVAL_WORDS),
      hint: 'Dihitung sejak mulai berlaku.',
    }),
    areasField(form, parts),
    checkField(form, 'published', {
      label: 'Publikasikan',
      hint: 'Tampil di halaman publik tanpa masuk.',
    }),
  ]
}
