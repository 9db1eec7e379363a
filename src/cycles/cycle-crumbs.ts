import { paths } from '../paths'
import type { Crumbs } from '../web/components/panels'

/** The way back from a page about one cycle. */
export const cycleCrumbs = ({ id, title }: { readonly id: string; readonly title: string }): Crumbs => ({
  links: [
    { label: 'Siklus', href: paths.cycles() },
    { label: title, href: paths.cycle(id) },
  ],
})
