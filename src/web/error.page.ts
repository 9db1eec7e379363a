import type { PageModel } from './view'

declare module './view' {
  interface Views {
    'errors/not-found': ErrorPage
    'errors/refused': ErrorPage
    'errors/failed': FailedPage
  }
}

/** What happened, what it means, what to do. */
export interface ErrorPage extends PageModel {
  readonly text: string
  readonly advice: string
}

export interface FailedPage extends ErrorPage {
  readonly requestId: string
}

const plain = { layout: 'plain' } as const

/** 404, also for what exists but is not this person's to see. */
export function notFoundPage(): ErrorPage {
  return {
    ...plain,
    title: 'Halaman tidak ditemukan',
    text: 'Alamat ini tidak ada, atau Anda tidak berwenang melihat isinya.',
    advice: 'Periksa alamatnya. Jika seharusnya terbuka, hubungi administrator satker Anda.',
  }
}

/** An act that was refused, in its own words when there are some: the role lacks it, the form has expired. */
export function refusedPage(text = 'Peran Anda tidak mencakup tindakan ini.'): ErrorPage {
  return {
    ...plain,
    title: 'Permintaan tidak dijalankan',
    text,
    advice: 'Tidak ada yang berubah. Salin dahulu isian yang panjang sebelum memuat ulang halaman.',
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
