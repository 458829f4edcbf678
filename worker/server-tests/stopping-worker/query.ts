import type { Env } from '../../bindings.ts';

export interface Query {
  readonly sql: string;
  readonly values?: readonly string[];
}

/** The rows of each. */
export async function query({ DB }: Env, queries: readonly Query[]): Promise<readonly object[][]> {
  const results = await DB.batch<object>(
    queries.map(({ sql, values = [] }) => DB.prepare(sql).bind(...values)),
  );
  return results.map((result) => result.results);
}
