import { existsSync, readFileSync } from 'node:fs';
import type { TestContext } from 'vitest';

/* Vectors that others published. They are read beside the checkout and never copied into it. */

const DIRECTORY = new URL('../../../../shared/vectors/', import.meta.url);

/** The parsed file; ends the test as skipped, with the reason, where it is not there. */
export function readPublished<T>(context: TestContext, file: string): T {
  const path = new URL(file, DIRECTORY);
  if (!existsSync(path))
    context.skip(`The published vectors ${file} are not beside this checkout.`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A Wycheproof file whose groups carry `Group` and whose tests carry `Test`. */
export interface Wycheproof<Test, Group = unknown> {
  readonly testGroups: readonly (Group & { readonly tests: readonly (Test & WycheproofTest)[] })[];
}

interface WycheproofTest {
  readonly tcId: number;
  readonly flags?: readonly string[];
  readonly result: 'valid' | 'acceptable' | 'invalid';
}

/** All tests of `file`, each with what its group says. */
export function readWycheproof<Test, Group = unknown>(
  context: TestContext,
  file: string,
): (Test & Group & WycheproofTest)[] {
  const { testGroups } = readPublished<Wycheproof<Test, Group>>(context, file);
  return testGroups.flatMap((group) => group.tests.map((test) => ({ ...group, ...test })));
}
