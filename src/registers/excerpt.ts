import { labelled, type PrintedBlock, type PrintedLetter } from '../reports/official-document'
import { formatDate, formatInstant } from '../web/format/date'
import { NATURE_WORDS } from '../web/components/evidence'
import type { ProofRow } from './proofs.repository'
import { registerLabel } from './register'
import type { EntryDocument, SeenEntry } from './register-entry'
import type { RegisterUnit } from './register-unit'

export const QUOTED_AT = 'Dikutip'

export interface ExcerptFacts {
  readonly unit: RegisterUnit
  readonly entry: SeenEntry
  readonly document: EntryDocument
  readonly proofs: readonly ProofRow[]
  readonly supported: string
  /** An instant in UTC. */
  readonly madeAt: string
}

/** An entry of a register as a paper of its own, as it stood when it was made. */
export function printExcerpt({
  unit,
  entry,
  document,
  proofs,
  supported,
  madeAt,
}: ExcerptFacts): PrintedLetter {
  const register = registerLabel(entry.register)
  const title = `Kutipan register ${register.toLowerCase()}`
  const made = formatInstant(madeAt, unit.timeZone)
  const [organisation = unit.satkerName, ...lines] = unit.letterhead
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  return {
    documentTitle: `${title}: ${entry.title}`,
    author: unit.satkerName,
    title,
    draft: false,
    draftWord: '',
    runningHead: `${title} · ${unit.satkerName}`,
    foot: { left: `Dibuat ${made}`, middle: 'Zona Integritas' },
    letterhead: { organisation, lines, logoAlt: '' },
    number: '',
    meta: [
      labelled('Satuan kerja', unit.satkerName),
      labelled(QUOTED_AT, made),
      labelled('Entri', entry.title),
      labelled('Mendukung', supported || '–'),
    ],
    opening: [],
    blocks: [
      factsBlock(document),
      ...document.tables.map((table, place) => tableBlock(table, place)),
      proofsBlock(proofs),
    ],
    signatures: { heading: '', intro: '', people: [] },
    annex: [],
    address: '',
    logo: null,
    generatedAt: madeAt,
  }
}

const factsBlock = ({ facts }: EntryDocument): PrintedBlock => ({
  id: 'data',
  heading: 'Data entri',
  paragraphs: [],
  table: {
    columns: [
      { label: 'Hal', num: false, width: 1 },
      { label: 'Isi', num: false, width: 3 },
    ],
    rows: facts.map(({ label, value }) => [label, value || '–']),
    sum: false,
  },
})

const tableBlock = (table: EntryDocument['tables'][number], place: number): PrintedBlock => ({
  id: `tabel-${place + 1}`,
  heading: table.title,
  paragraphs: table.rows.length > 0 ? [] : ['Belum ada.'],
  table:
    table.rows.length > 0
      ? {
          columns: table.header.map(label => ({ label, num: false, width: 1 })),
          rows: table.rows.map(row => row.map(text => text || '–')),
          sum: false,
        }
      : null,
})

/** Restricted papers are counted, not named. */
function proofsBlock(proofs: readonly ProofRow[]): PrintedBlock {
  const named = proofs.filter(
    proof => proof.kind === 'proof' && proof.access === 'biasa' && proof.withdrawnAt === null,
  )
  const hidden = proofs.filter(
    proof => proof.kind === 'proof' && proof.access === 'terbatas' && proof.withdrawnAt === null,
  ).length
  const words = [
    named.length + hidden === 0 ? 'Belum ada bukti pada entri ini.' : '',
    hidden > 0 ? `${hidden} bukti terbatas tidak disebut di sini.` : '',
  ].filter(Boolean)
  return {
    id: 'bukti',
    heading: 'Bukti pada entri',
    paragraphs: words,
    table:
      named.length > 0
        ? {
            columns: [
              { label: 'Bukti', num: false, width: 3 },
              { label: 'Sifat', num: false, width: 1 },
              { label: 'Tanggal', num: false, width: 1 },
            ],
            rows: named.map(({ title, nature, happenedOn }) => [
              title,
              NATURE_WORDS[nature].text,
              happenedOn ? formatDate(happenedOn) : '–',
            ]),
            sum: false,
          }
        : null,
  }
}
