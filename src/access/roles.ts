/** Roles of a membership; where each reaches is in scope.ts, what each may do in policies.ts. */
export const ROLES = [
  'centre-admin',
  'satker-admin',
  'head',
  'chair',
  'member',
  'kanwil-viewer',
  'pendamping',
  'evaluator',
  'reader',
] as const
/** A role beside those of memberships: whoever scores a unit of a running sample a second time holds it there. */
export type Role = (typeof ROLES)[number] | 'second-scorer'

/** The role on screen. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  'centre-admin': 'Administrator pusat',
  'satker-admin': 'Administrator satker',
  head: 'Kepala satker',
  chair: 'Ketua tim ZI',
  member: 'Anggota pokja',
  'kanwil-viewer': 'Pemantau kanwil',
  pendamping: 'Pendamping',
  evaluator: 'Evaluator TPI',
  reader: 'Pembaca',
  'second-scorer': 'Penilai uji petik',
}
