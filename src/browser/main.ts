/** Loads what a page asks for with `data-enhance="name"`. Every page works without it. */
type Enhance = (element: HTMLElement) => void

const modules: Readonly<Record<string, () => Promise<{ enhance: Enhance }>>> = {
  evaluation: () => import('./evaluation/evaluation.js'),
  'evidence-drop': () => import('./evidence/drop.js'),
  'evidence-upload': () => import('./evidence/upload.js'),
  'error-summary': () => import('./error-summary.js'),
  menu: () => import('./menu.js'),
  'poll-progress': () => import('./poll-progress.js'),
  'sign-out': () => import('./sign-out.js'),
  'unsaved-guard': () => import('./unsaved-guard.js'),
  'what-if': () => import('./what-if.js'),
  worksheet: () => import('./worksheet/worksheet.js'),
}

for (const element of document.querySelectorAll<HTMLElement>('[data-enhance]')) {
  for (const name of (element.dataset['enhance'] ?? '').split(' ')) {
    void modules[name]?.().then(module => module.enhance(element))
  }
}
