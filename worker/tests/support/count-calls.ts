import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { vi } from 'vitest';
import type { Env } from '../../bindings.ts';

/* What requests cost, counted at the platform's own classes: they are the same in the Worker and in its objects, so
 * nothing gets past. */

const OBJECTS = ['SHARES', 'BUDGETS', 'VAULTS', 'ATTEMPTS'] as const;
const STATEMENT = ['run', 'all', 'raw', 'first'] as const;
const STORAGE = ['transactionSync', 'setAlarm', 'put', 'deleteAll'] as const;
const KV = ['get', 'put', 'delete', 'list'] as const;
const CRYPTO = ['digest', 'sign', 'verify', 'encrypt', 'decrypt'] as const;

const counts: Record<string, number> = {};

function count(name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** All that was counted since the last time. */
export function takeCounts(): Record<string, number> {
  const taken = { ...counts };
  for (const name of Object.keys(counts)) delete counts[name];
  return taken;
}

function countCalls(name: string, prototype: object, methods: readonly string[]): void {
  for (const method of methods) {
    const original = Reflect.get(prototype, method);
    vi.spyOn(prototype as Record<string, () => unknown>, method).mockImplementation(function (
      this: unknown,
      ...args: unknown[]
    ) {
      count(`${name}.${method}`);
      return Reflect.apply(original, this, args);
    });
  }
}

function methodsOf(prototype: object): string[] {
  return Object.entries(Object.getOwnPropertyDescriptors(prototype))
    .filter(([method, { value }]) => typeof value === 'function' && method !== 'constructor')
    .map(([method]) => method);
}

/** Begins to count D1, R2 and the storage of objects. `vi.restoreAllMocks` ends it. */
export async function watchCalls(): Promise<void> {
  for (const name of ['DB', 'CONTENT'] as const) {
    const prototype = Object.getPrototypeOf(env[name]);
    countCalls(name, prototype, methodsOf(prototype));
  }
  countCalls('statement', Object.getPrototypeOf(env.DB.prepare('select 1')), STATEMENT);
  await runInDurableObject(env.BUDGETS.getByName('count'), (_, { storage }) => {
    countCalls('storage', Object.getPrototypeOf(storage), STORAGE);
    countCalls('kv', Object.getPrototypeOf(storage.kv), KV);
  });
  takeCounts();
}

/** Counts cryptography as well. */
export function watchCrypto(): void {
  countCalls('crypto', Object.getPrototypeOf(crypto.subtle), CRYPTO);
}

/** The bindings, counting every call of an object's method. */
export function countingEnv(change: object = {}): Env {
  const counting = Object.fromEntries(OBJECTS.map((name) => [name, countObjects(name)]));
  return { ...env, ...counting, ...change } as Env;
}

function countObjects(name: (typeof OBJECTS)[number]): object {
  const namespace: object = env[name];
  return new Proxy(namespace, {
    get: (target, property) => (objectName: string) =>
      new Proxy(Reflect.get(target, property).call(target, objectName), {
        get: (stub, method) => {
          if (method === 'then') return undefined;
          return (...args: unknown[]) => {
            count(`${name}.${String(method)}`);
            return Reflect.get(stub, method)(...args);
          };
        },
      }),
  });
}
