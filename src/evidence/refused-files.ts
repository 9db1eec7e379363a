import type { Request } from 'express'

/** The faults of a form beside the files that were refused; files that came in well must be chosen again. */
export function refusedFiles(
  fields: Readonly<Record<string, string>>,
  req: Pick<Request, 'refusedFiles' | 'staged'>,
): Record<string, string> {
  const refused = (req.refusedFiles ?? []).map(file => file.message)
  const again = req.staged?.length && !fields['files'] ? ['Pilih lagi berkas yang akan diunggah.'] : []
  const files = refused.length > 0 ? refused : [fields['files'] ?? '']
  const said = [...files, ...again].filter(Boolean).join(' ')
  return { ...fields, ...(said ? { files: said } : {}) }
}
