import type { PageModel } from './view'

declare module './view' {
  interface Views {
    'errors/not-found': RefusedPage
    'errors/refused': RefusedPage
    'errors/failed': FailedPage
  }
}

/** What happened, what it means, what to do. */
export interface ErrorPage extends PageModel {
  readonly text: string
  readonly advice: string
}

export interface RefusedPage extends ErrorPage {
  /** What was written in a form that was refused as a whole: nobody writes it twice. */
  readonly typed: readonly string[]
}

export interface FailedPage extends ErrorPage {
  readonly requestId: string
}

const plain = { layout: 'plain' } as const

/** Who meets the page: signed in, they keep their navigation; the centre's administrator is nobody's to send on. */
export interface Met {
  readonly signedIn: boolean
  readonly centre: boolean
  /** The request wanted to read a page: nothing was typed that could be lost. */
  readonly reading: boolean
}

const frame = ({ signedIn }: Met) => (signedIn ? {} : plain)

const ask = ({ signedIn, centre }: Met, otherwise: string): string => (signedIn && !centre ? otherwise : '')

/** 404, also for what exists but is not this person's to see. */
export function notFoundPage(met: Met, typed: readonly string[] = []): RefusedPage {
  return {
    ...frame(met),
    title: 'Halaman tidak ditemukan',
    text: met.centre
      ? 'Alamat ini tidak ada.'
      : 'Alamat ini tidak ada, atau Anda tidak berwenang melihat isinya.',
    advice:
      `Periksa alamatnya. ${ask(met, 'Jika seharusnya terbuka, hubungi administrator satker Anda.')}`.trim(),
    typed,
  }
}

/** A page that the role does not cover, or an act that was refused: in its own words when there are some. */
export function refusedPage(
  met: Met,
  text = 'Peran Anda tidak mencakup tindakan ini.',
  typed: readonly string[] = [],
): RefusedPage {
  return {
    ...frame(met),
    title: met.reading ? 'Halaman ini tidak terbuka untuk Anda' : 'Permintaan tidak dijalankan',
    text,
    advice: met.reading
      ? `Pilih halaman lain. ${ask(met, 'Jika seharusnya terbuka, hubungi administrator satker Anda.')}`.trim()
      : `Tidak ada yang berubah. ${typed.length > 0 ? 'Salin dahulu yang Anda ketik di bawah ini.' : ''}`.trim(),
    typed,
  }
}

/** 500: the number leads to the entry of the log. */
export function failedPage(requestId: string): FailedPage {
  return {
    ...plain,
    title: 'Permintaan gagal diproses',
    text: 'Terjadi gangguan di server. Perubahan yang belum bertanda Tersimpan mungkin belum masuk.',
    advice: 'Muat ulang halaman. Jika terulang, sampaikan nomor di bawah ini kepada pengelola aplikasi.',
    requestId,
  }
}
