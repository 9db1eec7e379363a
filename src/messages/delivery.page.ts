import { paths } from '../paths'
import type { AccountFormPage } from '../accounts/sign-in.page'
import { errorSummary } from '../web/components/error-summary'
import { radioField } from '../web/components/fields'
import { freshForm, type FormState } from '../web/form'
import { DELIVERIES, DELIVERY_WORDS, type Delivery } from './deliveries'

declare module '../web/view' {
  interface Views {
    'messages/delivery': AccountFormPage
  }
}

/** How one wants to be told by e-mail; the inbox is filled in any case. */
export function deliveryPage(
  delivery: Delivery,
  canMail: boolean,
  form: FormState = freshForm({ delivery }),
): AccountFormPage {
  const fields = [
    radioField(form, 'delivery', {
      label: 'Surel pemberitahuan',
      choices: DELIVERIES.map(value => ({ value, ...DELIVERY_WORDS[value] })),
    }),
  ]
  return {
    title: 'Pemberitahuan surel',
    action: paths.ownDelivery(),
    intro: canMail
      ? 'Setiap pesan masuk ke kotak masuk. Pilih apakah pesan itu juga dikirim ke surel Anda.'
      : 'Surel belum disiapkan di pemasangan ini, sehingga pesan hanya masuk ke kotak masuk. Pilihan Anda disimpan untuk nanti.',
    fields,
    summary: errorSummary(form, fields, 'Pilihan belum tersimpan'),
    submit: 'Simpan pilihan',
  }
}
