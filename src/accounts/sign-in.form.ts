import { z } from 'zod'
import { PASSWORD_MAX, PASSWORD_MIN } from './password'
import { personFacts } from './people.form'

export const signInForm = z.object({
  login: z.string().trim().min(1, 'Isi NIP atau surel.').max(200, 'NIP atau surel terlalu panjang.'),
  password: z.string().min(1, 'Isi kata sandi.').max(PASSWORD_MAX, 'Kata sandi terlalu panjang.'),
})

const presentPassword = z
  .string()
  .min(1, 'Isi kata sandi saat ini.')
  .max(PASSWORD_MAX, 'Kata sandi terlalu panjang.')

const newPassword = z
  .string()
  .min(
    PASSWORD_MIN,
    `Kata sandi paling sedikit ${PASSWORD_MIN} karakter. Rangkaian beberapa kata mudah diingat.`,
  )
  .max(PASSWORD_MAX, `Kata sandi paling banyak ${PASSWORD_MAX} karakter.`)

const repeated = { error: 'Kedua kata sandi baru tidak sama.', path: ['repeat'] }

export const oneTimeLinkForm = z
  .object({ password: newPassword, repeat: z.string() })
  .refine(form => form.password === form.repeat, repeated)

export const ownPasswordForm = z
  .object({
    current: presentPassword,
    password: newPassword,
    repeat: z.string(),
  })
  .refine(form => form.password === form.repeat, repeated)
  .refine(form => form.password !== form.current, {
    error: 'Kata sandi baru sama dengan yang lama. Pilih yang lain.',
    path: ['password'],
  })

export const ownEmailForm = z.object({
  current: presentPassword,
  email: personFacts.email.transform((email, context) => {
    if (email !== null) return email
    context.addIssue({ code: 'custom', message: 'Isi surel.' })
    return z.NEVER
  }),
})

export const forgottenPasswordForm = z.object({
  login: z.string().trim().min(1, 'Isi NIP atau surel.').max(200, 'NIP atau surel terlalu panjang.'),
})
