import { type Query, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { drizzle } from 'drizzle-orm/d1';

export type Statement = BatchItem<'sqlite'>;

/** How statements of drizzle's builders, and of its `run`, give their SQL. */
interface Compiling {
  toSQL(): Query;
  getQuery(): Query;
}

/** `null` where all was written; else which guard or unique column was in the way, and nothing was. */
export type Hindrance<Guard extends string> = Guard | 'not-unique' | null;

const FAILED_GUARD = /bad JSON path: '([a-z-]+)'/;

/**
 * A statement that ends its batch, and takes back what that did before, unless `condition` holds. So statements that
 * know nothing of the condition (a line of the log, a mail) can stand in one batch with it.
 */
export function guard(database: D1Database, name: string, condition: SQL): Statement {
  // SQLite raises errors of choice in triggers only; a path that is none carries the guard's name into its error.
  return drizzle(database).run(
    sql`select case when ${condition} then 1 else json_extract('{}', ${name}) end`,
  );
}

/** Drizzle's own `batch` loses the parameters of `run(sql)`. */
function prepare(database: D1Database, statement: Statement): D1PreparedStatement {
  const query: Statement & Partial<Compiling> = statement;
  const compiled = query.toSQL?.() ?? query.getQuery?.();
  if (compiled === undefined) throw new TypeError('This is not a statement of drizzle.');
  return database.prepare(compiled.sql).bind(...compiled.params);
}

/** Runs statements whole or not at all. */
export async function runGuarded<Guard extends string>(
  database: D1Database,
  statements: readonly Statement[],
): Promise<Hindrance<Guard>> {
  try {
    await database.batch(statements.map((statement) => prepare(database, statement)));
    return null;
  } catch (error) {
    const text = String(error instanceof Error ? error.message : error);
    const failed = FAILED_GUARD.exec(text)?.[1];
    if (failed !== undefined) return failed as Guard;
    if (text.includes('UNIQUE constraint failed')) return 'not-unique';
    throw error;
  }
}
