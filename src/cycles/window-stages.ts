/** The stages of an assessment whose work has a window of dates. */
export const WINDOW_STAGES = ['draf', 'dikembalikan', 'dievaluasi', 'dinilai'] as const
