import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { fileField, textAreaField } from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import { freshForm, type FormState } from '../web/form'
import { formatCount } from '../web/format/number'
import type { Message } from '../web/shell'
import type { PageModel } from '../web/view'
import { changeGroups, ROWS_SHOWN, shownOf, type ChangeGroup } from './change-groups'
import type { LoadCheck } from './instruments.service'

declare module '../web/view' {
  interface Views {
    'instruments/new': NewInstrumentPage
    'instruments/check': CheckInstrumentPage
  }
}

export interface NewInstrumentPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly file: Field
  readonly paste: Field
  readonly summary: ErrorSummary | null
}

export interface CheckInstrumentPage extends PageModel {
  readonly crumbs: Crumbs
  readonly message: Message
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly faultsCaption: string
  readonly faults: readonly { readonly line: string; readonly code: string; readonly message: string }[]
  readonly groups: readonly ChangeGroup[]
  /** Null when there is nothing to load. */
  readonly confirm: {
    readonly action: string
    readonly submit: string
    readonly hidden: readonly { readonly name: string; readonly value: string }[]
  } | null
  readonly againHref: string
}

const crumbs = { links: [{ label: 'Instrumen', href: paths.instruments() }] }

export function newInstrumentPage(form: FormState = freshForm()): NewInstrumentPage {
  const file = fileField(form, 'file', {
    label: 'Berkas YAML',
    accept: '.yaml,.yml',
    hint: 'Paling besar 1 MB.',
  })
  const paste = textAreaField(form, 'source', { label: 'Isi berkas', rows: 10 })
  return {
    title: 'Muat instrumen',
    current: 'instrumen',
    crumbs,
    action: paths.newInstrument(),
    file,
    paste,
    summary: errorSummary(form, [file, paste]),
  }
}

/** What a dry run found; the page carries the text until it is confirmed. */
export function checkInstrumentPage(file: string, check: LoadCheck): CheckInstrumentPage {
  const frame = {
    title: 'Muat instrumen: hasil pemeriksaan',
    current: 'instrumen',
    crumbs: { links: [...crumbs.links, { label: 'Muat instrumen', href: paths.newInstrument() }] },
    againHref: paths.newInstrument(),
  }
  if (!check.ok) {
    return {
      ...frame,
      message: {
        tone: 'bad',
        lead: `${formatCount(check.faults.length)} kesalahan; belum ada yang dimuat.`,
        text: 'Perbaiki pada berkasnya, lalu periksa lagi.',
      },
      facts: [{ label: 'Berkas', value: file }],
      faultsCaption: shownOf(check.faults.length, 'kesalahan'),
      faults: check.faults
        .slice(0, ROWS_SHOWN)
        .map(({ line, code, message }) => ({ line: formatCount(line), code, message })),
      groups: [],
      confirm: null,
    }
  }
  const { source, instrument, newest, changes, checksum } = check
  const version = (newest?.version ?? 0) + 1
  return {
    ...frame,
    message: verdict(check),
    facts: [
      { label: 'Berkas', value: file },
      { label: 'Instrumen', value: `${instrument.title} (${instrument.id})` },
      { label: 'Pembanding', value: newest ? `Versi ${newest.version}` : 'Tidak ada; kode ini baru' },
      { label: 'Perbedaan', value: formatCount(changes.length) },
      { label: 'SHA-256', value: checksum },
    ],
    faultsCaption: '',
    faults: [],
    groups: newest ? changeGroups(changes, newest.instrument, instrument) : [],
    confirm: check.isSame
      ? null
      : {
          action: paths.instruments(),
          submit: `Muat sebagai versi ${version}`,
          hidden: [
            { name: 'source', value: source },
            { name: 'file', value: file },
            { name: 'checksum', value: checksum },
            { name: 'newest', value: String(newest?.version ?? 0) },
          ],
        },
  }
}

function verdict({ isSame, newest, changes }: LoadCheck & { ok: true }): Message {
  if (isSame)
    return {
      tone: 'info',
      lead: 'Berkas ini sudah dimuat.',
      text: `Isinya sama dengan versi ${newest?.version}.`,
    }
  if (!newest)
    return { tone: 'ok', lead: 'Berkas sah.', text: 'Belum ada yang berubah sampai Anda memuatnya.' }
  if (changes.length === 0)
    return { tone: 'ok', lead: 'Berkas sah.', text: 'Hanya komentar atau tata letaknya yang berbeda.' }
  return {
    tone: 'ok',
    lead: 'Berkas sah.',
    text: 'Periksa perbedaannya di bawah. Siklus yang memakai versi lama tetap memakai versi itu.',
  }
}
