import { join } from 'node:path'
import { z } from 'zod'

const flag = z.enum(['true', 'false']).transform(text => text === 'true')
const optional = z
  .string()
  .trim()
  .optional()
  .transform(text => text || undefined)

/** Every variable the application reads; `.env.example` documents the same list. */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  BASE_URL: z.url().optional(),
  DATA_DIR: z.string().min(1).default('var'),
  DATABASE_URL: optional,
  SESSION_SECRET: optional,
  SEAL_KEY_FILE: optional,
  SESSION_IDLE_MINUTES: z.coerce.number().int().positive().default(120),
  SESSION_ABSOLUTE_HOURS: z.coerce.number().int().positive().default(12),
  TRUST_PROXY: flag.default(false),
  SMTP_URL: optional,
  MAIL_FROM: z.string().default('zona-integritas@localhost'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  UPLOAD_MAX_MB: z.coerce.number().positive().default(25),
  UPLOAD_VIDEO_MAX_MB: z.coerce.number().positive().default(100),
  UPLOAD_SATKER_MAX_GB: z.coerce.number().min(0).default(5),
  ROSTER_KEEP_NAMES_MONTHS: z.coerce.number().int().min(1).max(600).default(24),
})

export type Config = ReturnType<typeof configFrom>

/** Reads the environment; a missing or malformed variable throws one error that names every fault. */
export function configFrom(environment: NodeJS.ProcessEnv) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`Konfigurasi tidak sah:\n${faults.join('\n')}`)
  }
  const env = parsed.data
  return {
    mode: env.NODE_ENV,
    host: env.HOST,
    port: env.PORT,
    baseUrl: (env.BASE_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/$/, ''),
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    sealKeyFile: env.SEAL_KEY_FILE ?? join(env.DATA_DIR, 'seal-key.pem'),
    session: {
      secret: env.SESSION_SECRET,
      idleMinutes: env.SESSION_IDLE_MINUTES,
      absoluteHours: env.SESSION_ABSOLUTE_HOURS,
    },
    trustProxy: env.TRUST_PROXY,
    mail: { smtpUrl: env.SMTP_URL, from: env.MAIL_FROM },
    logLevel: env.LOG_LEVEL,
    upload: {
      maxBytes: Math.round(env.UPLOAD_MAX_MB * 1024 * 1024),
      videoMaxBytes: Math.round(env.UPLOAD_VIDEO_MAX_MB * 1024 * 1024),
      satkerMaxBytes: Math.round(env.UPLOAD_SATKER_MAX_GB * 1024 ** 3),
    },
    roster: { keepNamesMonths: env.ROSTER_KEEP_NAMES_MONTHS },
  }
}
