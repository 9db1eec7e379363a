import type { TableFault } from '../spreadsheets/table'
import type { Field } from '../web/components/field'
import { checkField, fileField } from '../web/components/fields'
import type { Crumbs } from '../web/components/panels'
import { freshForm } from '../web/form'
import { formatCount } from '../web/format/number'
import type { PageModel } from '../web/view'
import type { ImportOutcome } from './importer'

declare module '../web/view' {
  interface Views {
    'imports/upload': ImportUploadPage
    'imports/preview': ImportPreviewPage
  }
}

export interface ImportColumn {
  readonly title: string
  readonly required: boolean
  readonly content: string
}

/** What the pages of one import say. */
export interface ImportFace {
  readonly title: string
  readonly current: string
  readonly back: { readonly label: string; readonly href: string }
  readonly uploadHref: string
  readonly runHref: string
  readonly templateHref: string
  readonly updateLabel: string
  readonly updateHint: string
  readonly columns: readonly ImportColumn[]
  /** Titles of the cells of a row in the preview. */
  readonly preview: readonly string[]
}

export interface ImportUploadPage extends PageModel {
  readonly crumbs: Crumbs
  readonly action: string
  readonly fields: readonly Field[]
  readonly error: string
  readonly columns: readonly { readonly title: string; readonly need: string; readonly content: string }[]
  readonly templates: readonly { readonly label: string; readonly href: string }[]
}

export interface ImportPreviewPage extends PageModel {
  readonly crumbs: Crumbs
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly faults: readonly { readonly row: string; readonly column: string; readonly message: string }[]
  readonly faultsCaption: string
  readonly header: readonly string[]
  readonly rows: readonly {
    readonly number: string
    readonly act: string
    readonly cells: readonly { readonly title: string; readonly text: string }[]
  }[]
  readonly rowsCaption: string
  /** Null when there is nothing to run. */
  readonly run: { readonly action: string; readonly token: string; readonly submit: string } | null
  readonly againHref: string
  readonly tone: 'bad' | 'info' | 'ok'
  readonly lead: string
  readonly text: string
}

const FAULTS_SHOWN = 200
const ROWS_SHOWN = 20

export function importUploadPage(face: ImportFace, error = ''): ImportUploadPage {
  const form = freshForm()
  return {
    title: face.title,
    current: face.current,
    crumbs: { links: [face.back] },
    action: face.uploadHref,
    fields: [
      fileField(form, 'file', {
        label: 'Berkas',
        accept: '.csv,.xlsx',
        hint: 'CSV (UTF-8) atau XLSX, paling besar 5 MB dan 20.000 baris.',
      }),
      checkField(form, 'update', { label: face.updateLabel, hint: face.updateHint }),
    ],
    error,
    columns: face.columns.map(({ title, required, content }) => ({
      title,
      content,
      need: required ? 'Wajib' : 'Boleh kosong',
    })),
    templates: ['xlsx', 'csv'].map(kind => ({
      label: `Unduh templat ${kind.toUpperCase()}`,
      href: `${face.templateHref}?format=${kind}`,
    })),
  }
}

/** What a file would do; `token` runs it and is absent when it cannot be run. */
export function importPreviewPage(
  face: ImportFace,
  fileName: string,
  outcome: ImportOutcome,
  token: string | undefined,
): ImportPreviewPage {
  const made = outcome.rows.filter(row => row.isNew).length
  const changed = outcome.rows.length - made
  const { rows, faults } = outcome
  return {
    title: `${face.title}: hasil pemeriksaan`,
    current: face.current,
    crumbs: { links: [face.back, { label: face.title, href: face.uploadHref }] },
    facts: [
      { label: 'Berkas', value: fileName },
      { label: 'Baru', value: formatCount(made) },
      { label: 'Diperbarui', value: formatCount(changed) },
      { label: 'Tanpa perubahan', value: formatCount(outcome.unchanged) },
      { label: 'Kesalahan', value: formatCount(faults.length) },
    ],
    faults: faults.slice(0, FAULTS_SHOWN).map(faultWords),
    faultsCaption: shownOf(faults.length, FAULTS_SHOWN, 'kesalahan'),
    header: face.preview,
    rows: rows.slice(0, ROWS_SHOWN).map(row => ({
      number: String(row.number),
      act: row.isNew ? 'Baru' : 'Diperbarui',
      cells: row.cells.map((text, place) => ({ title: face.preview[place] ?? '', text: text || '–' })),
    })),
    rowsCaption: shownOf(rows.length, ROWS_SHOWN, 'baris'),
    run: token ? { action: face.runHref, token, submit: `Simpan ${formatCount(rows.length)} baris` } : null,
    againHref: face.uploadHref,
    ...verdict(outcome),
  }
}

function verdict({ faults, rows }: ImportOutcome): Pick<ImportPreviewPage, 'tone' | 'lead' | 'text'> {
  if (faults.length > 0)
    return {
      tone: 'bad',
      lead: 'Belum ada yang disimpan.',
      text: 'Perbaiki kesalahan di bawah pada berkas, lalu unggah lagi. Berkas disimpan seluruhnya atau tidak sama sekali.',
    }
  if (rows.length === 0)
    return {
      tone: 'info',
      lead: 'Tidak ada yang perlu disimpan.',
      text: 'Isi berkas sama dengan data yang ada.',
    }
  return {
    tone: 'ok',
    lead: 'Berkas siap disimpan.',
    text: 'Belum ada yang berubah sampai Anda menyimpannya.',
  }
}

const faultWords = (fault: TableFault) => ({
  row: String(fault.row),
  column: fault.column,
  message: fault.message,
})

const shownOf = (total: number, most: number, what: string) =>
  total > most
    ? `${formatCount(most)} ${what} pertama dari ${formatCount(total)}`
    : `${formatCount(total)} ${what}`
