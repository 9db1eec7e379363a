import type { UnitName } from './setting-units'

/** A threshold in words: what is counted, and in which unit. */
export interface SettingWords {
  readonly label: string
  readonly unit: UnitName
  /** Of a recommendation: holds `selesai` back, and begins nothing. */
  readonly isLimit?: true
}

interface RuleWords {
  readonly bands?: Readonly<Record<string, SettingWords>>
  readonly numbers?: Readonly<Record<string, SettingWords>>
  readonly words?: Readonly<Record<string, string>>
}

const is = (unit: UnitName, label: string): SettingWords => ({ label, unit })
const limit = (unit: UnitName, label: string): SettingWords => ({ label, unit, isLimit: true })

const MONTHS = { months: is('span', 'Masa yang dilihat ke belakang') }
const QUARTERS = { quarters: is('quarters', 'Banyaknya triwulan yang dilihat') }

/** Every setting of every rule, by the names that the rules give them. */
export const SETTING_WORDS: Readonly<Record<string, RuleWords>> = {
  'pitfall-1': {
    bands: {
      tied_goals: is('share', 'Sasaran rencana aksi terkait target RB atau manfaat bagi masyarakat'),
      reward_goals: is('count', 'Sasaran yang menyebut imbalan atau predikat'),
      activities_kept: is('against', 'Kegiatan per bulan sesudah predikat dibandingkan dengan sebelumnya'),
    },
    numbers: {
      days_compared: is('length', 'Masa sebelum predikat yang dibandingkan'),
      least_days_after: is('days', 'Masa sesudah predikat sebelum dibandingkan'),
    },
    words: { reward: 'Kata yang berarti imbalan', not_reward: 'Ungkapan yang tidak dihitung' },
  },
  'pitfall-2': {
    bands: {
      months_since_launch: is('months', 'Waktu dari pencanangan sampai pengajuan'),
      late_uploads: is('share', 'Bukti yang diunggah pada hari-hari terakhir'),
      plans_after_the_fact: is('count', 'Rencana aksi yang dibuat setelah kegiatan pertamanya'),
    },
    numbers: { last_days: is('length', 'Hari terakhir sebelum pengajuan') },
  },
  'pitfall-3': {
    bands: {
      inputs: is('count', 'Masukan pemangku kepentingan dalam siklus'),
      traced: is('share', 'Aksi layanan dan inovasi yang berasal dari masukan'),
      small_samples: is('count', 'Survei dengan responden di bawah kebutuhan sampel'),
    },
    words: { service_areas: 'Area yang berarti layanan' },
  },
  'pitfall-4': {
    bands: {
      proven: is('share', 'Nilai terbukti dibandingkan dengan nilai diklaim'),
      paper_reform: is('count', 'Jawaban Reform yang hanya dokumen atau belum ada hasilnya'),
    },
  },
  'pitfall-5': {
    bands: {
      took_part: is('share', 'Pegawai yang ikut membangun'),
      busiest_three: is('share', 'Kontribusi dari tiga orang tersibuk'),
      silent_pokja: is('count', 'Pokja tanpa kontribusi dalam satu triwulan'),
      areas_attested: is('count', 'Area yang dibaca atau disahkan kepala satker'),
    },
    numbers: { least_employees: is('people', 'Pegawai paling sedikit agar tiga orang tersibuk dihitung') },
  },
  'pitfall-6': {
    bands: {
      without_need: is('share', 'Inovasi tanpa kebutuhan yang tercatat dan terbukti'),
      unmeasured: is('share', 'Inovasi tanpa ukuran sebelum dan sesudah'),
    },
  },
  'contradiction-survey-frequency': {
    bands: { missing: is('count', 'Survei yang kurang dari yang diklaim') },
    numbers: {
      A: is('count', 'Survei setahun menurut jawaban A'),
      B: is('count', 'Survei setahun menurut jawaban B'),
      C: is('count', 'Survei setahun menurut jawaban C'),
      D: is('count', 'Survei setahun menurut jawaban D'),
    },
  },
  'contradiction-better-than-before': {
    words: {
      all_reached: 'Jawaban yang berarti semua target tercapai',
      risen: 'Jawaban yang berarti capaian naik',
    },
  },
  'contradiction-external-index': {
    numbers: { tolerance: is('index', 'Selisih indeks yang masih dianggap sama (skala 0–4)') },
    words: { internal: 'Kata yang berarti survei sendiri' },
  },
  'contradiction-integrated-changes': {
    bands: { integrated: is('share', 'Perubahan agen yang terintegrasi') },
  },
  'contradiction-people-twice': { numbers: { heads: is('people', 'Kepala dalam satu satker') } },
  'contradiction-same-note': {
    bands: { questions: is('count', 'Pertanyaan dengan catatan yang sama') },
    numbers: { least_letters: is('letters', 'Panjang catatan paling sedikit agar dibandingkan') },
  },
  'contradiction-placeholder': { words: { placeholders: 'Teks yang berarti belum diisi' } },
  'contradiction-all-at-maximum': {
    bands: { flagged: is('share', 'Jawaban Pemenuhan bernilai penuh yang bertanda') },
  },
  'contradiction-evidence-outside-cycle': {
    bands: { pieces: is('pieces', 'Bukti di luar masa penilaian') },
    numbers: { years_back: is('years', 'Masa sebelum tahun siklus yang masih dinilai') },
  },
  'contradiction-evidence-after-period': {
    bands: {
      days_after: is('days', 'Jarak bukti dari akhir masa yang dibuktikan'),
      days_after_for_plans: is('days', 'Jarak yang sama untuk rencana dan undangan'),
    },
    words: { plans: 'Kata yang berarti rencana' },
  },
  'contradiction-meeting-papers': { words: { papers: 'Kata yang berarti naskah rapat' } },
  'contradiction-draft': {
    words: { draft_kinds: 'Jenis berkas konsep', decided_stages: 'Tahap yang memerlukan naskah tetap' },
  },
  'contradiction-file-names': {
    bands: { named_by_device: is('share', 'Berkas dengan nama bawaan perangkat') },
    words: { devices: 'Nama bawaan perangkat', copies: 'Kata yang berarti salinan' },
  },
  'contradiction-copied-elsewhere': {
    bands: {
      units_with_paper: is('count', 'Unit lain dengan naskah yang sama'),
      units_with_trace: is('count', 'Unit lain dengan jejak atau hasil yang sama'),
    },
  },
  'contradiction-one-file': {
    bands: {
      days: is('count', 'Hari kejadian berbeda dengan satu berkas'),
      questions: is('count', 'Pertanyaan dengan satu berkas'),
    },
  },
  'recommendation-1': {
    bands: {
      launches: is('count', 'Pencanangan yang tercatat'),
      signatures: is('share', 'Pegawai yang menandatangani komitmen bersama'),
    },
  },
  'recommendation-2': { bands: { online_services: is('share', 'Layanan yang selesai tanpa tatap muka') } },
  'recommendation-3': { bands: { places: is('share', 'Lantai dan ruang layanan dengan moto') } },
  'recommendation-4': {
    bands: {
      agents: is('share', 'Agen perubahan dibandingkan dengan pegawai'),
      agents_with_change: is('share', 'Agen perubahan yang menghasilkan perubahan'),
      monitored: is('count', 'Rapat pemantauan yang diikuti agen perubahan'),
      awards: is('count', 'Pemberian penghargaan'),
    },
    numbers: MONTHS,
  },
  'recommendation-5': {
    bands: {
      months_with_meeting: is('share', 'Bulan dengan rapat yang membahas ZI'),
      points_done: is('share', 'Masalah dari rapat yang selesai ditindaklanjuti'),
      points_late: limit('count', 'Masalah dari rapat yang lewat tenggat'),
    },
    numbers: MONTHS,
  },
  'recommendation-6': {
    bands: {
      quarters: is('quarters', 'Triwulan dengan pembinaan'),
      coached: is('share', 'Pegawai yang dibina, rata-rata per triwulan'),
    },
    numbers: QUARTERS,
  },
  'recommendation-7': {
    bands: { quarters: is('quarters', 'Triwulan dengan penghargaan') },
    numbers: QUARTERS,
  },
  'recommendation-8': {
    bands: { trained: is('share', 'Petugas layanan yang dilatih layanan prima') },
    numbers: MONTHS,
  },
  'recommendation-9': {
    bands: {
      learned: is('count', 'Studi tiru dan inovasi yang meniru unit lain'),
      adapted: is('count', 'Inovasi yang ditiru dengan menyebut unit asalnya'),
    },
    numbers: MONTHS,
  },
  'recommendation-10': {
    bands: {
      quarters: is('quarters', 'Triwulan dengan pendekatan masyarakat'),
      guests: is('people', 'Warga yang ikut'),
    },
    numbers: QUARTERS,
  },
  'recommendation-11': {
    bands: {
      closed: is('share', 'Catatan pendamping yang selesai ditindaklanjuti'),
      late: limit('count', 'Catatan pendamping yang lewat tenggat'),
    },
  },
  'key-integrity': {
    numbers: {
      index_steady: is('index', 'Selisih indeks yang belum berarti berubah'),
      count_steady: is('count', 'Selisih jumlah yang belum berarti berubah'),
      share_steady: is('share', 'Selisih bagian yang belum berarti berubah'),
    },
  },
  'key-performance': { numbers: { share_steady: is('share', 'Selisih bagian yang belum berarti berubah') } },
  'key-service': {
    numbers: {
      index_steady: is('index', 'Selisih indeks yang belum berarti berubah'),
      share_steady: is('share', 'Selisih bagian yang belum berarti berubah'),
    },
  },
  'factor-commitment': {
    bands: {
      signatures: is('share', 'Pegawai yang menandatangani komitmen bersama'),
      goals_late: is('share', 'Rencana aksi yang tidak selesai pada tenggatnya'),
    },
  },
  'factor-service-culture': {
    bands: {
      trained: is('share', 'Petugas layanan yang dilatih layanan prima'),
      satisfaction: is('satisfaction', 'Kepuasan masyarakat (SKM, skala 25–100)'),
    },
    numbers: MONTHS,
  },
  'factor-leader-support': {
    bands: {
      meetings_led: is('share', 'Kegiatan yang membahas ZI dan dihadiri pimpinan'),
      parts_read: is('count', 'Bagian lembar kerja yang dibaca kepala satker'),
    },
    numbers: MONTHS,
  },
  'factor-solid-team': {
    bands: {
      pokja_at_work: is('share', 'Pokja yang bekerja setiap triwulan'),
      points_done: is('share', 'Kesepakatan rapat yang selesai'),
    },
    numbers: MONTHS,
    words: { pokja: 'Pokja yang dihitung' },
  },
  'factor-complaints': {
    bands: {
      complaints_done: is('share', 'Pengaduan yang selesai'),
      inputs_followed_up: is('share', 'Masukan pemangku kepentingan yang ditindaklanjuti'),
      innovations_from_input: is('share', 'Inovasi yang berawal dari masukan atau pengaduan'),
    },
    numbers: MONTHS,
  },
  'factor-courage': {
    bands: {
      begun: is('count', 'Inovasi yang dimulai'),
      proven_better: is('share', 'Inovasi yang terukur lebih baik'),
    },
    numbers: MONTHS,
  },
  'factor-communication': {
    bands: {
      quarters: is('quarters', 'Triwulan dengan sosialisasi'),
      reached: is('share', 'Pegawai yang mengikuti sosialisasi'),
    },
    numbers: QUARTERS,
  },
  readiness: {
    bands: {
      gates_failed: is('count', 'Ambang yang tidak terpenuhi pada nilai yang diklaim'),
      required_gates_unproven: is('count', 'Ambang pokok yang belum terbukti'),
      other_gates_unproven: is('count', 'Ambang lain yang belum terbukti'),
      prerequisites_failed: is('count', 'Prasyarat yang tidak terpenuhi'),
      prerequisites_unfilled: is('count', 'Prasyarat yang belum diisi'),
      pitfalls_bahaya: is('count', 'Hal yang harus dihindari pada tingkat bahaya'),
      pitfalls_waspada: is('count', 'Hal yang harus dihindari pada tingkat waspada'),
      pitfalls_unknown: is('count', 'Hal yang harus dihindari yang belum cukup datanya'),
      contradictions_bahaya: is('count', 'Pertentangan berat yang terbuka'),
      contradictions_waspada: is('count', 'Pertentangan lain yang terbuka'),
      recommendations_open: is('count', 'Rekomendasi yang belum selesai'),
      keys_worse: is('count', 'Kunci perubahan yang memburuk'),
      keys_unknown: is('count', 'Kunci perubahan yang belum terukur'),
      not_computed: is('count', 'Aturan yang tidak dapat dihitung'),
    },
    words: { must_be_proven: 'Ambang pokok yang harus terbukti' },
  },
}

const NOTHING: RuleWords = {}

/** A band or a number in words; one that a later program knows better stands by its own name, as a number. */
export const settingWords = (rule: string, part: 'bands' | 'numbers', name: string): SettingWords =>
  (SETTING_WORDS[rule] ?? NOTHING)[part]?.[name] ?? { label: name, unit: 'count' }

export const wordListLabel = (rule: string, name: string): string =>
  (SETTING_WORDS[rule] ?? NOTHING).words?.[name] ?? name
