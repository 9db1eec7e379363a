import { systemActor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import type { NoteSeverity } from '../../src/engine/stages/notes'
import type { Act } from './agenda'
import { dayFrom } from './calendar'
import { unitOf } from './cast'
import { answererOf, loginOf, type World } from './world'

const HOUR = 3_600_000
const DAY = 24 * HOUR

type Step =
  | {
      readonly act: 'reply'
      readonly text: string
      readonly pieces?: number
      readonly by?: 'chair' | 'pokja'
    }
  | { readonly act: 'return'; readonly text: string; readonly due?: number }
  | { readonly act: 'verify' | 'withdraw'; readonly text: string }

/** A note and what came of it; days are counted from today. */
interface NoteStory {
  readonly unit: string
  readonly cycle: 'last' | 'this'
  readonly by: 'evaluator' | 'companion'
  readonly about: string
  readonly part: string
  readonly severity: NoteSeverity
  readonly text: string
  readonly written: number
  readonly due: number
  readonly steps?: readonly Step[]
}

/** Notes of both cycles in the order in which they were written: open, late, answered, returned, verified, carried, said again. */
const NOTES: readonly NoteStory[] = [
  {
    unit: 'lazuardi',
    cycle: 'last',
    by: 'evaluator',
    about: 'question:A.I.6.i.b',
    part: '6',
    severity: 'sedang',
    text: 'Maklumat pelayanan di loket berbeda dari yang di situs. Samakan isinya dan cantumkan tanggal penetapan.',
    written: -170,
    due: -120,
    steps: [
      {
        act: 'reply',
        text: 'Maklumat di loket dan situs sudah disamakan dan ditandatangani ulang.',
        pieces: 1,
      },
      { act: 'verify', text: 'Diperiksa di loket dan di situs; isinya sama.' },
    ],
  },
  {
    unit: 'seruni',
    cycle: 'last',
    by: 'evaluator',
    about: 'question:A.I.1.iii.b',
    part: '1',
    severity: 'berat',
    text: 'Notula monitoring dan evaluasi berhenti pada triwulan II dan tidak menyebut tindak lanjut. Laksanakan monev setiap triwulan dan catat siapa mengerjakan apa.',
    written: -160,
    due: -60,
  },
  {
    unit: 'safira',
    cycle: 'last',
    by: 'companion',
    about: 'whole:',
    part: '1',
    severity: 'sedang',
    text: 'Tim ZI belum membagi tugas antar pokja secara tertulis. Tetapkan penanggung jawab tiap area sebelum pengisian dimulai.',
    written: -150,
    due: -20,
  },
  {
    unit: 'seruni',
    cycle: 'this',
    by: 'companion',
    about: 'area:6',
    part: '6',
    severity: 'ringan',
    text: 'Papan informasi layanan di ruang tunggu belum menyebut jangka waktu penyelesaian.',
    written: -40,
    due: -10,
    steps: [
      { act: 'reply', text: 'Papan sudah diganti dengan jangka waktu tiap layanan.', pieces: 1, by: 'pokja' },
      { act: 'verify', text: 'Sudah dilihat saat kunjungan pendampingan.' },
    ],
  },
  {
    unit: 'cendani',
    cycle: 'this',
    by: 'companion',
    about: 'question:A.I.4.i.c',
    part: '4',
    severity: 'sedang',
    text: 'Pemantauan kinerja oleh pimpinan hanya berupa foto rapat. Lampirkan notula dengan capaian dan keputusan pimpinan.',
    written: -30,
    due: 12,
    steps: [
      {
        act: 'reply',
        text: 'Notula rapat capaian kinerja triwulan terakhir kami lampirkan.',
        pieces: 1,
        by: 'pokja',
      },
      {
        act: 'return',
        text: 'Notula yang dilampirkan belum memuat keputusan pimpinan. Tambahkan lembar tindak lanjutnya.',
        due: 14,
      },
    ],
  },
  {
    unit: 'seruni',
    cycle: 'this',
    by: 'companion',
    about: 'area:3',
    part: '3',
    severity: 'berat',
    text: 'Rencana pengembangan kompetensi belum disusun dari kesenjangan kompetensi pegawai. Petakan dahulu kesenjangannya, lalu perbarui rencananya.',
    written: -28,
    due: -3,
  },
  {
    unit: 'seruni',
    cycle: 'this',
    by: 'companion',
    about: 'question:A.I.1.iii.b',
    part: '1',
    severity: 'sedang',
    text: 'Monev triwulan I sudah berjalan, tetapi notulanya kembali tidak memuat tindak lanjut. Gunakan matriks masalah, penanggung jawab, dan tenggat.',
    written: -12,
    due: 5,
  },
  {
    unit: 'seruni',
    cycle: 'this',
    by: 'companion',
    about: 'question:A.I.5.i.a',
    part: '5',
    severity: 'sedang',
    text: 'Kampanye antigratifikasi baru berupa spanduk. Tunjukkan sosialisasi kepada pengguna layanan dan jumlah pesertanya.',
    written: -11,
    due: 20,
    steps: [
      {
        act: 'reply',
        text: 'Sosialisasi dilaksanakan dua kali di ruang layanan; daftar hadir dan fotonya terlampir.',
        pieces: 2,
        by: 'pokja',
      },
    ],
  },
  {
    unit: 'rotani',
    cycle: 'this',
    by: 'evaluator',
    about: 'question:A.I.5.i.a',
    part: '5',
    severity: 'berat',
    text: 'Laporan gratifikasi tahun berjalan kosong, padahal register loket mencatat satu penolakan. Laporkan kepada unit pengendali gratifikasi.',
    written: -0.9,
    due: 14,
    steps: [
      {
        act: 'reply',
        text: 'Penolakan itu sudah dilaporkan; tanda terimanya kami lampirkan bersama register yang diperbarui.',
        pieces: 1,
      },
    ],
  },
  {
    unit: 'lintara',
    cycle: 'this',
    by: 'evaluator',
    about: 'area:2',
    part: '2',
    severity: 'sedang',
    text: 'Peninjauan SOP hanya dibuktikan dengan undangan rapat. Tunjukkan SOP yang berubah beserta alasan perubahannya.',
    written: -0.8,
    due: 6,
  },
  {
    unit: 'lazuardi',
    cycle: 'this',
    by: 'evaluator',
    about: 'question:A.I.1.i.a',
    part: '1',
    severity: 'ringan',
    text: 'Uraian tugas sekretariat belum memuat pengelolaan bukti. Tambahkan pada perubahan SK berikutnya.',
    written: -0.7,
    due: 30,
    steps: [
      { act: 'reply', text: 'SK perubahan sudah ditetapkan dan memuat pengelolaan bukti.', pieces: 1 },
      { act: 'verify', text: '' },
    ],
  },
  {
    unit: 'lazuardi',
    cycle: 'this',
    by: 'evaluator',
    about: 'area:4',
    part: '4',
    severity: 'sedang',
    text: 'Perjanjian kinerja belum diunggah.',
    written: -0.6,
    due: 10,
    steps: [{ act: 'withdraw', text: 'Perjanjian kinerja ternyata ada pada bukti pertanyaan A.I.4.ii.a.' }],
  },
]

/** The notes of the demo, each step some time after the one before. */
export const followUp = (
  world: World,
  cycles: Readonly<Record<NoteStory['cycle'], ReadonlyMap<string, AssessmentContext>>>,
): Act[] =>
  NOTES.flatMap(story => {
    const opened = cycles[story.cycle].get(story.unit)
    if (!opened) throw new Error(`No assessment of ${story.unit}.`)
    return stepsOf(world, story, opened.id)
  })

function stepsOf(world: World, story: NoteStory, assessmentId: string): Act[] {
  const { assessments, notes } = world.services
  const side =
    story.by === 'evaluator' ? 'tpi.anggota@zi.example' : `pendamping.${unitOf(story.unit).under}@zi.example`
  const assessment = () => assessments.visibleTo(systemActor('zi demo')).get(assessmentId)
  let id = ''
  const write = async () => {
    const owner = await world.actor(answererOf(story.unit, story.part))
    id = await notes.write(await world.actor(side), await assessment(), {
      about: story.about,
      text: story.text,
      severity: story.severity,
      dueOn: dayFrom(world.today, story.due),
      owner: owner.userId ?? '',
    })
  }
  const take = async (step: Step, version: number) => {
    if (step.act === 'reply') await reply(world, story, await assessment(), { id, step, version })
    else if (step.act === 'return')
      await notes.return(
        await world.actor(side),
        id,
        { text: step.text, dueOn: step.due === undefined ? '' : dayFrom(world.today, step.due) },
        version,
      )
    else await notes[step.act](await world.actor(side), id, step, version)
  }
  return [
    { at: momentOf(world, story, 0), does: write },
    ...(story.steps ?? []).map((step, place) => ({
      at: momentOf(world, story, place + 1),
      does: () => take(step, place + 1),
    })),
  ]
}

/** In office hours, each step two days after the one before; what happened since yesterday an hour after. */
function momentOf({ today }: World, { written }: NoteStory, step: number): Date {
  if (written > -1) return new Date(today.getTime() + written * DAY + step * HOUR)
  const day = new Date(today.getTime() + (written + 2 * step) * DAY)
  return new Date(day.setUTCHours(2 + step, 17 + 11 * step, 0, 0))
}

/** The satker answers with the newest pieces of its shelf. */
async function reply(
  world: World,
  { unit, part }: NoteStory,
  assessment: AssessmentContext,
  {
    id,
    step,
    version,
  }: { readonly id: string; readonly step: Step & { act: 'reply' }; readonly version: number },
): Promise<void> {
  const { notes, evidenceShelf } = world.services
  const actor = await world.actor(step.by === 'pokja' ? answererOf(unit, part) : loginOf(unit, 'chair'))
  const pieces = await evidenceShelf.candidates(actor, assessment, null, '')
  const evidence = pieces.slice(0, step.pieces ?? 0).map(piece => piece.id)
  await notes.reply(actor, id, { text: step.text, evidence }, version)
}
