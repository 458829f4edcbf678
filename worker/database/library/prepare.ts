import type { SQL } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';

const dialect = new SQLiteAsyncDialect();

/** A query with its parameters, for a batch of D1: drizzle's own batch takes no written SQL that has some. */
export function prepare(database: D1Database, query: SQL): D1PreparedStatement {
  const { sql, params } = dialect.sqlToQuery(query);
  return database.prepare(sql).bind(...params);
}
