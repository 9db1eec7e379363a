const NIP = /^(\d{8})(\d{6})(\d)(\d{3})$/
const SHOWN_DIGITS = 4

/** A NIP as it is written: `19800101 200501 1 001`; other numbers stay as they are. For administrators and signature blocks. */
export function formatNip(nip: string): string {
  return nip.replace(NIP, '$1 $2 $3 $4')
}

/** Where a masked NIP has no room: `…1001`. */
export const endOfNip = (nip: string): string => `…${nip.slice(-SHOWN_DIGITS)}`

/** The first digits are a birth date: everybody else sees the last four only, `•••••••••••••• 1001`. */
export function maskNip(nip: string): string {
  const hidden = Math.max(0, nip.length - SHOWN_DIGITS)
  return hidden === 0 ? '•'.repeat(nip.length) : `${'•'.repeat(hidden)} ${nip.slice(hidden)}`
}
