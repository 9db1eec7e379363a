import type { Response } from 'express'
import type { TableKind } from '../spreadsheets/read-table'
import { writeTable, type TableToWrite } from '../spreadsheets/write-table'
import { fileKinds } from '../storage/file-kinds'
import { contentDisposition } from '../storage/safe-name'

/** The kind of table that an address asks for by `format`. */
export const tableKind = (query: Readonly<Record<string, unknown>>): TableKind =>
  query['format'] === 'csv' ? 'csv' : 'xlsx'

/** Answers with a table as a file to keep; `name` has no ending. */
export async function sendTable(
  res: Response,
  table: TableToWrite,
  kind: TableKind,
  name: string,
): Promise<void> {
  const file = await writeTable(table, kind)
  res.setHeader('Content-Type', fileKinds[kind].mime)
  res.setHeader('Content-Disposition', contentDisposition('attachment', `${name}.${kind}`))
  res.setHeader('Cache-Control', 'private, no-store')
  res.send(file)
}
