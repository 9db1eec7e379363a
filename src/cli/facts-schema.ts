import { z } from 'zod'
import { EVIDENCE_NATURES, EVIDENCE_STAGES } from '../engine/instrument/instrument'
import { ACTIVITY_KINDS, type Facts } from '../engine/rules/facts'
import { INDEX_SCALES } from '../engine/surveys/index-scales'

const text = z.string().max(20_000)
const id = z.string().min(1).max(200)
const day = z.iso.date({ error: 'harus tanggal, misalnya "2026-03-05".' })
const count = z.int().nonnegative()
const known = count.nullable()
const year = z.int().min(1900).max(9998)
const quarter = z.int().min(1).max(4)
const exact = z
  .string()
  .regex(
    /^(?:[+-]?(?:\d{1,200}(?:\.\d{0,100})?|\.\d{1,100})|-?\d{1,200}\/0*[1-9]\d{0,199})$/,
    'harus angka sebagai teks, misalnya "87.65" atau "67/100".',
  )
  .meta({ description: 'Angka eksak sebagai teks: desimal "87.65" atau pecahan "67/100".' })
const direction = z.enum(['higher', 'lower'])

const profile = z.strictObject({
  id,
  year,
  quarter,
  employees: known,
  frontLine: known,
  services: known,
  onlineServices: known,
  floors: known,
  floorsWithMotto: known,
  rooms: known,
  roomsWithMotto: known,
  signatures: known,
  gratificationReports: known,
  violations: known,
  lhkpnDue: known,
  lhkpnFiled: known,
  lhkasnDue: known,
  lhkasnFiled: known,
})

const activity = z.strictObject({
  id,
  kind: z.enum(ACTIVITY_KINDS),
  title: text,
  heldOn: day,
  heldUntil: day,
  leaderPresent: z.boolean(),
  ziDiscussed: z.boolean(),
  participants: z.array(id),
  frontLineParticipants: count,
  counted: known,
  guests: count,
  areas: z.array(id),
  points: count,
  pointsDone: count,
  pointsLate: count,
  proofs: count,
})

const goal = z.strictObject({
  id,
  title: text,
  serves: z.enum(['reform', 'public', 'none']),
  plannedOn: day,
  startsOn: day,
  dueOn: day,
  percent: z.number().min(0).max(100),
  doneOn: day.nullable(),
  areas: z.array(id),
  activities: z.array(id),
  needInputs: count,
})

const innovation = z.strictObject({
  id,
  name: text,
  startedOn: day,
  need: text,
  needProofs: count,
  needInputs: count,
  before: exact.nullable(),
  after: exact.nullable(),
  better: direction,
  atm: text,
  sourceUnit: text,
  replications: count,
  integratedOn: day.nullable(),
  agents: z.array(id),
})

const commitment = z.strictObject({
  id,
  indicator: text,
  year,
  quarter,
  better: direction,
  target: exact,
  realisation: exact.nullable(),
})

const survey = z.strictObject({
  id,
  kind: z.enum(['SKM', 'SPAK', 'SPKP', 'IPAK', 'IPKP']),
  heldFrom: day,
  heldUntil: day,
  population: known,
  respondents: count,
  scale: z.enum(INDEX_SCALES),
  index: exact,
})

const evidence = z.strictObject({
  id,
  title: text,
  restricted: z.boolean().default(false),
  nature: z.enum(EVIDENCE_NATURES),
  happenedOn: day.nullable(),
  happenedUntil: day.nullable(),
  uploadedOn: day,
  questions: z.array(id),
  files: z.array(z.strictObject({ name: text, kind: text, sha256: text })),
  elsewhere: count,
  links: count,
})

const answer = z.strictObject({
  code: id,
  part: id,
  block: z.enum(['pemenuhan', 'reform', 'hasil']),
  state: z.enum(['answered', 'unanswered', 'incomplete', 'contradictory']),
  value: exact,
  option: z.string().nullable(),
  inputs: z.record(z.string(), exact),
  note: text,
  asksAbout: z.enum(['document', 'practice', 'result']),
  flags: z.array(z.enum(['unsupported', 'document-only', 'no-outcome'])),
  expects: z.array(z.enum(EVIDENCE_STAGES)),
})

const worksheet = z.strictObject({
  claimed: exact,
  substantiated: exact,
  gates: z.array(z.strictObject({ code: id, name: text, claimed: z.boolean(), substantiated: z.boolean() })),
  prerequisites: z.array(text),
  answers: z.array(answer),
  failedPrerequisites: z.array(text),
})

type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [Name in keyof T]: Plain<T[Name]> }
    : T

/** A schema of exactly one type: the compiler refuses one that holds less or more. */
const schemaOf =
  <Wanted>() =>
  <Schema extends z.ZodType<Wanted>>(schema: [Wanted] extends [z.infer<Schema>] ? Schema : never): Schema =>
    schema

/** The facts as a file holds them: those of the engine, no fewer and no more. */
export const factsSchema = schemaOf<Plain<Facts>>()(
  z.strictObject({
    today: day,
    cycle: z.strictObject({ year, predicate: id, submittedOn: day.nullable() }),
    staff: z.strictObject({
      employees: known,
      frontLine: known,
      agents: z.array(id),
    }),
    profiles: z.array(profile),
    predicates: z.array(z.strictObject({ id, predicate: id, heldSince: day, lostOn: day.nullable() })),
    activities: z.array(activity),
    goals: z.array(goal),
    innovations: z.array(innovation),
    agreements: z.array(
      z.strictObject({
        id,
        state: z.enum([
          'no-plan',
          'signed-only',
          'running',
          'late',
          'expiring',
          'done',
          'expired-without-result',
        ]),
      }),
    ),
    quarters: z.array(commitment),
    inputs: z.array(z.strictObject({ id, kind: id, happenedOn: day, followedUpOn: day.nullable() })),
    complaints: z.array(
      z.strictObject({
        id,
        month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'harus bulan, misalnya "2026-03".'),
        received: count,
        done: count,
        inProcess: count,
      }),
    ),
    surveys: z.array(survey),
    evidence: z.array(evidence),
    uploads: z.array(z.strictObject({ person: id, on: day, files: count })),
    contributions: z.array(
      z.strictObject({ person: id, pokja: z.string().nullable(), year, quarter, acts: count }),
    ),
    attestations: z.array(z.strictObject({ part: id, on: day })),
    worksheet,
    notes: z.array(
      z.strictObject({
        id,
        origin: z.enum(['pendamping', 'evaluator']),
        isClosed: z.boolean(),
        dueOn: day.nullable(),
      }),
    ),
    frontLineStaff: z.array(id),
  }),
)
