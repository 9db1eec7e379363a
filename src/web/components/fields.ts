import type { FormState } from '../form'
import type {
  CheckField,
  Choice,
  ChoicesField,
  FieldBase,
  FileField,
  PrintedChoice,
  SelectField,
  TextAreaField,
  TextField,
} from './field'

export interface FieldOptions {
  readonly label: string
  readonly hint?: string
  /** False adds "boleh kosong" to the label. */
  readonly required?: boolean
  /** One of several of which one is needed: neither required nor free to be empty. */
  readonly oneOfSeveral?: boolean
  readonly disabled?: boolean
  /** Distinguishes the same field in several forms of one page. */
  readonly idPrefix?: string
}

export interface TextOptions extends FieldOptions {
  readonly autocomplete?: string
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | 'tel'
  readonly maxlength?: number
}

export function textField(
  form: FormState,
  name: string,
  options: TextOptions & { type?: TextField['type'] },
): TextField {
  return {
    ...base(form, name, options),
    control: 'input',
    type: options.type ?? 'text',
    value: textOf(form, name),
    autocomplete: options.autocomplete ?? 'off',
    inputmode: options.inputmode ?? '',
    maxlength: options.maxlength ?? null,
    sizeClass: '',
  }
}

/** A password never comes back to the page, not even after a refusal. */
export function passwordField(
  form: FormState,
  name: string,
  options: FieldOptions & { autocomplete: 'current-password' | 'new-password' },
): TextField {
  return { ...textField(form, name, { ...options, type: 'password' }), value: '' }
}

/** A civil date, posted as `YYYY-MM-DD`; the browser shows it in its own way. */
export function dateField(form: FormState, name: string, options: FieldOptions): TextField {
  return { ...textField(form, name, { ...options, type: 'date' }), sizeClass: 'control-date' }
}

/** A whole number or an index; what was typed is kept as typed. */
export function numberField(
  form: FormState,
  name: string,
  options: FieldOptions & { decimals?: boolean },
): TextField {
  const inputmode = options.decimals ? 'decimal' : 'numeric'
  return { ...textField(form, name, { ...options, inputmode }), sizeClass: 'control-count' }
}

export function textAreaField(
  form: FormState,
  name: string,
  options: FieldOptions & { rows?: number; maxlength?: number },
): TextAreaField {
  return {
    ...base(form, name, options),
    control: 'textarea',
    value: textOf(form, name),
    rows: options.rows ?? 3,
    maxlength: options.maxlength ?? null,
  }
}

export function fileField(
  form: FormState,
  name: string,
  options: FieldOptions & { accept?: string; multiple?: boolean },
): FileField {
  return {
    ...base(form, name, options),
    control: 'file',
    accept: options.accept ?? '',
    multiple: options.multiple ?? false,
  }
}

export function selectField(
  form: FormState,
  name: string,
  options: FieldOptions & { choices: readonly Choice[]; prompt?: string },
): SelectField {
  const field = base(form, name, options)
  return {
    ...field,
    control: 'select',
    prompt: options.prompt ?? '',
    choices: printChoices(form, field, options.choices),
  }
}

export function radioField(
  form: FormState,
  name: string,
  options: FieldOptions & { choices: readonly Choice[] },
): ChoicesField {
  const field = base(form, name, options)
  return { ...field, control: 'choices', type: 'radio', choices: printChoices(form, field, options.choices) }
}

export function checkboxesField(
  form: FormState,
  name: string,
  options: FieldOptions & { choices: readonly Choice[] },
): ChoicesField {
  const field = base(form, name, options)
  return {
    ...field,
    control: 'choices',
    type: 'checkbox',
    choices: printChoices(form, field, options.choices),
  }
}

export function checkField(form: FormState, name: string, options: FieldOptions): CheckField {
  return { ...base(form, name, options), control: 'check', checked: textOf(form, name) === 'ya' }
}

function base(form: FormState, name: string, options: FieldOptions): FieldBase {
  const id = fieldId(name, options.idPrefix)
  const hint = options.hint ?? ''
  const error = form.errors[name] ?? ''
  return {
    name,
    id,
    label: options.label,
    hint,
    error,
    required: !options.oneOfSeveral && (options.required ?? true),
    mayBeEmpty: !options.oneOfSeveral && options.required === false,
    describedBy: [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' '),
    disabled: options.disabled ?? false,
  }
}

/** The id of a field's control; the error summary links to it. */
export function fieldId(name: string, prefix = ''): string {
  return `f-${prefix}${name.replace(/[^A-Za-z0-9_-]/g, '-')}`
}

function printChoices(form: FormState, field: FieldBase, choices: readonly Choice[]): PrintedChoice[] {
  const chosen = new Set([form.values[field.name] ?? []].flat())
  return choices.map((choice, index) => ({
    // The first one carries the field's own id, so that the error summary leads to it.
    id: index === 0 ? field.id : `${field.id}-${index}`,
    value: choice.value,
    label: choice.label,
    hint: choice.hint ?? '',
    selected: chosen.has(choice.value),
  }))
}

function textOf(form: FormState, name: string): string {
  const value = form.values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}
