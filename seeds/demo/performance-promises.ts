/** What a satker of the demo promises for a year. */
export interface Promised {
  readonly indicator: string
  readonly unit: string
  readonly direction: 'naik' | 'turun'
  readonly counting: 'kumulatif' | 'jumlah' | 'rata-rata'
  /** By quarter; null where nothing is measured. */
  readonly targets: readonly (number | null)[]
  readonly year: number
  readonly areas: string
  readonly questions?: string
}

const promised = (
  [indicator, unit]: readonly [string, string],
  [direction, counting]: readonly [Promised['direction'], Promised['counting']],
  [targets, year]: readonly [Promised['targets'], number],
  areas: string,
  questions = '',
): Promised => ({ indicator, unit, direction, counting, targets, year, areas, questions })

const COMMON: readonly Promised[] = [
  promised(
    ['Indeks kepuasan masyarakat atas layanan', 'indeks'],
    ['naik', 'kumulatif'],
    [[85, 86, 87, 88], 88],
    '6',
    'B.I.ii.a',
  ),
  promised(
    ['Nilai evaluasi akuntabilitas kinerja (SAKIP)', 'nilai'],
    ['naik', 'kumulatif'],
    [[null, null, null, 82.5], 82.5],
    '4',
    'A.II.4.i.a',
  ),
  promised(
    ['Persentase serapan anggaran', 'persen'],
    ['naik', 'kumulatif'],
    [[18, 45, 70, 96], 96],
    '4',
    'A.II.4.i.a; B.I.ii.a',
  ),
  promised(['Pengaduan masyarakat yang terbukti', 'kasus'], ['turun', 'jumlah'], [[1, 1, 1, 1], 4], '5; 6'),
  promised(['Pelanggaran disiplin pegawai', 'kasus'], ['turun', 'jumlah'], [[0, 0, 0, 0], 0], '3; 5'),
]

const OF_KIND: Readonly<Record<string, readonly Promised[]>> = {
  'Kantor Imigrasi': [
    promised(
      ['Permohonan paspor yang selesai tepat waktu', 'persen'],
      ['naik', 'rata-rata'],
      [[94, 95, 96, 97], 95.5],
      '2; 6',
      'B.I.ii.a',
    ),
    promised(
      ['Waktu tunggu pemohon paspor', 'menit'],
      ['turun', 'kumulatif'],
      [[40, 35, 30, 25], 25],
      '2; 6',
    ),
  ],
  'Lembaga Pemasyarakatan': [
    promised(
      ['Warga binaan yang mengikuti pembinaan kemandirian', 'orang'],
      ['naik', 'jumlah'],
      [[60, 80, 80, 60], 280],
      '6',
      'B.I.ii.a',
    ),
    promised(
      ['Gangguan keamanan dan ketertiban', 'kejadian'],
      ['turun', 'jumlah'],
      [[2, 2, 2, 2], 8],
      '2; 5',
    ),
  ],
  'Rumah Tahanan Negara': [
    promised(
      ['Tahanan yang memperoleh bantuan hukum', 'persen'],
      ['naik', 'kumulatif'],
      [[70, 75, 80, 85], 85],
      '6',
      'B.I.ii.a',
    ),
    promised(['Waktu tunggu pengunjung', 'menit'], ['turun', 'kumulatif'], [[45, 40, 35, 30], 30], '2; 6'),
  ],
  'Balai Pemasyarakatan': [
    promised(
      ['Penelitian kemasyarakatan yang selesai tepat waktu', 'persen'],
      ['naik', 'rata-rata'],
      [[88, 90, 92, 94], 91],
      '2; 6',
      'B.I.ii.a',
    ),
    promised(['Klien yang mengulangi tindak pidana', 'orang'], ['turun', 'jumlah'], [[3, 3, 2, 2], 10], '6'),
  ],
}

/** The promises of a kind of satker: those of all, and its own. */
export const promisesOf = (kind: string): readonly Promised[] => [...COMMON, ...(OF_KIND[kind] ?? [])]
