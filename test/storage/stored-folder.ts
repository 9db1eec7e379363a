import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of its own for one test file, and what lies in it. */
export function temporaryFolder() {
  let root = ''
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'zi-storage-'))
  })
  afterEach(() => rm(root, { recursive: true }))
  return {
    get root() {
      return root
    },
    /** Every file under the folder, by its relative path. */
    async files(): Promise<string[]> {
      const entries = await readdir(root, { recursive: true, withFileTypes: true })
      return entries
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
        .sort()
    },
  }
}
