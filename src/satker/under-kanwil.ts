/** The condition that some kanwil stands above a satker, by its columns `id` and `path`; 0/1 on SQLite. */
export const underKanwil = (alias: string): string =>
  `EXISTS (SELECT 1 FROM satker office WHERE office.level = 'kanwil' AND office.id <> ${alias}.id
            AND ${alias}.path LIKE office.path || '%')`
