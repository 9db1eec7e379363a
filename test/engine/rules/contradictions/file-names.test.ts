import { fileNames } from '../../../../src/engine/rules/contradictions/file-names'
import { piece, reading, seenBy } from '../facts-of'

const named = (...names: string[]) => ({
  evidence: names.map((name, place) =>
    piece(`e${place}`, { files: [{ name, kind: 'pdf', sha256: `h${place}` }] }),
  ),
})

describe('names of files', () => {
  it.each([
    'scan001.pdf',
    'Scanned Document (3).pdf',
    'IMG_2041.JPG',
    'IMG-20260305-WA0012.jpg',
    'DSC01234.jpg',
    'WhatsApp Image 2026-03-05 at 10.11.12.jpeg',
    'WhatsApp Image 2026-03-05 at 10.11.12 AM.jpeg',
    'Screenshot_20260305-101112.png',
    '20260305_101112.jpg',
    'Untitled.docx',
    'New Doc 2026-03-05 10.11.pdf',
    'Notula rapat - Copy.pdf',
    'Notula rapat - Copy (2).pdf',
    'Copy of Notula rapat.pdf',
    'Salinan dari Notula.pdf',
    '',
  ])('say nothing: %s', name => {
    expect(seenBy(fileNames, named(name))).toEqual(['bahaya'])
  })

  it.each([
    'Notula rapat 5 Maret 2026.pdf',
    'Foto rapat monev.jpg',
    'Scan SK Tim ZI.pdf',
    'Dokumen perencanaan 2026.pdf',
    'Copywriting layanan.pdf',
    'Daftar salinan putusan.pdf',
  ])('say something: %s', name => {
    expect(seenBy(fileNames, named(name))).toEqual([])
  })

  it.each([
    [0, 3, []],
    [1, 199, ['waspada']],
    [5, 5, ['waspada']],
    [51, 49, ['bahaya']],
  ])('%d that say nothing of %d more', (poor, good, found) => {
    const names = [...Array<string>(poor).fill('scan1.pdf'), ...Array<string>(good).fill('Notula rapat.pdf')]
    expect(seenBy(fileNames, named(...names))).toEqual(found)
  })

  it('are said with an example', () => {
    expect(reading(fileNames, named('scan001.pdf', 'Notula.pdf', 'IMG_1.jpg'))[0]?.sentence).toBe(
      '2 dari 3 berkas bernama bawaan alat atau salinan, misalnya “IMG_1.jpg”.',
    )
    expect(seenBy(fileNames)).toEqual([])
  })
})
