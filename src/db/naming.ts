import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm'

const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** Columns in snake_case and constraints named after what they bind, the same on both databases. */
export class HouseNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string): string {
    return customName || snake(propertyName)
  }
  override primaryKeyName(table: Table | string): string {
    return `pk_${this.getTableName(table)}`
  }
  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return `uq_${this.getTableName(table)}_${columns.map(snake).join('_')}`
  }
  override foreignKeyName(table: Table | string, columns: string[]): string {
    return `fk_${this.getTableName(table)}_${columns.map(snake).join('_')}`
  }
  override indexName(table: Table | string, columns: string[]): string {
    return `ix_${this.getTableName(table)}_${columns.map(snake).join('_')}`
  }
}
