import { Readable } from 'node:stream'
import type { Actor } from '../../src/access/actor'
import type { AssessmentContext } from '../../src/assessments/assessment-context'
import { evidenceLimits } from '../../src/storage/file-kinds'
import { receiveUpload, type StagedUpload } from '../../src/storage/receive-upload'
import { dayFrom } from './calendar'
import { Dice } from './dice'
import { meetingPhoto } from './files/pictures'
import { shortVideo } from './files/video'
import type { Story } from './stories'
import { loginOf, type World } from './world'

/** What shelves look like after a while: a replaced file, a withdrawn piece, one that nobody uses, a video; where little care is taken, a photograph used twice. */
export async function tidyShelf(
  world: World,
  { unit, character, evidenced }: Story,
  assessment: AssessmentContext,
): Promise<void> {
  if (evidenced < 50) return
  const { evidenceUses } = world.services
  const shelf = new Shelf(world, assessment, await world.actor(loginOf(unit, 'chair')))
  const dice = new Dice(unit, 'shelf')
  const monitoring = meetingPhoto(character === 'paper' ? new Dice('copied', 'shelf') : dice)
  await shelf.add('A.I.1.iii.b', 'Foto rapat monev triwulan II', 'rapat-monev-tw2.jpg', monitoring)
  if (character === 'good')
    await shelf.add(
      'A.I.4.i.c',
      'Foto rapat capaian kinerja',
      'rapat-capaian-kinerja.jpg',
      meetingPhoto(dice),
    )
  else await shelf.add('A.I.4.i.c', 'Foto rapat capaian kinerja', 'IMG_2041.jpg', monitoring)
  await shelf.add('A.I.6.ii.a', 'Video simulasi pelayanan prima', 'simulasi-layanan.mp4', shortVideo(dice))
  const unused = await shelf.add(
    'A.I.5.i.a',
    'Foto spanduk antigratifikasi lama',
    'spanduk.jpg',
    meetingPhoto(dice),
  )
  const actor = shelf.actor
  const use = await evidenceUses.get(actor, assessment, unused.useId)
  await evidenceUses.remove(actor, assessment, use, use.version)
  await shelf.withdraw(
    await shelf.add('A.I.6.i.b', 'Foto maklumat pelayanan', 'maklumat.jpg', meetingPhoto(dice)),
    'Foto memuat wajah pengunjung. Diganti foto lain.',
  )
  await shelf.replace(
    await shelf.add('A.I.1.iv.a', 'Foto apel pagi kepala satker', 'apel.jpg', meetingPhoto(dice)),
    'apel-lengkap.jpg',
    meetingPhoto(dice),
  )
}

class Shelf {
  constructor(
    private readonly world: World,
    private readonly assessment: AssessmentContext,
    readonly actor: Actor,
  ) {}

  async add(question: string, title: string, name: string, bytes: Buffer) {
    return this.world.services.evidenceUses.add(
      this.actor,
      this.assessment,
      question,
      {
        title,
        nature: 'trace',
        happenedOn: this.heldOn(name.endsWith('.mp4') ? '07-14' : '06-10'),
        happenedUntil: null,
        documentNumber: '',
        issuer: '',
        access: 'biasa',
        links: [],
        stages: ['implementation'],
        claim: 'Kegiatan berlangsung di satker sendiri.',
        page: '',
      },
      [await this.received(name, bytes)],
    )
  }

  /** In the middle of the year, or shortly before it is brought. */
  private heldOn(day: string): string {
    const brought = this.world.services.clock()
    const meant = `${this.assessment.year}-${day}`
    return meant < dayFrom(brought, 0) ? meant : dayFrom(brought, -3)
  }

  async withdraw({ evidenceId }: { readonly evidenceId: string }, reason: string): Promise<void> {
    const { evidence, evidencePieces } = this.world.services
    const piece = await evidence.piece(this.actor, evidenceId)
    await evidencePieces.withdraw(this.actor, piece, { reason, version: piece.version })
  }

  async replace({ evidenceId }: { readonly evidenceId: string }, name: string, bytes: Buffer): Promise<void> {
    const { evidence, evidencePieces } = this.world.services
    const piece = await evidence.piece(this.actor, evidenceId)
    const [old] = await evidence.filesOf(piece)
    if (old) await evidencePieces.replaceFile(this.actor, piece, old, await this.received(name, bytes))
  }

  private received(name: string, bytes: Buffer): Promise<StagedUpload> {
    const { storage, config } = this.world.services
    return receiveUpload(storage, Readable.from([bytes]), name, evidenceLimits(config.upload))
  }
}
