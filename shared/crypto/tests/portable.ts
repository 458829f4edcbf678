import { accountCases } from './account-cases.ts';
import type { Case } from './check.ts';
import { formatCases } from './format-cases.ts';
import { keyCases } from './key-cases.ts';
import { linkAndShareCases } from './link-cases.ts';

/** Every case of `vectors/inkseal_v1.json`. */
export const publishedCases: readonly Case[] = [...formatCases, ...linkAndShareCases, ...keyCases];

/** Every case of both files of vectors, for any runtime with WebCrypto: a test runner is not needed. */
export const portableCases: readonly Case[] = [...publishedCases, ...accountCases];

/** Runs all of them one after the other; the failures, or an empty list. */
export async function runPortableCases(): Promise<{ ran: number; failures: string[] }> {
  const failures: string[] = [];
  for (const { name, run } of portableCases) {
    await run().catch((error) => failures.push(`${name}: ${error}`));
  }
  return { ran: portableCases.length, failures };
}
