import { formatInstant, type TimeZone } from '../web/format/date'

/** Who of the head's office said it and when: `Rahmat Hidayat, 12 Maret 2026 10.45 WIB`, `Plt/Plh Sri Wahyuni, …`. */
export const headLine = (
  act: { readonly name: string; readonly acting: boolean | number; readonly at: string },
  zone: TimeZone,
): string => `${act.acting ? 'Plt/Plh ' : ''}${act.name}, ${formatInstant(act.at, zone)}`
