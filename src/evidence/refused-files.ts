import type { Request } from 'express'
import { wantsJson } from '../web/allow'

/**
 * The faults of a form beside the files that were refused. A page that is shown again has lost the files that came
 * in well; a script still holds them.
 */
export function refusedFiles(fields: Readonly<Record<string, string>>, req: Request): Record<string, string> {
  const refused = (req.refusedFiles ?? []).map(file => file.message)
  const lost = req.staged?.length > 0 && !fields['files'] && !wantsJson(req)
  const again = lost ? ['Pilih lagi berkas yang akan diunggah.'] : []
  const files = refused.length > 0 ? refused : [fields['files'] ?? '']
  const said = [...files, ...again].filter(Boolean).join(' ')
  return { ...fields, ...(said ? { files: said } : {}) }
}

/** Beside the other faults of a form: that it brought neither a file nor a link. */
export function nothingBrought(req: Request): Record<string, string> {
  const { links } = (req.body ?? {}) as Record<string, unknown>
  const linked = typeof links === 'string' && links.trim() !== ''
  const sent = (req.staged?.length ?? 0) + (req.refusedFiles?.length ?? 0) > 0
  return linked || sent ? {} : { files: 'Pilih berkas atau tulis tautan.' }
}
