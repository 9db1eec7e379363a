import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { systemActor } from '../../../src/access/actor'
import type { TypstReportInput } from '../../../src/jobs/tasks/typst-report'
import { paths } from '../../../src/paths'
import { projectRoot } from '../../../src/project-root'
import { printReadiness } from '../../../src/reports/print-readiness'
import { startOurs } from '../children'
import { alternating, figure, type Figure } from '../figures'
import { mustBe } from '../load'
import type { BenchPlaces } from '../places'
import { signIn } from '../visitor'
import { requestBytes, Wire } from '../wire'
import { servicesIn, type BenchWorld } from '../world'

const ROUNDS = 9
const TARGET = 1.5

/** (d) The readiness report as PDF, asked for over HTTP, beside Typst alone in a forked child with the same data. */
export async function measureReport({ ours: world, floor: copy }: BenchPlaces): Promise<Figure[]> {
  const input = await inputOf(copy)
  const ours = await startOurs(world)
  const path = paths.readinessPdf(world.assessmentId)
  const { cookie } = await signIn(ours.port, paths.readiness(world.assessmentId))
  const asked = requestBytes({ path, headers: { cookie } })
  const wire = await Wire.open(ours.port)
  const throughTheDoor = async () => {
    const { status, body, ms } = await wire.exchange(asked)
    mustBe(200)(status)
    if (body.toString('latin1', 0, 5) !== '%PDF-') throw new Error('That is no PDF.')
    return ms
  }
  await throughTheDoor()
  await typstAlone(input)
  const about = { id: 'd', what: 'readiness report as PDF', unit: 'ms', target: TARGET } as const
  const figures = [figure(about, await alternating(ROUNDS, throughTheDoor, () => typstAlone(input)))]
  wire.close()
  await ours.stop()
  return figures
}

async function typstAlone(input: TypstReportInput): Promise<number> {
  const started = performance.now()
  const child = fork(join(__dirname, '../floor/typst-alone.js'), [], {
    execArgv: [],
    serialization: 'advanced',
  })
  child.send(input)
  const [pdf] = (await once(child, 'message')) as [Uint8Array]
  const ms = performance.now() - started
  if (Buffer.from(pdf).toString('latin1', 0, 5) !== '%PDF-') throw new Error('That is no PDF.')
  if (child.exitCode === null) await once(child, 'exit')
  return ms
}

async function inputOf({ dataDir, assessmentId }: BenchWorld): Promise<TypstReportInput> {
  const services = await servicesIn(dataDir)
  const actor = systemActor('bench')
  const report = await services.reports.readiness(
    actor,
    await services.assessments.visibleTo(actor).get(assessmentId),
  )
  await services.database.close()
  const { areas, ...printed } = printReadiness(report)
  const { svg, ...radar } = areas.radar
  const folder = join(projectRoot, 'views/reports')
  return {
    template: join(folder, 'readiness.typ'),
    fonts: join(folder, 'fonts'),
    data: { ...printed, areas: { ...areas, radar }, replaced: 0, picture: null },
    drawings: { radar: svg },
    picture: null,
    madeAt: 0,
  }
}
