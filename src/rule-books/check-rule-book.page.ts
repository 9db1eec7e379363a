import type { RuleTrial } from '../findings/rule-trials.service'
import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { textAreaField } from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import type { Status } from '../web/components/status'
import { freshForm, type FormState } from '../web/form'
import { formatCount } from '../web/format/number'
import type { Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { changeRows, type ChangeRow } from './change-rows'
import { faultPlace } from './fault-places'
import { titleOf } from './known-rules'
import type { RuleBookCheck } from './rule-books.service'
import { standingStatus } from './rules.page'

declare module '../web/view' {
  interface Views {
    'rule-books/check': CheckRuleBookPage
  }
}

export interface CheckRuleBookPage extends PageModel {
  readonly crumbs: Crumbs
  readonly summary: ErrorSummary | null
  readonly message: Message
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly faultsCaption: string
  readonly faults: readonly { readonly where: string; readonly at: string; readonly message: string }[]
  readonly changesCaption: string
  readonly changes: readonly ChangeRow[]
  readonly effect: {
    readonly text: string
    readonly rows: readonly {
      readonly title: string
      readonly from: Status
      readonly to: Status
      readonly count: string
    }[]
  } | null
  readonly confirm: {
    readonly action: string
    readonly submit: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
    readonly reason: Field
  } | null
  readonly againHref: string
}

/** What is under trial, and what is sent along when it is loaded. */
export interface UnderTrial {
  /** `teks yang ditempel`, `aturan.yaml`, the title of a rule. */
  readonly what: string
  readonly againHref: string
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  readonly trial: RuleTrial | null
  readonly form?: FormState
  /** Instead of the verdict: what came between. */
  readonly message?: Message
}

/** As many as somebody reads. */
const SHOWN = 300

export function checkRuleBookPage(
  check: RuleBookCheck,
  { what, againHref, hidden, trial, form = freshForm(), message }: UnderTrial,
): CheckRuleBookPage {
  const frame = {
    title: 'Ubah ambang: hasil pemeriksaan',
    current: 'aturan',
    sheet: 'findings' as const,
    crumbs: {
      links: [
        { label: 'Aturan', href: paths.ruleBooks() },
        { label: 'Ubah ambang', href: againHref },
      ],
    },
    againHref,
  }
  if (!check.ok)
    return {
      ...frame,
      summary: null,
      message: {
        tone: 'bad',
        lead: `${formatCount(check.faults.length)} kesalahan; belum ada yang dimuat.`,
        text: 'Perbaiki pada berkasnya, lalu periksa lagi.',
      },
      facts: [{ label: 'Berkas', value: what }],
      faultsCaption: `${formatCount(check.faults.length)} kesalahan`,
      faults: check.faults.slice(0, SHOWN).map(({ at, message }) => ({ where: faultPlace(at), at, message })),
      changesCaption: '',
      changes: [],
      effect: null,
      confirm: null,
    }
  const reason = textAreaField(form, 'reason', {
    label: 'Alasan',
    hint: 'Disimpan di jejak bersama perbedaannya.',
    rows: 3,
    maxlength: 1_000,
  })
  return {
    ...frame,
    summary: errorSummary(form, [reason], 'Buku aturan belum dimuat'),
    message: message ?? verdict(check),
    facts: factsOf(check, what),
    faultsCaption: '',
    faults: [],
    changesCaption: `${formatCount(check.changes.length)} perbedaan`,
    changes: changeRows(check.changes.slice(0, SHOWN)),
    effect: trial && effectOf(trial),
    confirm: check.isSame
      ? null
      : {
          action: paths.ruleBooks(),
          submit: `Muat sebagai versi ${formatCount(check.version)}`,
          hidden: [...hidden, { name: 'version', value: String(check.version) }],
          reason,
        },
  }
}

type Passed = RuleBookCheck & { ok: true }

function verdict({ isSame, inUse, changes, version }: Passed): Message {
  if (isSame)
    return {
      tone: 'info',
      lead: 'Buku aturan ini sudah dimuat.',
      text: `Isinya sama dengan versi ${formatCount(version)}.`,
    }
  const sound = { tone: 'ok', lead: 'Buku aturan sah.' } as const
  if (!inUse) return { ...sound, text: 'Belum ada yang berubah sampai Anda memuatnya.' }
  if (changes.length === 0) return { ...sound, text: 'Hanya komentar atau tata letaknya yang berbeda.' }
  return {
    ...sound,
    text: 'Setelah dimuat, penilaian terbuka dibaca ulang. Temuan pada lembar yang sudah diserahkan tidak berubah.',
  }
}

function factsOf({ code, inUse, version, book, isSame, checksum }: Passed, what: string) {
  const written =
    isSame || book.version === version
      ? []
      : [
          {
            label: 'Versi',
            value: `Di dalam berkas tertulis ${formatCount(book.version)}; dimuat sebagai ${formatCount(version)}`,
          },
        ]
  return [
    { label: 'Diubah', value: what },
    { label: 'Buku aturan', value: code },
    {
      label: 'Pembanding',
      value: inUse ? `${inUse.code} versi ${formatCount(inUse.version)}, dipakai sekarang` : 'Belum ada',
    },
    ...written,
    { label: 'SHA-256', value: checksum },
  ]
}

function effectOf({ open, read, changes }: RuleTrial): CheckRuleBookPage['effect'] {
  const many = `${formatCount(open)} penilaian terbuka`
  const scope =
    read < open
      ? `Dicoba pada ${formatCount(read)} dari ${many}, tersebar dari yang lama sampai yang baru; yang lain baru terlihat setelah dimuat.`
      : `Dicoba pada semua ${many}.`
  return {
    text:
      open === 0
        ? 'Belum ada penilaian terbuka.'
        : changes.length === 0
          ? `${scope} Tidak ada tingkat yang berubah.`
          : scope,
    rows: changes.map(({ rule, from, to, assessments }) => ({
      title: titleOf(rule),
      from: standingStatus(from),
      to: standingStatus(to),
      count: formatCount(assessments),
    })),
  }
}
