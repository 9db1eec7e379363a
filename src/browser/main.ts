import { sayDelayed, watchUntilLive } from './worksheet/before-live.js'

/** Loads what a page asks for with `data-enhance="name"`. Every page works without it. */
type Enhance = (element: HTMLElement) => void

const modules: Readonly<Record<string, () => Promise<{ enhance: Enhance }>>> = {
  evaluation: () => import('./evaluation/evaluation.js'),
  'evidence-drop': () => import('./evidence/drop.js'),
  'evidence-upload': () => import('./evidence/upload.js'),
  'error-summary': () => import('./error-summary.js'),
  menu: () => import('./menu.js'),
  'poll-progress': () => import('./poll-progress.js'),
  prerequisites: () => import('./prerequisites/prerequisites.js'),
  'sign-out': () => import('./sign-out.js'),
  'unsaved-guard': () => import('./unsaved-guard.js'),
  'what-if': () => import('./what-if.js'),
  worksheet: () => import('./worksheet/worksheet.js'),
}
/** Modules that save what is typed. */
const SAVING = ['prerequisites', 'worksheet']
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000

for (const element of document.querySelectorAll<HTMLElement>('[data-enhance]')) {
  for (const name of (element.dataset['enhance'] ?? '').split(' ')) {
    if (SAVING.includes(name)) watchUntilLive(element)
    void start(name, element)
  }
}

/** A module that did not arrive is asked for again: the line may have died right after the page came. */
async function start(name: string, element: HTMLElement): Promise<void> {
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      const module = await modules[name]?.()
      return module?.enhance(element)
    } catch (error) {
      // Browsers report a module that could not be fetched as a TypeError; everything else is a fault of its own.
      if (!(error instanceof TypeError)) throw error
      if (SAVING.includes(name)) sayDelayed(element)
    }
    await lineOrTime(wait)
  }
}

const lineOrTime = (wait: number): Promise<void> =>
  new Promise(resolve => {
    window.addEventListener('online', () => resolve(), { once: true })
    window.setTimeout(resolve, wait)
  })
