import type { undecidedBecause } from '../engine/stages/decisions'

/** What to do about a question that is not decided yet. */
export function neededWords(
  because: NonNullable<ReturnType<typeof undecidedBecause>>,
  same: boolean,
): string {
  if (because === 'decision') return 'Pilih putusan.'
  if (because === 'value') return 'Putusan Ubah nilai memerlukan nilai yang berbeda dari kolom sebelumnya.'
  return same
    ? 'Tulis bukti apa yang diminta.'
    : 'Nilai berbeda dari kolom sebelumnya. Tulis alasannya untuk satker.'
}
