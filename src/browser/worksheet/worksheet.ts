import { enhanceJumps } from './jumps.js'
import { keepRows } from './keep-rows.js'

/** A worksheet page: its changes are saved as they are made, and keys jump to what is not answered. */
export function enhance(root: HTMLElement): void {
  enhanceJumps(root)
  keepRows(root)
}
