import type { Section } from '../engine/instrument/instrument'
import { Fields } from './instrument-fields'
import { readQuestion, type Scales } from './instrument-question'

/** Reads the tree of sections under the key `sections`. */
export const readSections = (parent: Fields, scales: Scales): Section[] =>
  parent.list('sections').flatMap(({ node, line }) => {
    const fields = Fields.open(parent.source, node, parent.name, line)
    if (!fields) parent.broken = true
    return fields ? [readSection(fields, scales)] : []
  })

function readSection(fields: Fields, scales: Scales): Section {
  fields.onlyKeys(['code', 'name', 'weight', 'sections', 'questions'])
  const code = fields.text('code')
  fields.rename(code)
  const section: Section = {
    code,
    name: fields.text('name'),
    weight: fields.decimal('weight'),
    sections: fields.has('sections') ? readSections(fields, scales) : [],
    questions: fields.has('questions') ? readQuestions(fields, scales) : [],
  }
  return fields.source.record(section, fields)
}

const readQuestions = (parent: Fields, scales: Scales) =>
  parent.list('questions').flatMap(({ node, line }) => {
    const fields = Fields.open(parent.source, node, parent.name, line)
    fields?.rename(fields.source.text(fields.node('code')) ?? '')
    const question = fields && readQuestion(fields, scales)
    if (!question) parent.broken = true
    return question ? [question] : []
  })
