import { join } from 'node:path'
import { runInChild } from '../jobs/child'
import { projectRoot } from '../project-root'
import type { PrintedLetter } from './official-document'

const VIEWS = join(projectRoot, 'views', 'reports')

/** The letter as tagged PDF/UA-1, the same bytes for the same letter. Rejects with ChildFailed when it could not be made in time. */
export async function officialPdf({
  logo,
  generatedAt,
  address,
  ...printed
}: PrintedLetter): Promise<Buffer> {
  const { pdf } = await runInChild('typst-report', {
    template: join(VIEWS, 'official.typ'),
    fonts: join(VIEWS, 'fonts'),
    data: printed,
    drawings: {},
    whole: [address],
    picture: logo && { name: `logo.${logo.kind}`, bytes: Buffer.from(logo.base64, 'base64') },
    madeAt: Math.floor(Date.parse(generatedAt) / 1000),
  })
  return Buffer.from(pdf)
}
