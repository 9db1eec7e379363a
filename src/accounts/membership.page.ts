import type { Actor } from '../access/actor'
import { ROLE_NAMES, ROLES, type Role } from '../access/roles'
import { paths } from '../paths'
import type { Field } from '../web/components/field'
import {
  checkboxesField,
  checkField,
  dateField,
  radioField,
  selectField,
  textField,
} from '../web/components/fields'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import { formatDate } from '../web/format/date'
import type { PageModel } from '../web/view'
import { mayGive, rolesToGive } from './granting'
import { isLasting, membershipState, type MembershipRow } from './membership-facts'
import type { PartNames } from './part-names'

declare module '../web/view' {
  interface Views {
    'accounts/end-membership': EndMembershipPage
  }
}

/** What a form of roles may offer to one actor. */
export interface MembershipChoices {
  readonly roles: readonly Role[]
  /** Satker to choose from; null when there are too many and the code or name is typed. */
  readonly satker: readonly { readonly code: string; readonly name: string }[] | null
  readonly parts: PartNames
}

/** More than these are not a list to choose from. */
export const SATKER_CHOICES = 20

/** The roles an actor gives at any of the own satker, and those satker when they are few. */
export function membershipChoices(
  actor: Actor,
  reached: readonly {
    readonly id: string
    readonly path: string
    readonly code: string
    readonly name: string
  }[],
  parts: PartNames,
): MembershipChoices {
  const givable = new Set(
    actor.memberships.flatMap(({ satkerId, satkerPath }) => rolesToGive(actor, { satkerId, satkerPath })),
  )
  return {
    roles: ROLES.filter(role => givable.has(role)),
    satker: reached.length > SATKER_CHOICES ? null : reached,
    parts,
  }
}

export function membershipFields(form: FormState, choices: MembershipChoices): Field[] {
  return [
    selectField(form, 'role', {
      label: 'Peran',
      prompt: 'Pilih peran',
      choices: choices.roles.map(value => ({ value, label: ROLE_NAMES[value] })),
    }),
    choices.satker
      ? selectField(form, 'satker', {
          label: 'Satker',
          choices: choices.satker.map(unit => ({ value: unit.code, label: `${unit.name} (${unit.code})` })),
        })
      : textField(form, 'satker', { label: 'Satker', maxlength: 200, hint: 'Kode atau nama satker.' }),
    checkboxesField(form, 'parts', {
      label: 'Bagian LKE',
      required: false,
      hint: 'Hanya untuk anggota pokja. Tanpa pilihan berarti semua bagian.',
      choices: [...choices.parts].map(([value, label]) => ({ value, label })),
    }),
    checkField(form, 'acting', { label: 'Pelaksana tugas (Plt/Plh)', hint: 'Hanya untuk kepala satker.' }),
    dateField(form, 'validFrom', {
      label: 'Mulai berlaku',
      required: false,
      hint: 'Kosong berarti hari ini.',
    }),
    dateField(form, 'validUntil', {
      label: 'Hari terakhir',
      required: false,
      hint: 'Kosong berarti tanpa batas waktu.',
    }),
  ]
}

export interface PrintedMembership {
  readonly role: string
  readonly satker: string
  readonly parts: string
  readonly dates: string
  readonly status: Status
  /** Where it is ended; empty when it cannot be. */
  readonly endHref: string
}

export const roleWords = (membership: Pick<MembershipRow, 'role' | 'acting'>): string =>
  membership.acting ? `Plt/Plh ${ROLE_NAMES[membership.role]}` : ROLE_NAMES[membership.role]

const STATES = {
  'in-force': { tone: 'ok', icon: 'check', text: 'Berlaku' },
  future: { tone: 'info', icon: 'clock', text: 'Akan berlaku' },
  ended: { tone: 'mut', icon: 'lock', text: 'Berakhir' },
  cancelled: { tone: 'mut', icon: 'cross', text: 'Dibatalkan' },
} as const satisfies Record<string, Status>

export function partWords(parts: string | null, names: PartNames): string {
  if (parts === null) return 'Semua bagian'
  return parts
    .split(',')
    .map(part => names.get(part) ?? part)
    .join(', ')
}

/** `sejak 1 Januari 2026`, `1 Januari 2026 sampai 30 Juni 2026` */
export function dateWords({
  validFrom,
  validUntil,
}: Pick<MembershipRow, 'validFrom' | 'validUntil'>): string {
  if (validUntil === null) return `sejak ${formatDate(validFrom)}`
  if (validUntil < validFrom) return `semula mulai ${formatDate(validFrom)}`
  return validUntil === validFrom
    ? formatDate(validFrom)
    : `${formatDate(validFrom)} sampai ${formatDate(validUntil)}`
}

export function printMembership(
  actor: Actor,
  membership: MembershipRow,
  names: PartNames,
  now: Date,
): PrintedMembership {
  const endable = isLasting(membership, now) && mayGive(actor, membership.role, membership)
  return {
    role: roleWords(membership),
    satker: membership.satkerName,
    parts: membership.role === 'member' ? partWords(membership.parts, names) : '–',
    dates: dateWords(membership),
    status: STATES[membershipState(membership, now)],
    endHref: endable ? paths.accountMembership(membership.userId, membership.id) : '',
  }
}

export interface EndMembershipPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly intro: string
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
}

export function endMembershipPage(
  person: { readonly id: string; readonly name: string },
  membership: MembershipRow,
  form: FormState = freshForm({ when: 'now', lastDay: membership.validUntil ?? '' }),
): EndMembershipPage {
  const fields = [
    radioField(form, 'when', {
      label: 'Kapan berakhir',
      choices: [
        {
          value: 'now',
          label: 'Sekarang juga',
          hint: 'Bila sedang masuk, ia keluar pada permintaan berikutnya.',
        },
        { value: 'date', label: 'Setelah hari terakhir di bawah ini' },
      ],
    }),
    dateField(form, 'lastDay', { label: 'Hari terakhir', required: false }),
  ]
  return {
    title: 'Akhiri peran',
    current: 'pengguna',
    crumbs: {
      links: [
        { label: 'Pengguna', href: paths.accounts() },
        { label: person.name, href: paths.account(person.id) },
      ],
    },
    action: paths.accountMembership(person.id, membership.id),
    intro: `${person.name}: ${roleWords(membership)} di ${membership.satkerName}, ${dateWords(membership)}.`,
    fields,
    summary: errorSummary(form, fields),
  }
}
