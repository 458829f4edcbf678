import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestServer } from './test-server.ts';

/** Everything that the server wrote: its files and its log, by name. */
export type Dump = ReadonlyMap<string, Buffer>;

/** Read again from the start where a file went meanwhile: an object that falls asleep moves its journal into its file. */
export async function readEverything({ folder, log }: TestServer): Promise<Dump> {
  let files: Dump | null = null;
  while (files === null) files = await readFiles(folder);
  return new Map([['the log', Buffer.from(log.join('\n'))], ...files]);
}

/** All files below `folder`; `null` where one that was listed is gone. */
async function readFiles(folder: string): Promise<Dump | null> {
  const contents = new Map<string, Buffer>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((found) => found.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (content === null) return null;
    contents.set(path, content);
  }
  return contents;
}

/** The names of what holds `secret`, in any spelling in which bytes could have been written down. */
export function whereIs(secret: Buffer, dump: Dump): string[] {
  return findSecrets(new Map([['it', secret]]), dump).map(({ path }) => path);
}

/** Where each of `secrets`, by name, is held or named; looks at every byte once for all of them. */
export function findSecrets(
  secrets: ReadonlyMap<string, Buffer>,
  dump: Dump,
): { readonly name: string; readonly path: string }[] {
  const wanted = [...secrets].flatMap(([name, secret]) =>
    spellings(secret).map((bytes) => ({ name, bytes })),
  );
  const beginnings = indexBeginnings(wanted);
  return [...dump].flatMap(([path, content]) => {
    const places = Buffer.concat([Buffer.from(path), Buffer.from('\n'), content]);
    return [...findNames(beginnings, places)].map((name) => ({ name, path }));
  });
}

interface Wanted {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What begins with the same two bytes. */
type Beginnings = readonly (readonly Wanted[] | undefined)[];

function indexBeginnings(wanted: readonly Wanted[]): Beginnings {
  const beginnings = new Array<Wanted[] | undefined>(65_536).fill(undefined);
  for (const each of wanted) {
    const beginning = each.bytes.readUInt16BE();
    beginnings[beginning] = [...(beginnings[beginning] ?? []), each];
  }
  return beginnings;
}

function findNames(beginnings: Beginnings, content: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  let beginning = content[0] ?? 0;
  for (let end = 1; end < content.length; end++) {
    beginning = ((beginning << 8) | (content[end] as number)) & 0xffff;
    const candidates = beginnings[beginning];
    if (candidates === undefined) continue;
    const at = end - 1;
    for (const { name, bytes } of candidates) {
      if (isAt(content, at, bytes)) names.add(name);
    }
  }
  return names;
}

function isAt(content: Buffer, at: number, bytes: Buffer): boolean {
  const end = at + bytes.length;
  return end <= content.length && content.compare(bytes, 0, bytes.length, at, end) === 0;
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
