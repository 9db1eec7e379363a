type Names<Pattern extends string> = Pattern extends `${string}:${infer Rest}`
  ? Rest extends `${infer _Name}/${infer Tail}`
    ? [string, ...Names<Tail>]
    : [string]
  : []

export interface Path<Pattern extends string> {
  /** The address with its parameters filled in, in the order of the pattern. */
  (...parameters: Names<Pattern>): string
  /** For the router. */
  readonly pattern: Pattern
}

function path<const Pattern extends string>(pattern: Pattern): Path<Pattern> {
  const build = (...parameters: string[]) => {
    let next = 0
    return pattern.replace(/:[a-zA-Z]+/g, () => encodeURIComponent(parameters[next++] ?? ''))
  }
  return Object.assign(build, { pattern })
}

/** Every URL of the application. */
export const paths = {
  home: path('/'),
  health: path('/sehat'),
  components: path('/komponen'),
  guide: path('/panduan'),

  signIn: path('/masuk'),
  signOut: path('/keluar'),
  ownAccount: path('/akun'),
  ownPassword: path('/akun/kata-sandi'),
  ownEmail: path('/akun/surel'),
  ownDelivery: path('/akun/pemberitahuan'),
  ownSessions: path('/akun/sesi'),
  forgottenPassword: path('/lupa-kata-sandi'),
  oneTimeLink: path('/tautan/:token'),

  inbox: path('/kotak-masuk'),
  inboxReading: path('/kotak-masuk/pembacaan'),
  messageOpening: path('/kotak-masuk/:message/pembukaan'),

  accounts: path('/pengguna'),
  newAccount: path('/pengguna/baru'),
  importAccounts: path('/pengguna/impor'),
  importAccountsTemplate: path('/pengguna/impor/templat'),
  importAccountsRun: path('/pengguna/impor/pelaksanaan'),
  account: path('/pengguna/:user'),
  editAccount: path('/pengguna/:user/ubah'),
  accountMemberships: path('/pengguna/:user/peran'),
  accountMembership: path('/pengguna/:user/peran/:membership'),
  accountLink: path('/pengguna/:user/tautan'),
  accountClosure: path('/pengguna/:user/penonaktifan'),
  accountReopening: path('/pengguna/:user/pengaktifan'),

  satkerList: path('/satker'),
  newSatker: path('/satker/baru'),
  importSatker: path('/satker/impor'),
  importSatkerTemplate: path('/satker/impor/templat'),
  importSatkerRun: path('/satker/impor/pelaksanaan'),
  satker: path('/satker/:satker'),
  satkerLogo: path('/satker/:satker/logo'),
  satkerClosure: path('/satker/:satker/penutupan'),
  satkerReopening: path('/satker/:satker/pembukaan'),

  instruments: path('/instrumen'),
  newInstrument: path('/instrumen/baru'),
  instrument: path('/instrumen/:instrument'),
  instrumentSource: path('/instrumen/:instrument/sumber.yaml'),

  cycles: path('/siklus'),
  newCycle: path('/siklus/baru'),
  cycle: path('/siklus/:cycle'),
  editCycle: path('/siklus/:cycle/ubah'),
  cycleOpening: path('/siklus/:cycle/pembukaan'),
  cycleOpeningProgress: path('/siklus/:cycle/pembukaan/:opening'),
  extensions: path('/penilaian/:assessment/perpanjangan'),
  target: path('/penilaian/:assessment/target'),

  assessments: path('/penilaian'),
  assessment: path('/penilaian/:assessment'),
  missing: path('/penilaian/:assessment/kurang'),
  prerequisites: path('/penilaian/:assessment/prasyarat'),
  prerequisite: path('/penilaian/:assessment/prasyarat/:prerequisite'),
  assessmentTrail: path('/penilaian/:assessment/jejak'),

  wholeWorksheet: path('/penilaian/:assessment/lke'),
  scoreOrigin: path('/penilaian/:assessment/asal-nilai/:section'),
  worksheetPart: path('/penilaian/:assessment/lke/:part'),
  answer: path('/penilaian/:assessment/jawaban/:question'),
  answers: path('/penilaian/:assessment/jawaban'),
  question: path('/penilaian/:assessment/pertanyaan/:question'),
  assignment: path('/penilaian/:assessment/penugasan/:question'),
  carryOver: path('/penilaian/:assessment/salinan'),
  carriedAnswer: path('/penilaian/:assessment/salinan/:question'),
  frozenWorksheet: path('/penilaian/:assessment/lembar/:worksheet'),

  registers: path('/satker/:satker/register'),
  entryQuestions: path('/register/:entry/pertanyaan'),
  entryEvidence: path('/register/:entry/bukti'),
  entryEvidenceRelease: path('/register/:entry/bukti/:evidence/pelepasan'),
  offeredEntry: path('/penilaian/:assessment/pertanyaan/:question/register'),
  suggestedAnswer: path('/penilaian/:assessment/pertanyaan/:question/usulan'),

  roster: path('/satker/:satker/pegawai'),
  newEmployee: path('/satker/:satker/pegawai/baru'),
  rosterTable: path('/satker/:satker/pegawai/tabel'),
  rosterPaper: path('/satker/:satker/pegawai/cetak'),
  importRoster: path('/satker/:satker/pegawai/impor'),
  importRosterTemplate: path('/satker/:satker/pegawai/impor/templat'),
  importRosterRun: path('/satker/:satker/pegawai/impor/pelaksanaan'),
  employee: path('/pegawai/:employee'),
  editEmployee: path('/pegawai/:employee/ubah'),
  employeeRemoval: path('/pegawai/:employee/penghapusan'),

  innovations: path('/satker/:satker/inovasi'),
  newInnovation: path('/satker/:satker/inovasi/baru'),
  innovationsTable: path('/satker/:satker/inovasi/tabel'),
  innovationsPaper: path('/satker/:satker/inovasi/cetak'),
  importInnovations: path('/satker/:satker/inovasi/impor'),
  importInnovationsTemplate: path('/satker/:satker/inovasi/impor/templat'),
  importInnovationsRun: path('/satker/:satker/inovasi/impor/pelaksanaan'),
  innovation: path('/inovasi/:innovation'),
  editInnovation: path('/inovasi/:innovation/ubah'),
  innovationSheet: path('/inovasi/:innovation/cetak'),
  innovationRemoval: path('/inovasi/:innovation/penghapusan'),
  innovationNeed: path('/inovasi/:innovation/kebutuhan'),
  innovationNeedRemoval: path('/inovasi/:innovation/kebutuhan/pelepasan'),

  profiles: path('/satker/:satker/profil'),
  newProfile: path('/satker/:satker/profil/baru'),
  profilesTable: path('/satker/:satker/profil/tabel'),
  profilesPaper: path('/satker/:satker/profil/cetak'),
  importProfiles: path('/satker/:satker/profil/impor'),
  importProfilesTemplate: path('/satker/:satker/profil/impor/templat'),
  importProfilesRun: path('/satker/:satker/profil/impor/pelaksanaan'),
  profile: path('/profil/:profile'),
  editProfile: path('/profil/:profile/ubah'),
  profileRemoval: path('/profil/:profile/penghapusan'),
  newPredicate: path('/satker/:satker/predikat/baru'),
  editPredicate: path('/predikat/:held/ubah'),
  predicateRemoval: path('/predikat/:held/penghapusan'),

  evidenceShelf: path('/satker/:satker/bukti'),
  newEvidence: path('/satker/:satker/bukti/baru'),
  evidence: path('/bukti/:evidence'),
  evidenceFiles: path('/bukti/:evidence/berkas'),
  evidenceFile: path('/berkas/:file'),
  evidenceFilePreview: path('/berkas/:file/pratinjau'),
  evidenceFileReplacement: path('/berkas/:file/pengganti'),
  evidenceWithdrawal: path('/bukti/:evidence/penarikan'),
  evidenceUses: path('/penilaian/:assessment/pertanyaan/:question/bukti'),
  evidenceUse: path('/penilaian/:assessment/bukti/:use'),

  attestations: path('/penilaian/:assessment/pengesahan'),
  attestation: path('/penilaian/:assessment/pengesahan/:part'),
  submission: path('/penilaian/:assessment/pengajuan'),
  submissionWithdrawal: path('/penilaian/:assessment/pengajuan/penarikan'),

  evaluationQueue: path('/evaluasi'),
  teams: path('/siklus/:cycle/tim'),
  teamSeats: path('/siklus/:cycle/tim/:team/kursi'),
  teamSeatEnd: path('/siklus/:cycle/tim/:team/kursi/:seat/pelepasan'),
  evaluatorAssignments: path('/siklus/:cycle/penugasan'),
  evaluatorSpread: path('/siklus/:cycle/penugasan/pemerataan'),
  evaluation: path('/penilaian/:assessment/evaluasi'),
  evaluationQuestion: path('/penilaian/:assessment/evaluasi/:question'),
  evaluationAgreement: path('/penilaian/:assessment/persetujuan'),
  evaluationHandIn: path('/penilaian/:assessment/penyerahan'),
  evaluationReturn: path('/penilaian/:assessment/pengembalian'),
  teamPhrases: path('/tim/:team/frasa'),
  repairs: path('/penilaian/:assessment/perbaikan'),
  repair: path('/penilaian/:assessment/perbaikan/:question'),
  comparison: path('/penilaian/:assessment/perbandingan'),
  comparisonTable: path('/penilaian/:assessment/perbandingan.xlsx'),

  samples: path('/siklus/:cycle/uji-petik'),
  sampleClosing: path('/siklus/:cycle/uji-petik/:sample/penutupan'),
  agreement: path('/siklus/:cycle/kesesuaian'),
  agreementTable: path('/siklus/:cycle/kesesuaian.csv'),
  secondScoring: path('/penilaian/:assessment/uji-petik'),
  secondQuestion: path('/penilaian/:assessment/uji-petik/:question'),
  secondAgreement: path('/penilaian/:assessment/persetujuan-uji-petik'),
  secondHandIn: path('/penilaian/:assessment/penyerahan-uji-petik'),

  notes: path('/catatan'),
  assessmentNotes: path('/penilaian/:assessment/catatan'),
  newNote: path('/penilaian/:assessment/catatan/baru'),
  note: path('/catatan/:note'),
  noteReplies: path('/catatan/:note/tanggapan'),
  noteOwner: path('/catatan/:note/penanggung-jawab'),
  noteVerification: path('/catatan/:note/verifikasi'),
  noteReturn: path('/catatan/:note/pengembalian'),
  noteWithdrawal: path('/catatan/:note/penarikan'),

  result: path('/penilaian/:assessment/hasil'),
  resultFinalisation: path('/penilaian/:assessment/hasil/finalisasi'),
  resultReopening: path('/penilaian/:assessment/hasil/pembukaan'),
  resultExport: path('/penilaian/:assessment/hasil.json'),
  minutes: path('/penilaian/:assessment/berita-acara'),
  minutesPdf: path('/penilaian/:assessment/berita-acara.pdf'),
  evaluationReport: path('/penilaian/:assessment/lhe'),
  evaluationReportPdf: path('/penilaian/:assessment/lhe.pdf'),
  verification: path('/verifikasi'),

  readiness: path('/penilaian/:assessment/laporan-kesiapan'),
  readinessPdf: path('/penilaian/:assessment/laporan-kesiapan.pdf'),
} as const
