import type { PageModel } from '../web/view'

declare module '../web/view' {
  interface Views {
    'guide/guide': PageModel
  }
}

export const guidePage = (): PageModel => ({ title: 'Panduan' })
