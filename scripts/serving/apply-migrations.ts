import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Miniflare } from 'miniflare';
import { unstable_splitSqlQuery } from 'wrangler';

/** The table that `wrangler d1 migrations apply` keeps, so that both agree on what was applied. */
const CREATE_TABLE = `create table if not exists d1_migrations(
  id integer primary key autoincrement,
  name text unique,
  applied_at timestamp default current_timestamp not null
)`;

/**
 * Applies the migrations in `migrationsDir` that the database has not had, each in one transaction.
 *
 * @returns the names of the files applied now
 */
export async function applyMigrations(
  miniflare: Miniflare,
  binding: string,
  migrationsDir: string,
): Promise<string[]> {
  const database = await miniflare.getD1Database(binding);
  await database.prepare(CREATE_TABLE).run();
  const rows = await database.prepare('select name from d1_migrations').all<{ name: string }>();
  const applied = new Set(rows.results.map((row) => row.name));
  const files = (await readdir(migrationsDir)).filter((file) => file.endsWith('.sql')).sort();
  const missing = files.filter((file) => !applied.has(file));
  for (const file of missing) {
    const sql = await readFile(resolve(migrationsDir, file), 'utf8');
    await database.batch([
      ...unstable_splitSqlQuery(sql).map((statement) => database.prepare(statement)),
      database.prepare('insert into d1_migrations (name) values (?)').bind(file),
    ]);
  }
  return missing;
}
