import { systemActor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { lookup } from '../../src/engine/instrument/lookup'
import type { Question } from '../../src/engine/instrument/instrument'
import { Dice } from './dice'
import type { Story } from './stories'
import { loginOf, type World } from './world'

/** Who sits where in the team of the demo. */
const SEATS = {
  member: 'tpi.anggota@zi.example',
  lead: 'tpi.ketua@zi.example',
  controller: 'tpi.dalnis@zi.example',
} as const
type Seat = keyof typeof SEATS

/** Why a value was lowered: the fact that was seen, then what it fails to show. */
const LOWERED = [
  'Notula dan daftar hadir tidak bertanggal sama. Pelaksanaannya belum terbukti.',
  'Bukti hanya rencana. Hasil dan tindak lanjutnya belum terlihat.',
  'Foto yang sama dipakai untuk dua kegiatan. Satu kegiatan tidak dihitung.',
  'Laporan belum ditandatangani pimpinan. Keterlibatan pimpinan belum terbukti.',
  'Data pembanding tahun lalu tidak dilampirkan. Perubahan belum dapat diukur.',
  'Wawancara dengan petugas tidak sejalan dengan dokumennya.',
] as const
const ASKED = [
  'Lampirkan daftar hadir bertanda tangan untuk dua rapat terakhir.',
  'Lampirkan angka sebelum dan sesudah, beserta tanggal pengukurannya.',
  'Lampirkan tindak lanjut atas rekomendasi yang disebut di laporan.',
] as const

/** A team of the TPI with everybody on a seat, for one cycle of the demo. */
export async function seatTeam(world: World, cycleId: string): Promise<string> {
  const { teams, cycles } = world.services
  const centre = await world.actor('pusat@zi.example')
  const cycle = await cycles.get(cycleId)
  const team = await teams.create(centre, cycle, 'Tim Nusantara')
  for (const [seat, login] of Object.entries(SEATS) as [Seat, string][])
    await teams.seat(centre, cycle, team, (await world.actor(login)).userId ?? '', seat)
  return team
}

export async function assignTeam(
  world: World,
  { cycleId, id }: AssessmentContext,
  team: string,
): Promise<void> {
  const { teams, cycles } = world.services
  const userId = (await world.actor(SEATS.member)).userId ?? ''
  const cycle = await cycles.get(cycleId)
  await teams.assign(await world.actor('pusat@zi.example'), cycle, id, { teamId: team, userId, reason: '' })
}

/** The acts of the evaluation that a story comes to, one after the other. */
export function evaluationActs(
  world: World,
  story: Story,
  assessment: AssessmentContext,
): (() => Promise<void>)[] {
  const play = new Evaluation(world, story, assessment)
  const first = [
    () => play.begin('member'),
    () => play.judge(8),
    () => play.agree('member'),
    () => play.handIn('member'),
  ]
  const returned = [...first, () => play.sendBack()]
  const settled = [
    () => play.begin('lead'),
    () => play.lower('lead', 2),
    () => play.agree('lead'),
    () => play.handIn('lead'),
    () => play.begin('controller'),
    () => play.agree('controller'),
    () => play.handIn('controller'),
  ]
  switch (story.ending) {
    case 'evaluating':
      return [() => play.begin('member'), () => play.judge(5)]
    case 'returned':
      return returned
    case 'assessed':
      return [
        ...returned,
        ...play.repair(),
        () => play.begin('member'),
        () => play.agree('member'),
        () => play.handIn('member'),
        ...settled,
      ]
    case 'final':
      return [...first, ...settled, () => play.finalise()]
    default:
      return []
  }
}

class Evaluation {
  private readonly dice: Dice

  constructor(
    private readonly world: World,
    private readonly story: Story,
    private readonly assessment: AssessmentContext,
  ) {
    this.dice = new Dice(story.unit, String(assessment.year), 'evaluation')
  }

  async begin(seat: Seat): Promise<void> {
    await this.world.services.evaluations.begin(await this.actor(seat), await this.seen())
  }

  async agree(seat: Seat): Promise<void> {
    await this.world.services.judgements.agreeWithRest(await this.actor(seat), await this.seen())
  }

  async handIn(seat: Seat): Promise<void> {
    await this.world.services.evaluations.handIn(await this.actor(seat), await this.seen())
  }

  /** Lowers some answers with their reasons, doubts two pieces, and asks proof for three questions. */
  async judge(count: number): Promise<void> {
    await this.lower('member', count)
    const { evaluations } = this.world.services
    const evaluation = await evaluations.of(await this.seen())
    const document = await evaluations.handedIn(evaluation)
    const used = document.questions.filter(question => question.uses.length > 0)
    for (const verdict of ['meragukan', 'kurang'] as const) {
      const { code, uses } = this.dice.pick(used)
      await this.say('member', code, { field: 'verdict', use: uses[0]?.id ?? '', verdict })
    }
    if (this.story.ending !== 'returned' && this.story.ending !== 'assessed') return
    for (const note of ASKED) {
      const code = (await this.undecided()).find(() => this.dice.chance(20))
      if (code === undefined) continue
      await this.say('member', code, { field: 'decision', decision: 'minta bukti', base: 0 })
      await this.say('member', code, { field: 'note', note, base: 0 })
    }
  }

  async lower(seat: Seat, count: number): Promise<void> {
    const { questions } = lookup(this.assessment.instrument)
    for (let made = 0; made < count; made++) {
      const { contents } = await this.sheet()
      const open = (await this.undecided()).flatMap(code => {
        const { question } = questions.get(code)!
        const next = nextLower(question, contents.answers.get(code)?.option ?? null)
        return next === null ? [] : [{ code, next }]
      })
      if (open.length === 0) return
      const { code, next } = this.dice.pick(open)
      const answer = contents.answers.get(code)
      await this.say(seat, code, { field: 'value', value: { option: next }, base: answer?.valueVersion ?? 0 })
      await this.say(seat, code, {
        field: 'note',
        note: this.dice.pick(LOWERED),
        base: answer?.noteVersion ?? 0,
      })
    }
  }

  async sendBack(): Promise<void> {
    const { returns, evaluations } = this.world.services
    const lead = await this.actor('lead')
    const asked = await returns.askedFor(lead, await evaluations.of(await this.seen()))
    await returns.sendBack(lead, await this.seen(), asked)
  }

  /** The satker answers each note, the head attests what came back, and hands in again. */
  repair(): (() => Promise<void>)[] {
    const { repairs, attestations, submissions } = this.world.services
    return [
      async () => {
        const chair = await this.world.actor(loginOf(this.story.unit, 'chair'))
        for (const { question } of await repairs.of(await this.seen()))
          await repairs.reply(chair, await this.seen(), question, {
            reply:
              'Daftar hadir dan angka pembanding kami lengkapi dari arsip; salinannya diserahkan saat kunjungan.',
            over: '',
          })
      },
      async () => {
        const head = await this.world.actor(loginOf(this.story.unit, 'head'))
        const assessment = await this.seen()
        const stamps = await attestations.stampsOf(assessment)
        for (const { part, state } of await attestations.stateOf(assessment))
          if (state !== 'attested') await attestations.attest(head, assessment, part, stamps.get(part) ?? '')
        await submissions.submit(head, await this.seen())
      },
    ]
  }

  async finalise(): Promise<void> {
    const { results } = this.world.services
    const controller = await this.actor('controller')
    const { standings } = await results.of(await this.seen())
    const best = standings.find(standing => standing.holds)
    if (!best) throw new Error('No recommendation holds.')
    await results.recommend(controller, await this.seen(), {
      recommendation: best.recommendation,
      grounds: 'Ditetapkan dari nilai yang dinilai, ambang yang tercapai, dan prasyarat pada saat pengajuan.',
      base: 0,
    })
    await results.finalise(controller, await this.seen())
  }

  private seen(): Promise<AssessmentContext> {
    return this.world.services.assessments.visibleTo(systemActor('zi demo')).get(this.assessment.id)
  }

  private actor(seat: Seat) {
    return this.world.actor(SEATS[seat])
  }

  private async sheet() {
    const { evaluations } = this.world.services
    const evaluation = await evaluations.of(await this.seen())
    if (!evaluation.open) throw new Error('No worksheet is open.')
    return evaluations.sheet(evaluation, evaluation.open)
  }

  private async undecided(): Promise<readonly string[]> {
    return (await this.sheet()).progress.undecided
  }

  private async say(seat: Seat, code: string, saying: Parameters<World['services']['judgements']['say']>[3]) {
    await this.world.services.judgements.say(await this.actor(seat), await this.seen(), code, saying)
  }
}

/** The next lower option; null where the answer is the lowest, or no option. */
export function nextLower(question: Question, option: string | null): string | null {
  if (question.kind !== 'choice' || option === null) return null
  const place = question.options.findIndex(one => one.key === option)
  return question.options[place + 1]?.key ?? null
}
