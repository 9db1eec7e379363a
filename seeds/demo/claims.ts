import type { Dice } from './dice'
import type { PlannedPiece } from './pieces'

/** What a piece of a kind shows; the first words that its title speaks of decide. */
const BY_TITLE: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /surat keputusan|^sk /i,
    [
      'Susunan dan uraian tugas ada pada lampiran.',
      'Diktum kedua menyebut penanggung jawab dan tenggat.',
      'Berlaku sejak ditandatangani dan menggantikan yang lama.',
    ],
  ],
  [
    /sop|prosedur|standar/i,
    [
      'Alur baru memangkas dua langkah.',
      'Waktu baku tiap langkah tertulis di kolom kanan.',
      'Disahkan dan dipasang di ruang layanan.',
    ],
  ],
  [
    /rencana|target|jadwal/i,
    [
      'Kegiatan, jadwal, dan penanggung jawab dirinci per triwulan.',
      'Target prioritas ditandai pada kolom ketiga.',
    ],
  ],
  [
    /monev|pemantauan|evaluasi/i,
    [
      'Temuan, penyebab, dan tenggat tindak lanjut tercantum.',
      'Capaian triwulan III dibandingkan dengan rencana.',
    ],
  ],
  [
    /tindak lanjut/i,
    [
      'Rekomendasi yang selesai diberi tanggal dan bukti.',
      'Dua rekomendasi masih berjalan dan diberi tenggat.',
    ],
  ],
  [
    /notul|risalah|rapat/i,
    ['Keputusan nomor 3 membahas hal ini.', 'Peserta, pembahasan, dan penanggung jawab tercatat.'],
  ],
  [
    /daftar hadir|undangan|peserta/i,
    ['Semua seksi terwakili.', 'Kepala satker dan para kepala seksi hadir.'],
  ],
  [
    /foto|dokumentasi/i,
    ['Terlihat papan kegiatan dan peserta pada tanggalnya.', 'Sarana terpasang dan dipakai pengunjung.'],
  ],
  [
    /tangkapan|tampilan|aplikasi|tautan/i,
    ['Menu yang ditanyakan terbuka untuk umum.', 'Tanggal pemutakhiran tampak di bagian bawah.'],
  ],
  [
    /rekap|register|daftar/i,
    ['Jumlah per bulan ada pada baris terakhir.', 'Tiap baris memuat tanggal masuk dan tanggal selesai.'],
  ],
  [
    /survei|skm|indeks|kuesioner/i,
    [
      'Nilai naik dibandingkan semester lalu.',
      'Unsur terendah dan rencana perbaikannya disebut di simpulan.',
    ],
  ],
  [
    /kinerja|capaian|realisasi/i,
    [
      'Kolom realisasi melampaui target triwulan III.',
      'Perbandingan dengan tahun lalu ada pada tabel kedua.',
    ],
  ],
  [/sertifikat|piagam|penghargaan/i, ['Nama penerima dan tanggal penyerahan tercantum.']],
  [/lhkpn|lhkasn|tanda terima/i, ['Tanda terima seluruh wajib lapor dilampirkan.']],
  [/laporan/i, ['Uraian pelaksanaan ada pada bab dua.', 'Hasil dan kendala dirangkum pada bab simpulan.']],
]

const BY_NATURE: Readonly<Record<PlannedPiece['nature'], readonly string[]>> = {
  formal: [
    'Bagian yang ditanyakan diberi tanda di pinggir.',
    'Ditandatangani kepala satker dan berlaku tahun berjalan.',
  ],
  trace: [
    'Terlihat dipakai pada hari layanan biasa.',
    'Pelaksanaan tercatat beserta tanggal dan petugasnya.',
  ],
  outcome: [
    'Angka sesudah lebih baik daripada sebelum.',
    'Perubahan terhadap tahun lalu ada pada baris terakhir.',
  ],
}

/** Where to look and what is to be seen there; not every team says so of every piece. */
export function claimFor(piece: PlannedPiece, dice: Dice): { claim: string; page: string } {
  const said = BY_TITLE.find(([title]) => title.test(piece.title))?.[1] ?? BY_NATURE[piece.nature]
  const claim = dice.pick(said)
  const page = dice.chance(70) ? `hal. ${1 + dice.below(3)}` : ''
  return { claim: dice.chance(80) ? claim : '', page }
}
