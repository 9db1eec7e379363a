/** What every field prints. The label stands above, then the hint, then the error, then the control. */
export interface FieldBase {
  readonly name: string
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly error: string
  readonly required: boolean
  /** "(boleh kosong)" stands beside the label. */
  readonly mayBeEmpty: boolean
  /** Ids of hint and error for `aria-describedby`; empty without them. */
  readonly describedBy: string
  readonly disabled: boolean
}

export interface TextField extends FieldBase {
  readonly control: 'input'
  readonly type: 'text' | 'password' | 'email' | 'date' | 'search' | 'url' | 'tel'
  readonly value: string
  readonly autocomplete: string
  readonly inputmode: string
  readonly maxlength: number | null
  readonly sizeClass: string
}

export interface TextAreaField extends FieldBase {
  readonly control: 'textarea'
  readonly value: string
  readonly rows: number
  readonly maxlength: number | null
}

export interface FileField extends FieldBase {
  readonly control: 'file'
  readonly accept: string
  readonly multiple: boolean
}

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

export interface PrintedChoice {
  readonly id: string
  readonly value: string
  readonly label: string
  readonly hint: string
  readonly selected: boolean
}

export interface SelectField extends FieldBase {
  readonly control: 'select'
  /** Shown first, with an empty value; `''` for no such entry. */
  readonly prompt: string
  readonly choices: readonly PrintedChoice[]
}

/** A group of radio buttons (one answer) or checkboxes (several). */
export interface ChoicesField extends FieldBase {
  readonly control: 'choices'
  readonly type: 'radio' | 'checkbox'
  readonly choices: readonly PrintedChoice[]
}

/** One checkbox that posts `ya` when it is checked. */
export interface CheckField extends FieldBase {
  readonly control: 'check'
  readonly checked: boolean
}

export type Field = TextField | TextAreaField | FileField | SelectField | ChoicesField | CheckField
