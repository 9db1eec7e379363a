import { join } from 'node:path'
import { runInChild } from '../jobs/child'
import { projectRoot } from '../project-root'
import { printReadiness } from './print-readiness'
import type { ReadinessReport } from './readiness-report'

const VIEWS = join(projectRoot, 'views', 'reports')

/** The report as tagged PDF/UA-1, the same bytes for the same report. Rejects with ChildFailed when it could not be made in time. */
export async function readinessPdf(report: ReadinessReport): Promise<Buffer> {
  const { areas, ...printed } = printReadiness(report)
  const { svg, ...radar } = areas.radar
  const { logo } = report.satker
  const { pdf } = await runInChild('typst-report', {
    template: join(VIEWS, 'readiness.typ'),
    fonts: join(VIEWS, 'fonts'),
    data: { ...printed, areas: { ...areas, radar } },
    drawings: { radar: svg },
    picture: logo && { name: `logo.${logo.kind}`, bytes: Buffer.from(logo.base64, 'base64') },
    madeAt: Math.floor(Date.parse(report.generatedAt) / 1000),
  })
  return Buffer.from(pdf)
}
