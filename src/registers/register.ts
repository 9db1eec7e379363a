import { paths } from '../paths'

/** Every register of what a satker did or has. */
export const REGISTERS = [
  'roster',
  'profile',
  'action-plan',
  'activities',
  'innovations',
  'agreements',
  'performance',
  'inputs',
  'surveys',
] as const
export type Register = (typeof REGISTERS)[number]

interface RegisterFacts {
  readonly label: string
  /** What the register is for, in one line. */
  readonly purpose: string
  readonly listHref: (satkerId: string) => string
  readonly entryHref: (id: string) => string
}

/** The registers that are kept, in the order in which the hub shows them. */
export const REGISTER_FACTS: Readonly<Partial<Record<Register, RegisterFacts>>> = {
  roster: {
    label: 'Pegawai',
    purpose: 'Siapa yang bekerja di sini, garis depan, pokja, dan agen perubahan.',
    listHref: id => paths.roster(id),
    entryHref: id => `${paths.roster(id)}?keadaan=agen`,
  },
  activities: {
    label: 'Kegiatan',
    purpose: 'Apa yang dilaksanakan, kapan, siapa yang ikut, serta butir yang diangkat dan tindak lanjutnya.',
    listHref: id => paths.activities(id),
    entryHref: id => paths.activity(id),
  },
  'action-plan': {
    label: 'Rencana aksi',
    purpose: 'Sasaran setahun, penanggung jawab, tenggat, dan kemajuannya.',
    listHref: id => paths.actionPlan(id),
    entryHref: id => paths.goal(id),
  },
  inputs: {
    label: 'Masukan',
    purpose: 'Pengaduan tiap bulan, konsultasi publik, dan audiensi, serta tindak lanjutnya.',
    listHref: id => paths.inputs(id),
    entryHref: id => paths.input(id),
  },
  surveys: {
    label: 'Survei',
    purpose: 'Putaran SKM, SPAK, SPKP, IPAK, dan IPKP dengan sampel dan indeksnya.',
    listHref: id => paths.surveys(id),
    entryHref: id => paths.survey(id),
  },
  performance: {
    label: 'Kinerja triwulan',
    purpose: 'Perjanjian kinerja setahun, target dan realisasi tiap triwulan.',
    listHref: id => paths.performance(id),
    entryHref: id => paths.commitment(id),
  },
  agreements: {
    label: 'Kerja sama',
    purpose: 'Kerja sama dengan mitra, rencana kerjanya, dan yang terlaksana.',
    listHref: id => paths.agreements(id),
    entryHref: id => paths.cooperation(id),
  },
  profile: {
    label: 'Profil satker',
    purpose: 'Angka satker per triwulan: orang, layanan, ruang, integritas, dan predikatnya.',
    listHref: id => paths.profiles(id),
    entryHref: id => paths.profile(id),
  },
  innovations: {
    label: 'Inovasi',
    purpose: 'Kebutuhan yang dijawab, dari mana ditiru, dan hasilnya sebelum dan sesudah.',
    listHref: id => paths.innovations(id),
    entryHref: id => paths.innovation(id),
  },
}

/** The registers that are kept, in order. */
export const keptRegisters = (): Register[] => REGISTERS.filter(register => REGISTER_FACTS[register])

export const registerLabel = (register: Register): string => REGISTER_FACTS[register]?.label ?? register

export const entryHref = (register: Register, id: string): string =>
  REGISTER_FACTS[register]?.entryHref(id) ?? ''
