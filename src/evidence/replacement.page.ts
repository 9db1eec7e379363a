import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import type { FormState } from '../web/form'
import type { Link } from '../web/shell'
import type { PageModel } from '../web/view'
import { replacementField, type UploadWords } from './evidence-fields'
import type { FileRow } from './evidence-pieces.repository'
import type { Piece } from './evidence.service'

declare module '../web/view' {
  interface Views {
    'evidence/replacement': ReplacementPage
  }
}

export interface ReplacementPage extends PageModel {
  /** In bytes, for the script that looks before it sends. */
  readonly limits: UploadWords
  readonly crumbs: { readonly links: readonly Link[] }
  readonly name: string
  readonly summary: ErrorSummary | null
  readonly action: string
  readonly file: Field
}

export function replacementPage(
  piece: Piece,
  file: FileRow,
  limits: UploadWords,
  form: FormState,
): ReplacementPage {
  const field = replacementField(form, limits)
  return {
    limits,
    title: 'Ganti berkas',
    current: 'bukti',
    crumbs: { links: [{ label: piece.title, href: paths.evidence(piece.id) }] },
    name: file.name,
    summary: errorSummary(form, [field]),
    action: paths.evidenceFileReplacement(file.id),
    file: field,
  }
}
