/** From the root of the ministry's tree down. */
export const SATKER_LEVELS = ['ministry', 'echelon1', 'kanwil', 'satker'] as const
