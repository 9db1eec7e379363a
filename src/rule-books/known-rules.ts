import { ALL_RULES } from '../engine/rules/findings'
import type { Facts } from '../engine/rules/facts'
import type { RuleBook, RuleSettings } from '../engine/rules/rule-book'

/** The families of rules in the order in which people read them; readiness is what all of them lead to. */
export const RULE_FAMILIES = [
  { key: 'hindari', prefix: 'pitfall-', title: 'Enam hal yang harus dihindari' },
  { key: 'konsistensi', prefix: 'contradiction-', title: 'Pemeriksaan konsistensi' },
  { key: 'rekomendasi', prefix: 'recommendation-', title: 'Sebelas rekomendasi' },
  { key: 'kunci', prefix: 'key-', title: 'Tiga kunci perubahan' },
  { key: 'faktor', prefix: 'factor-', title: 'Tujuh faktor keberhasilan' },
  { key: 'kesiapan', prefix: 'readiness', title: 'Kesiapan untuk diajukan' },
] as const

export type RuleFamilyKey = (typeof RULE_FAMILIES)[number]['key']

/** The name under which the bounds of the readiness stand beside those of the rules. */
export const READINESS = 'readiness'

/** A rule of this version of the program, or the readiness, as an administrator knows it. */
export interface KnownRule {
  readonly id: string
  readonly title: string
  readonly basis: string
  readonly family: RuleFamilyKey
  /** What it reads, in words. */
  readonly reads: string
}

/** Day and cycle are read by nearly every rule, and tell nothing of it. */
const FACT_WORDS: Readonly<Record<keyof Facts, string>> = {
  today: '',
  cycle: '',
  staff: 'daftar pegawai',
  profiles: 'profil triwulan',
  predicates: 'predikat yang diraih',
  activities: 'kegiatan',
  goals: 'rencana aksi',
  innovations: 'inovasi',
  agreements: 'kerja sama',
  quarters: 'kinerja triwulan',
  inputs: 'masukan pemangku kepentingan',
  complaints: 'pengaduan',
  surveys: 'survei',
  evidence: 'bukti',
  uploads: 'unggahan',
  contributions: 'kontribusi orang',
  attestations: 'pengesahan kepala satker',
  worksheet: 'lembar kerja',
  notes: 'catatan',
  frontLineStaff: 'petugas layanan',
}

const familyOf = (id: string): RuleFamilyKey =>
  RULE_FAMILIES.find(({ prefix }) => id.startsWith(prefix))?.key ?? 'konsistensi'

export const KNOWN_RULES: readonly KnownRule[] = [
  ...ALL_RULES.map(({ id, title, basis, reads }) => ({
    id,
    title,
    basis,
    family: familyOf(id),
    reads: reads
      .map(name => FACT_WORDS[name])
      .filter(Boolean)
      .join(', '),
  })),
  {
    id: READINESS,
    title: 'Kesiapan untuk diajukan',
    basis: 'Pilihan aplikasi: kapan temuan menahan pengajuan',
    family: 'kesiapan',
    reads: 'semua temuan, ambang, prasyarat',
  },
]

export const titleOf = (rule: string): string => KNOWN_RULES.find(({ id }) => id === rule)?.title ?? rule

/** What a book says of a rule or of the readiness. */
export const settingsOf = (book: RuleBook, rule: string): RuleSettings | undefined =>
  rule === READINESS ? book.readiness : book.rules[rule]

/** Where the settings of a rule stand in the text of a book. */
export const placeOf = (rule: string): readonly string[] => (rule === READINESS ? [rule] : ['rules', rule])
