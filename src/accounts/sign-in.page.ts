import { paths } from '../paths'
import { errorSummary, type ErrorSummary } from '../web/components/error-summary'
import type { Field } from '../web/components/field'
import { passwordField, textField } from '../web/components/fields'
import { freshForm, type FormState } from '../web/form'
import type { PageModel } from '../web/view'
import { PASSWORD_MIN } from './password'

declare module '../web/view' {
  interface Views {
    'accounts/sign-in': SignInPage
    'accounts/forgotten-password': AccountFormPage
    'accounts/one-time-link': AccountFormPage
    'accounts/own-password': AccountFormPage
    'accounts/own-email': AccountFormPage
  }
}

/** A page that is one form. */
export interface AccountFormPage extends PageModel {
  readonly action: string
  readonly intro: string
  readonly fields: readonly Field[]
  readonly summary: ErrorSummary | null
  readonly submit: string
}

export interface SignInPage extends AccountFormPage {
  /** Where to go after the sign-in; an address of this site. */
  readonly back: string
  readonly forgottenHref: string
}

const loginField = (form: FormState) =>
  textField(form, 'login', { label: 'NIP atau surel', autocomplete: 'username' })

const newPasswordFields = (form: FormState): Field[] => [
  passwordField(form, 'password', {
    label: 'Kata sandi baru',
    hint: `Paling sedikit ${PASSWORD_MIN} karakter; rangkaian beberapa kata mudah diingat.`,
    autocomplete: 'new-password',
  }),
  passwordField(form, 'repeat', { label: 'Ulangi kata sandi baru', autocomplete: 'new-password' }),
]

export function signInPage(back: string, form: FormState = freshForm()): SignInPage {
  const fields = [
    loginField(form),
    passwordField(form, 'password', { label: 'Kata sandi', autocomplete: 'current-password' }),
  ]
  return {
    title: 'Masuk',
    layout: 'plain',
    action: paths.signIn(),
    intro: '',
    fields,
    summary: errorSummary(form, fields, 'Belum dapat masuk'),
    submit: 'Masuk',
    back,
    forgottenHref: paths.forgottenPassword(),
  }
}

export function forgottenPasswordPage(form: FormState = freshForm()): AccountFormPage {
  const fields = [loginField(form)]
  return {
    title: 'Lupa kata sandi',
    layout: 'plain',
    action: paths.forgottenPassword(),
    intro:
      'Bila akun itu ada dan bersurel, tautan untuk membuat kata sandi baru dikirim ke surelnya. Tanpa surel, minta tautan kepada administrator satker.',
    fields,
    summary: errorSummary(form, fields, 'Permintaan belum terkirim'),
    submit: 'Kirim tautan',
  }
}

export function oneTimeLinkPage(token: string, name: string, form: FormState = freshForm()): AccountFormPage {
  const fields = newPasswordFields(form)
  return {
    title: 'Buat kata sandi',
    layout: 'plain',
    action: paths.oneTimeLink(token),
    intro: `Akun ${name}. Tautan ini berlaku satu kali.`,
    fields,
    summary: errorSummary(form, fields, 'Kata sandi belum tersimpan'),
    submit: 'Simpan kata sandi',
  }
}

export function ownPasswordPage(first: boolean, form: FormState = freshForm()): AccountFormPage {
  const fields = [
    passwordField(form, 'current', { label: 'Kata sandi saat ini', autocomplete: 'current-password' }),
    ...newPasswordFields(form),
  ]
  return {
    title: 'Ubah kata sandi',
    layout: first ? 'plain' : 'page',
    action: paths.ownPassword(),
    intro: first
      ? 'Kata sandi Anda dibuat oleh orang lain. Ganti dahulu sebelum melanjutkan.'
      : 'Setelah diubah, sesi di peranti lain berakhir.',
    fields,
    summary: errorSummary(form, fields, 'Kata sandi belum tersimpan'),
    submit: 'Simpan kata sandi',
  }
}

export function ownEmailPage(form: FormState = freshForm()): AccountFormPage {
  const fields = [
    textField(form, 'email', { label: 'Surel baru', type: 'email', autocomplete: 'email' }),
    passwordField(form, 'current', { label: 'Kata sandi saat ini', autocomplete: 'current-password' }),
  ]
  return {
    title: 'Ubah surel',
    action: paths.ownEmail(),
    intro: 'Surel dipakai untuk masuk dan menerima tautan kata sandi.',
    fields,
    summary: errorSummary(form, fields, 'Surel belum tersimpan'),
    submit: 'Simpan surel',
  }
}
