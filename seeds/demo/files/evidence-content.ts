import { writeTable } from '../../../src/spreadsheets/write-table'
import { formatDate } from '../../../src/web/format/date'
import type { CastUnit } from '../cast'
import type { Dice } from '../dice'
import type { PlannedPiece } from '../pieces'
import { letterDocx } from './letter'
import { paperPdf, type Paper } from './paper'
import { meetingPhoto, screenPicture } from './pictures'

export interface Content {
  readonly name: string
  readonly bytes: Buffer
}

/** What the content is about. */
export interface Occasion {
  readonly unit: CastUnit
  /** The question it is made for, in words. */
  readonly question: string
  readonly signer: string
  /** Civil date. */
  readonly date: string
  readonly number: string
}

/** A file for a piece, of the kind its title speaks of; the bytes follow from title, unit and date. */
export async function contentFor(
  piece: PlannedPiece,
  occasion: Occasion,
  dice: Dice,
  { drafts }: { /** Papers out of a hundred that were never signed. */ readonly drafts: number },
): Promise<Content> {
  const name = fileName(piece.title, occasion.date)
  if (/foto|dokumentasi|kegiatan/i.test(piece.title) && piece.nature === 'trace')
    return { name: `${name}.jpg`, bytes: meetingPhoto(dice) }
  if (/tangkapan|tampilan|tautan|aplikasi/i.test(piece.title) && piece.nature === 'trace')
    return { name: `${name}.png`, bytes: screenPicture(dice) }
  if (/rekap|register|daftar hadir|data |tabel|matriks|perbandingan/i.test(piece.title) && dice.chance(45))
    return { name: `${name}.xlsx`, bytes: await figures(piece.title, occasion, dice) }
  const paper = paperOf(piece, occasion)
  return piece.nature === 'formal' && dice.chance(drafts)
    ? { name: `${name} (konsep).docx`, bytes: letterDocx(paper) }
    : { name: `${name}.pdf`, bytes: paperPdf(paper) }
}

function paperOf(piece: PlannedPiece, { unit, question, signer, date, number }: Occasion): Paper {
  return {
    letterhead: [
      'KEMENTERIAN LAYANAN NUSANTARA',
      unit.name.toUpperCase(),
      `Jalan Peragaan Nomor 1, ${unit.city}`,
    ],
    title: piece.title,
    number,
    paragraphs: [
      `Naskah ini dibuat untuk peragaan dan tidak berlaku sebagai surat resmi. Satuan kerja, nama orang, dan angkanya rekaan.`,
      `Pokok yang dijawab: ${question}`,
      `Pada ${formatDate(date)} tim kerja Zona Integritas ${unit.short} membahas pokok di atas bersama kepala satuan kerja. Rapat menyepakati penanggung jawab, tenggat, dan cara mengukur hasilnya, lalu meminta tiap kelompok kerja melaporkan kemajuannya pada rapat pemantauan berikutnya.`,
      `Hal yang belum selesai dicatat dengan sebab dan rencana penyelesaiannya. Dokumen pendukung disimpan di rak bukti satuan kerja dengan judul yang sama.`,
    ],
    closing: [`${unit.city}, ${formatDate(date)}`, 'Kepala,', '', '', signer],
  }
}

function figures(title: string, { unit, date }: Occasion, dice: Dice): Promise<Buffer> {
  const rows = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September'].map(
    month => {
      const before = 20 + dice.below(40)
      return [month, String(before), String(before + dice.below(30)), unit.short]
    },
  )
  return writeTable(
    { sheet: `Data ${date}`, header: [title.slice(0, 60), 'Sebelum', 'Sesudah', 'Satuan kerja'], rows },
    'xlsx',
  )
}

const fileName = (title: string, date: string): string =>
  `${date} ${title
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .slice(0, 60)
    .trim()}`
