import type { Env } from '../../bindings.ts';
import { passWrite } from './stop.ts';

const OBJECTS = ['SHARES', 'BUDGETS', 'VAULTS', 'ATTEMPTS'] as const;
const BUCKETS = ['CONTENT', 'LIBRARY'] as const;
const RUNS = ['run', 'all', 'raw', 'first'];
const BUCKET_WRITES = ['put', 'delete', 'createMultipartUpload'];

/** Reading, and sending mail that was put into the outbox before: it belongs to no act. */
const NO_WRITE = /^\s*(select|update "outbox"|delete from "outbox")/i;

/** The bindings, through which every write passes `passWrite`. */
export function watchWrites(env: Env): Env {
  const objects = OBJECTS.map((name) => [name, watchObjects(env[name])]);
  const buckets = BUCKETS.map((name) => [name, watchMethods(env[name], BUCKET_WRITES)]);
  return { ...env, ...Object.fromEntries([...objects, ...buckets]), DB: watchDatabase(env.DB) };
}

type Method = (...args: readonly unknown[]) => unknown;

/** `target` with some of its methods, or all, taken for writes. */
function watchMethods<T extends object>(target: T, writes?: readonly string[]): T {
  return new Proxy(target, {
    get(_, name) {
      const method: unknown = Reflect.get(target, name);
      // An object's stub has every name; as a thenable it would be awaited.
      if (name === 'then' || typeof method !== 'function') return undefined;
      const call: Method = (...args) => (target as Record<typeof name, Method>)[name]?.(...args);
      if (writes !== undefined && !writes.includes(String(name))) return call;
      return (...args: readonly unknown[]) => passWrite(async () => call(...args));
    },
  });
}

function watchObjects<T extends Env[(typeof OBJECTS)[number]]>(namespace: T): object {
  return { getByName: (name: string) => watchMethods(namespace.getByName(name)) };
}

interface Watched {
  readonly statement: D1PreparedStatement;
  readonly isWrite: boolean;
}

const watched = new WeakMap<object, Watched>();

function watchDatabase(database: D1Database): D1Database {
  const batch = (proxies: readonly object[]) => {
    const parts = proxies.map((proxy) => watched.get(proxy) as Watched);
    const run = () => database.batch(parts.map(({ statement }) => statement));
    return parts.some(({ isWrite }) => isWrite) ? passWrite(run) : run();
  };
  const prepare = (sql: string) => watchStatement(database.prepare(sql), !NO_WRITE.test(sql));
  return { prepare, batch } as Pick<D1Database, 'prepare' | 'batch'> as D1Database;
}

function watchStatement(statement: D1PreparedStatement, isWrite: boolean): D1PreparedStatement {
  const runs = watchMethods(statement, isWrite ? RUNS : []);
  const proxy = new Proxy(runs, {
    get: (_, name) =>
      name === 'bind'
        ? (...values: unknown[]) => watchStatement(statement.bind(...values), isWrite)
        : Reflect.get(runs, name),
  });
  watched.set(proxy, { statement, isWrite });
  return proxy;
}
