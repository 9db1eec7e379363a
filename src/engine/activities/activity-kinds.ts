/** What an activity is for; the recommendations of the programme ask for most of them. */
export const ACTIVITY_KINDS = [
  'launch',
  'monitoring-meeting',
  'coaching',
  'service-training',
  'award',
  'study-visit',
  'public-consultation',
  'outreach',
  'socialisation',
  'survey',
  'other',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** Who came from outside the satker. */
export const GUEST_KINDS = [
  'public',
  'agency',
  'media',
  'civil-society',
  'academia',
  'business',
  'other',
] as const
export type GuestKind = (typeof GUEST_KINDS)[number]

export type Guests = Readonly<Partial<Record<GuestKind, number>>>
