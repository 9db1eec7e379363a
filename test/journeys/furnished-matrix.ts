import { paths } from '../../src/paths'
import { loadRules } from '../findings/rules-at-work'
import type { House } from '../support/house'

/** Every unit beside the others, with what the rules say of each. */
export async function furnishMatrix(house: House) {
  const { findings, ruleBooks } = house.services
  if (!(await ruleBooks.inUse())) await loadRules(house)
  await findings.refreshChanged()
  return {
    viewer: [
      paths.matrix(),
      `${paths.matrix()}?keadaan=bahaya&urut=nama&cari=a`,
      `${paths.matrix()}?tampilan=layar`,
      paths.matrixPaper(),
      paths.matrixHistory(),
    ],
  }
}
