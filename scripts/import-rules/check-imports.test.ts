import { describe, expect, test } from 'vitest';
import { checkImports } from './check-imports.ts';
import { readSources } from './read-sources.ts';

/** A small product that keeps every rule. */
const SOUND = {
  'shared/crypto/bytes.ts': 'export const a = 1;',
  'shared/crypto/seal.ts':
    "import { a } from './bytes.ts'; import { s } from 'hpke'; export { a, s };",
  'shared/api/contract.ts':
    "import { z } from 'zod'; import { a } from '../crypto/bytes.ts'; z(a);",
  'shared/api/client.ts': "import type { C } from './contract.ts'; export type D = C;",
  'shared/ui/reader.tsx':
    "import { s } from '../crypto/seal.ts'; export const R = () => <p>{s}</p>;",
  'viewer/main.tsx': "import '../shared/ui/reader.tsx'; import '../shared/api/client.ts';",
  'extension/popup.ts': "import { s } from '../shared/crypto/seal.ts'; s();",
  'worker/index.ts': "import './routes/shares.ts'; export * from './durable-objects/share.ts';",
  'worker/routes/shares.ts':
    "import 'hono'; import '../durable-objects/share.ts'; import '../../shared/api/contract.ts';",
  'worker/durable-objects/share.ts': "import { DurableObject } from 'cloudflare:workers';",
  'worker/database/reports.ts': "import 'drizzle-orm/d1';",
};

function check(planted: Record<string, string>): string[] {
  return checkImports(new Map(Object.entries({ ...SOUND, ...planted })));
}

test('the product keeps the import rules', () => {
  const sources = readSources();
  for (const entry of ['worker/index.ts', 'viewer/read/main.tsx', 'shared/crypto/envelope.ts']) {
    expect(sources.has(entry)).toBe(true);
  }
  expect(checkImports(sources)).toEqual([]);
});

test('a sound product has no violation', () => {
  expect(check({})).toEqual([]);
});

describe('a planted violation is found', () => {
  test.each([
    [
      'crypto imports another part',
      'shared/crypto/x.ts',
      "import '../api/client.ts';",
      'may import only shared/crypto/',
    ],
    [
      'even of a type',
      'shared/crypto/x.ts',
      "import type { C } from '../api/client.ts';",
      'may import only shared/crypto/',
    ],
    ['crypto imports a package', 'shared/crypto/x.ts', "import 'idb';", 'only hpke'],
    ['api imports a package', 'shared/api/x.ts', "import 'hono/client';", 'only zod'],
    [
      'api imports ui',
      'shared/api/x.ts',
      "export * from '../ui/reader.tsx';",
      'may import only shared/api/',
    ],
    [
      'ui imports a surface',
      'shared/ui/x.tsx',
      "import '../../viewer/main.tsx';",
      'may import only shared/',
    ],
    [
      'a surface imports another',
      'extension/x.ts',
      "const v = () => import('../viewer/main.tsx'); v();",
      'may import only extension/',
    ],
    [
      'an object knows the routes',
      'worker/durable-objects/x.ts',
      "import type { R } from '../routes/shares.ts';",
      'never the other way round',
    ],
    [
      'the database knows the routes',
      'worker/database/x.ts',
      "import '../routes/shares.ts';",
      'never the other way round',
    ],
    [
      'an object imports Hono',
      'worker/durable-objects/x.ts',
      "import { HTTPException } from 'hono/http-exception'; HTTPException;",
      'hono is reached',
    ],
    [
      'the viewer reaches zod',
      'viewer/x.ts',
      "import '../shared/api/contract.ts';",
      'zod is reached',
    ],
    [
      'by a type inside braces, which still loads the file',
      'viewer/x.ts',
      "import { type C } from '../shared/api/contract.ts'; export type D = C;",
      'zod is reached',
    ],
  ])('%s', (_name, path, text, message) => {
    expect(check({ [path]: text }).join('\n')).toContain(message);
  });

  test('the Worker reaches a sealing function through another file', () => {
    const violations = check({
      'worker/index.ts': "import './x.ts';",
      'worker/x.ts': "import '../shared/crypto/seal.ts';",
    });
    expect(violations).toEqual([
      'The Worker reaches shared/crypto/seal.ts: worker/index.ts -> worker/x.ts -> shared/crypto/seal.ts',
    ]);
  });
});
