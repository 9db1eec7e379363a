import type { Signatory } from './readiness-facts'
import type { TeamRow } from './reports.repository'

/** Who signs: the head in office (an acting one first) and the chair of the team; null where there is none. */
export function gatherSignatories(
  rows: readonly TeamRow[],
  kind: string,
): { head: Signatory | null; chair: Signatory | null } {
  const head = rows.find(row => row.role === 'head')
  const chair = rows.find(row => row.role === 'chair')
  const office = `Kepala ${kind || 'satuan kerja'}`
  return {
    head: head ? signatory(head, head.acting ? `Plt./Plh. ${office}` : office) : null,
    chair: chair ? signatory(chair, 'Ketua Tim Zona Integritas') : null,
  }
}

const signatory = ({ name, nip }: TeamRow, title: string): Signatory => ({ name, nip: nip ?? '', title })
