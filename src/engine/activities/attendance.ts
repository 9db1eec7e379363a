import type { Guests } from './activity-kinds'

export interface Attendance {
  /** Of the satker: those named, or as many as were counted when more came than are named. */
  readonly own: number
  readonly guests: number
  readonly total: number
}

/** How many took part. A count of the satker's own people includes those who are named. */
export function attendanceOf(named: number, counted: number | null, guests: Guests): Attendance {
  const own = Math.max(named, counted ?? 0)
  const outside = Object.values(guests).reduce((sum, people) => sum + people, 0)
  return { own, guests: outside, total: own + outside }
}
