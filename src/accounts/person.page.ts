import type { Actor } from '../access/actor'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { textField } from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import { formatInstant, type TimeZone } from '../web/format/date'
import { formatNip } from '../web/format/person'
import type { PageModel } from '../web/view'
import {
  membershipFields,
  printMembership,
  type MembershipChoices,
  type PrintedMembership,
} from './membership.page'
import { LINK_HOURS, type HandedLink } from './one-time-links'
import { OWN_EMAIL, OWN_NIP } from './people-plan'
import { accountStatus } from './people-list.page'
import type { Person } from './people.service'

declare module '../web/view' {
  interface Views {
    'accounts/person': PersonPage
    'accounts/new': PersonFormPage
    'accounts/edit': PersonFormPage
    'accounts/link-issued': LinkIssuedPage
  }
}

export interface PersonFormPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly person: readonly Field[]
  /** The first role; empty when an account is edited. */
  readonly role: readonly Field[]
  readonly summary: ErrorSummary | null
}

export interface PersonPage extends PageModel {
  readonly crumbs: Crumbs
  readonly status: Status
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly memberships: readonly PrintedMembership[]
  /** The account itself; null when only roles here are the actor's business. */
  readonly account: {
    readonly editHref: string
    readonly linkAction: string
    readonly switchAction: string
    readonly switchSubmit: string
    readonly switchText: string
    readonly disabled: boolean
    readonly mayIssueLink: boolean
    readonly own: boolean
  } | null
  readonly giving: { readonly action: string; readonly fields: readonly Field[] } | null
  readonly summary: ErrorSummary | null
}

export interface LinkIssuedPage extends PageModel {
  readonly crumbs: Crumbs
  readonly name: string
  readonly address: string
  readonly mailed: string
  /** Why the link was due without being asked for; empty when it was asked for. */
  readonly reason: string
  readonly hours: string
  readonly backHref: string
}

const crumbs: Crumbs = { links: [{ label: 'Pengguna', href: paths.accounts() }] }
const crumbsOf = (person: { readonly id: string; readonly name: string }): Crumbs => ({
  links: [...crumbs.links, { label: person.name, href: paths.account(person.id) }],
})

const personFields = (form: FormState, whose: 'own' | 'of-another' = 'of-another'): Field[] => [
  textField(form, 'name', {
    label: 'Nama',
    maxlength: 120,
    hint: 'Dengan gelar, seperti pada surat keputusan.',
  }),
  textField(form, 'nip', {
    label: 'NIP',
    oneOfSeveral: true,
    inputmode: 'numeric',
    hint: whose === 'own' ? OWN_NIP : 'Isi NIP, surel, atau keduanya. NIP terdiri atas 18 angka.',
  }),
  textField(form, 'email', {
    label: 'Surel',
    type: 'email',
    oneOfSeveral: true,
    maxlength: 200,
    hint: whose === 'own' ? OWN_EMAIL : '',
  }),
]

export function newPersonPage(choices: MembershipChoices, form: FormState): PersonFormPage {
  const person = personFields(form)
  const role = membershipFields(form, choices)
  return {
    title: 'Tambah pengguna',
    current: 'pengguna',
    crumbs,
    action: paths.newAccount(),
    person,
    role,
    summary: errorSummary(form, [...person, ...role]),
  }
}

export function editPersonPage(
  actor: Actor,
  person: Person,
  form: FormState = freshForm({ name: person.name, nip: person.nip ?? '', email: person.email ?? '' }),
): PersonFormPage {
  const fields = personFields(form, actor.userId === person.id ? 'own' : 'of-another')
  return {
    title: 'Ubah data pengguna',
    current: 'pengguna',
    crumbs: crumbsOf(person),
    action: paths.editAccount(person.id),
    person: fields,
    role: [],
    summary: errorSummary(form, fields),
  }
}

export function personPage(
  actor: Actor,
  person: Person,
  choices: MembershipChoices,
  now: Date,
  form: FormState = freshForm(),
): PersonPage {
  const zone: TimeZone = actor.memberships[0]?.timeZone ?? 'Asia/Jakarta'
  const own = actor.userId === person.id
  const fields = membershipFields(form, choices)
  const instant = (at: string | null, otherwise: string) => (at ? formatInstant(at, zone) : otherwise)
  return {
    title: person.name,
    current: 'pengguna',
    crumbs,
    status: accountStatus(person),
    facts: [
      { label: 'NIP', value: person.nip ? formatNip(person.nip) : 'Belum dicatat' },
      { label: 'Surel', value: person.email ?? 'Belum dicatat' },
      {
        label: 'Kata sandi dibuat',
        value: instant(person.passwordChangedAt, person.canSignIn ? 'Sudah' : 'Belum'),
      },
      { label: 'Akun dibuat', value: formatInstant(person.createdAt, zone) },
    ],
    memberships: person.memberships.map(membership => printMembership(actor, membership, choices.parts, now)),
    account: person.mayChange
      ? {
          editHref: paths.editAccount(person.id),
          linkAction: paths.accountLink(person.id),
          switchAction: person.disabledAt
            ? paths.accountReopening(person.id)
            : paths.accountClosure(person.id),
          switchSubmit: person.disabledAt ? 'Aktifkan kembali' : 'Nonaktifkan akun',
          switchText: person.disabledAt
            ? 'Akun ini nonaktif: pemiliknya tidak dapat masuk.'
            : 'Akun nonaktif tidak dapat masuk; semua sesinya berakhir. Jejak kerjanya tetap ada.',
          disabled: person.disabledAt !== null,
          mayIssueLink: person.disabledAt === null && !own,
          own,
        }
      : null,
    giving: own ? null : { action: paths.accountMemberships(person.id), fields },
    summary: errorSummary(form, fields),
  }
}

/** For a role that lies beyond those who could change the account until now. */
export const revokedWords = ({ name, email }: Pick<Person, 'name' | 'email'>): string =>
  `Peran diberikan. Karena peran ini di luar kewenangan pengurus akun sebelumnya, kata sandi, tautan, dan sesi ${name} sudah diakhiri.${
    email ? ` Pastikan ${email} memang surel ${name}: tautan “Lupa kata sandi” dikirim ke sana.` : ''
  }`

export function linkIssuedPage(
  person: { readonly id: string; readonly name: string },
  link: HandedLink,
  reason = '',
): LinkIssuedPage {
  return {
    title: 'Tautan kata sandi',
    current: 'pengguna',
    crumbs: crumbsOf(person),
    name: person.name,
    address: link.address,
    mailed: link.mailedTo ? `Tautan juga dikirim ke ${link.mailedTo}.` : '',
    reason,
    hours: String(LINK_HOURS),
    backHref: paths.account(person.id),
  }
}
