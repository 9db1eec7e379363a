import type { FrozenSignatories } from '../frozen/frozen-document'
import type { Signatory } from './readiness-facts'
import type { TeamRow } from './reports.repository'

type InOffice = { readonly name: string; readonly nip: string | null; readonly acting: boolean | number }

/** Who signs: the head in office (an acting one first) and the chair of the team; null where there is none. */
export const gatherSignatories = (rows: readonly TeamRow[], kind: string) =>
  signatories(
    {
      head: rows.find(row => row.role === 'head') ?? null,
      chair: rows.find(row => row.role === 'chair') ?? null,
    },
    kind,
  )

/** The same of a frozen worksheet: whoever was in office then. */
export const frozenSignatories = (inOffice: FrozenSignatories, kind: string) => signatories(inOffice, kind)

function signatories(
  { head, chair }: { readonly head: InOffice | null; readonly chair: InOffice | null },
  kind: string,
): { head: Signatory | null; chair: Signatory | null } {
  const office = `Kepala ${kind || 'satuan kerja'}`
  return {
    head: head && signatory(head, head.acting ? `Plt./Plh. ${office}` : office),
    chair: chair && signatory(chair, 'Ketua Tim Zona Integritas'),
  }
}

const signatory = ({ name, nip }: InOffice, title: string): Signatory => ({ name, nip: nip ?? '', title })
