import { Readable } from 'node:stream'
import type { Actor } from '../../src/access/actor'
import { partOf } from '../../src/assessments/assessment-context'
import type { Question } from '../../src/engine/instrument/instrument'
import { lookup } from '../../src/engine/instrument/lookup'
import { evidenceLimits } from '../../src/storage/file-kinds'
import { receiveUpload } from '../../src/storage/receive-upload'
import type { Act } from './agenda'
import { answerOf, isContradictory } from './answers'
import { dayFrom, workingTimes } from './calendar'
import { peopleAt, answererOf, type Filling, type World } from './world'
import { unitOf } from './cast'
import { Dice } from './dice'
import { claimFor } from './claims'
import { contentFor, type Content } from './files/evidence-content'
import { noteOf } from './notes'
import { piecesFor, type PlannedPiece } from './pieces'
import type { Story } from './stories'

const RESULTS = 'B'

interface Work {
  /** How far its pokja has come with it, of 1. */
  readonly along: number
  readonly does: () => Promise<unknown>
}

/** Papers about people who reported something. */
const RESTRICTED =
  /register pengaduan|rekap pengaduan|jawaban atau hasil penyelesaian|pengelolaan wbs|penerimaan atau penolakan gratifikasi/i

/** Answers, notes and evidence of one worksheet, each an act of its own by the member of the pokja; all pokja work side by side. */
export function fillWorksheet(world: World, story: Story, filling: Filling): Act[] {
  const works = new Filler(world, story, filling).works().sort((one, other) => one.along - other.along)
  const { timeZone } = unitOf(story.unit)
  const times = workingTimes(works.length, filling.period, timeZone, new Dice(story.unit, 'times'))
  return works.map(({ does }, place) => ({ at: times[place] ?? filling.period.to, does }))
}

class Filler {
  /** Pieces on the shelf of this satker by title: the same paper is uploaded once. */
  private readonly shelf = new Map<string, string>()
  private readonly year: number

  constructor(
    private readonly world: World,
    private readonly story: Story,
    private readonly filling: Filling,
  ) {
    this.year = filling.assessment.year
  }

  works(): Work[] {
    const { instrument } = this.filling.assessment
    const parts = [...lookup(instrument).parts.values()]
    const share = this.story.answered / 100
    return parts.flatMap(part => {
      const reached = Math.round(part.questions.length * share)
      const works = part.questions
        .filter(({ code }, place) => place < reached || (this.story.contradictions && isContradictory(code)))
        .flatMap(question => this.worksOf(question))
      const begins = this.beginsAt(part.id)
      return works.map((does, place) => ({
        does,
        along: begins + ((1 - begins) * (place + 1)) / works.length,
      }))
    })
  }

  /** Of 1: the results are told at last, when the year's surveys are there; some pokja begin late. */
  private beginsAt(part: string): number {
    if (part === RESULTS) return 0.8
    return this.story.late?.includes(part) ? 0.5 : 0
  }

  private worksOf(question: Question): Work['does'][] {
    const { services } = this.world
    const { assessment } = this.filling
    const { character, contradictions = false } = this.story
    const dice = new Dice(this.story.unit, String(this.year), question.code)
    const { employees } = unitOf(this.story.unit)
    const value = answerOf(question, character, dice, { contradictions, employees })
    const note = noteOf(question, character, value, { year: this.year, dice })
    const pieces = dice.chance(this.story.evidenced) && !this.isNothing(question, value.option)
    return [
      ...(pieces
        ? piecesFor(question, character, dice, this.story.thorough).map(
            piece => () => this.addPiece(question, piece, dice),
          )
        : []),
      async () =>
        services.answers.save(await this.actor(question), assessment, question.code, {
          field: 'value',
          value,
          base: 0,
        }),
      ...(note && dice.chance(92)
        ? [
            async () =>
              services.answers.save(await this.actor(question), assessment, question.code, {
                field: 'note',
                note,
                base: 0,
              }),
          ]
        : []),
    ]
  }

  private async addPiece(question: Question, piece: PlannedPiece, dice: Dice): Promise<void> {
    const { evidenceUses, storage, config } = this.world.services
    const { assessment } = this.filling
    const unit = unitOf(this.story.unit)
    const actor = await this.actor(question)
    const use = { stages: [...piece.stages], ...claimFor(piece, dice) }
    const known = this.shelf.get(piece.title)
    if (known) {
      await evidenceUses.attach(actor, assessment, question.code, { evidence: known, ...use })
      return
    }
    const date = this.dateOf(dice)
    const number = `${unit.code}-${String(10 + dice.below(89))}.${String(1 + dice.below(9)).padStart(2, '0')}/${this.year}`
    const signer = peopleAt(this.story.unit).find(person => person.role === 'head')?.name ?? ''
    const links = /tautan|unggahan/i.test(piece.title)
      ? [
          `https://${this.story.unit}.layanan-nusantara.example/zi/${this.year}/${question.code.toLowerCase()}`,
        ]
      : []
    const content =
      (await this.copied(piece)) ??
      (await contentFor(piece, { unit, question: question.text, signer, date, number }, dice, this.habits()))
    const staged =
      links.length > 0
        ? []
        : [
            await receiveUpload(
              storage,
              Readable.from([content.bytes]),
              content.name,
              evidenceLimits(config.upload),
            ),
          ]
    const restricted = RESTRICTED.test(piece.title)
    const { evidenceId } = await evidenceUses.add(
      actor,
      assessment,
      question.code,
      {
        title:
          piece.nature === 'formal'
            ? `${piece.title.replace(/ tahun berjalan$/, '')} ${this.year}`
            : piece.title,
        nature: piece.nature,
        happenedOn: date,
        happenedUntil: null,
        documentNumber: piece.nature === 'formal' ? number : '',
        issuer: piece.nature === 'formal' ? unit.name : '',
        access: restricted ? 'terbatas' : 'biasa',
        links,
        ...use,
      },
      staged,
    )
    if (!restricted) this.shelf.set(piece.title, evidenceId)
  }

  /** Some weeks before it is brought; who works on paper dates some of it as if it were still to come. */
  private dateOf(dice: Dice): string {
    const ago = 1 + dice.below(40)
    return dayFrom(this.world.services.clock(), this.story.character === 'paper' ? 3 - ago : -ago)
  }

  private habits() {
    return { drafts: this.story.character === 'good' ? 0 : 8 }
  }

  /** Who works on paper takes some of it from where others took it. */
  private async copied(piece: PlannedPiece): Promise<Content | null> {
    const dice = new Dice('copied', piece.title)
    if (this.story.character !== 'paper' || !dice.chance(12)) return null
    const from = unitOf('lintara')
    const date = `${this.year}-01-${10 + dice.below(15)}`
    return contentFor(
      piece,
      { unit: from, question: piece.title, signer: '', date, number: `${from.code}-${this.year}` },
      dice,
      { drafts: 0 },
    )
  }

  private actor(question: Question): Promise<Actor> {
    const part = partOf(this.filling.assessment, question.code) ?? ''
    return this.world.actor(answererOf(this.story.unit, part))
  }

  /** The lowest option claims nothing, so nothing is put under it. */
  private isNothing(question: Question, option: string | undefined): boolean {
    return question.kind === 'choice' && option === question.options.at(-1)?.key
  }
}
