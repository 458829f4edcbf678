/* What an operator does with a backup of the database: D1, as a Worker has it or as Miniflare lends it. */

interface Statement {
  bind(...values: unknown[]): Statement;
  all<Row>(): Promise<{ readonly results: Row[] }>;
}

interface Database {
  prepare(query: string): Statement;
  batch(statements: Statement[]): Promise<unknown>;
}

export type Snapshot = readonly { readonly table: string; readonly rows: readonly Row[] }[];
type Row = Readonly<Record<string, string | number | null>>;

/** All that the database holds. */
export async function snapshotOf(database: Database): Promise<Snapshot> {
  const tables = await database
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '_cf_%' and name not like 'd1_%'",
    )
    .all<{ name: string }>();
  return Promise.all(
    tables.results.map(async ({ name: table }) => ({
      table,
      rows: (await database.prepare(`select * from "${table}"`).all<Row>()).results,
    })),
  );
}

/** Puts the database back as it was. */
export async function putBack(database: Database, snapshot: Snapshot): Promise<void> {
  const inserts = snapshot.flatMap(({ table, rows }) =>
    rows.map((row) => {
      const columns = Object.keys(row).map((name) => `"${name}"`);
      const marks = columns.map(() => '?');
      return database
        .prepare(`insert into "${table}" (${columns.join()}) values (${marks.join()})`)
        .bind(...Object.values(row));
    }),
  );
  const deletes = snapshot.map(({ table }) => database.prepare(`delete from "${table}"`));
  await database.batch([
    database.prepare('pragma defer_foreign_keys = on'),
    ...deletes,
    ...inserts,
  ]);
}
