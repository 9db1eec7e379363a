import { paths } from '../paths'
import { textField } from '../web/components/fields'
import type { Field } from '../web/components/field'
import type { Status } from '../web/components/status'
import { formatInstant } from '../web/format/date'
import type { Message } from '../web/shell'
import type { PageModel } from '../web/view'
import type { VerifiedSeal } from './results.service'
import { printedSealCode } from './seal-key'
import { RECOMMENDATION_WORDS } from './recommendation-rules'

declare module '../web/view' {
  interface Views {
    'results/verification': VerificationPage
  }
}

export interface VerificationPage extends PageModel {
  readonly action: string
  readonly field: Field
  readonly message: Message | null
  readonly status: Status | null
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly hash: string
}

export type Verification =
  | { readonly typed: string; readonly error: string }
  | { readonly typed: string; readonly found: VerifiedSeal }

/** What a code stands for, for anybody who holds the paper. */
export function verificationPage(verification: Verification): VerificationPage {
  const { typed } = verification
  const error = 'error' in verification ? verification.error : ''
  const found = 'found' in verification ? verification.found : null
  return {
    title: 'Verifikasi hasil evaluasi',
    layout: 'plain',
    action: paths.verification(),
    field: textField({ values: { kode: typed }, errors: error ? { kode: error } : {} }, 'kode', {
      label: 'Kode verifikasi',
      hint: 'Dua belas huruf dan angka, tercetak di setiap halaman Berita Acara dan LHE.',
      maxlength: 40,
    }),
    message: found ? messageOf(found) : null,
    status: found ? statusOf(found) : null,
    facts: found ? factsOf(found) : [],
    hash: found?.hash ?? '',
  }
}

/** The centre's time: a stranger belongs to no satker. */
const at = (instant: string) => formatInstant(instant, 'Asia/Jakarta')

function messageOf({ intact, reopenedAt }: VerifiedSeal): Message {
  if (!intact)
    return {
      tone: 'bad',
      lead: 'Segel rusak.',
      text: 'Isi yang tersimpan tidak sesuai dengan tanda tangannya. Jangan pakai dokumen ini; hubungi inspektorat.',
    }
  if (reopenedAt)
    return {
      tone: 'warn',
      lead: `Tidak berlaku lagi sejak ${at(reopenedAt)}.`,
      text: 'Hasil ini dibuka kembali setelah disegel. Mintalah dokumen yang terbaru.',
    }
  return {
    tone: 'ok',
    lead: 'Berlaku.',
    text: 'Isi segel utuh. Cocokkan satuan kerja, tahun, dan rekomendasinya dengan dokumen di tangan Anda.',
  }
}

function statusOf({ intact, reopenedAt }: VerifiedSeal): Status {
  if (!intact) return { tone: 'bad', icon: 'octagon', text: 'Rusak' }
  return reopenedAt
    ? { tone: 'bad', icon: 'cross', text: 'Tidak berlaku lagi' }
    : { tone: 'ok', icon: 'seal', text: 'Berlaku, utuh' }
}

const factsOf = ({ seal, sealedAt }: VerifiedSeal): VerificationPage['facts'] => [
  { label: 'Kode', value: printedSealCode(seal.code) },
  { label: 'Satuan kerja', value: seal.satker.name },
  { label: 'Tahun', value: String(seal.cycle.year) },
  { label: 'Rekomendasi', value: RECOMMENDATION_WORDS[seal.recommendation.value] },
  { label: 'Disegel', value: at(sealedAt) },
]
