/** Colours and letters of a chart: tokens of the page, or black on white for the printer. */
export interface ChartInk {
  readonly text: string
  readonly grid: string
  readonly track: string
  readonly proven: string
  readonly claimed: string
  readonly mark: string
  readonly paper: string
  /** Attributes of every text. */
  readonly letters: Readonly<Record<string, string>>
}

export const SCREEN_INK: ChartInk = {
  text: 'var(--ink)',
  grid: 'var(--line)',
  track: 'var(--sunken)',
  proven: 'var(--proven)',
  claimed: 'var(--claim)',
  mark: 'var(--mark)',
  paper: 'var(--surface)',
  letters: {},
}

export const PRINT_INK: ChartInk = {
  text: '#000',
  grid: '#bdbdbd',
  track: '#e6e6e6',
  proven: '#000',
  claimed: '#000',
  mark: '#000',
  paper: '#fff',
  letters: { 'font-family': 'Liberation Sans' },
}
