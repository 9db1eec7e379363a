/** When a message also leaves by e-mail; it stands in the inbox in any case. */
export const DELIVERIES = ['at-once', 'daily', 'none'] as const
export type Delivery = (typeof DELIVERIES)[number]

export const DEFAULT_DELIVERY: Delivery = 'at-once'

/** Ends of the night for summaries, in the zone of the person. */
export const SUMMARY_HOUR = 7

export const DELIVERY_WORDS: Readonly<Record<Delivery, { readonly label: string; readonly hint: string }>> = {
  'at-once': { label: 'Segera', hint: 'Satu surel untuk setiap pesan.' },
  daily: {
    label: 'Ringkasan harian',
    hint: 'Satu surel setiap pukul 07.00 waktu satker Anda, bila ada pesan.',
  },
  none: { label: 'Tanpa surel', hint: 'Pesan hanya masuk ke kotak masuk.' },
}
