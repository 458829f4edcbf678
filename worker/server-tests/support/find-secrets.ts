import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestServer } from './test-server.ts';

/** Everything that the server wrote: its files and its log, by name. */
export type Dump = ReadonlyMap<string, Buffer>;

export async function readEverything({ folder, log }: TestServer): Promise<Dump> {
  const contents = new Map([['the log', Buffer.from(log.join('\n'))]]);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((found) => found.isFile())) {
    const path = join(entry.parentPath, entry.name);
    contents.set(path, await readFile(path));
  }
  return contents;
}

/** The names of what holds `secret`, in any spelling in which bytes could have been written down. */
export function whereIs(secret: Buffer, dump: Dump): string[] {
  const wanted = spellings(secret);
  return [...dump]
    .filter(([path, content]) =>
      wanted.some((bytes) => content.includes(bytes) || path.includes(bytes.toString())),
    )
    .map(([path]) => path);
}

function spellings(secret: Buffer): Buffer[] {
  const texts = (['hex', 'base64url', 'base64'] as const).map((encoding) =>
    secret.toString(encoding),
  );
  return [
    secret,
    ...texts.map((text) => Buffer.from(text)),
    Buffer.from(texts[0]?.toUpperCase() ?? ''),
  ];
}
