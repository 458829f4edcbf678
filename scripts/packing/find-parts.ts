/**
 * Chunks that are loaded only when somebody reads, draws or writes Mermaid, or writes a PDF or the letters of an SVG;
 * named after the module they begin with.
 */
const LAZY_CHUNK =
  /(^|\/)(draw-mermaid|mermaid-format|mermaid-dialog|make-pdf|outline-text)(-[^/]*)?\.js$/;
/** Pages of accounts and operators, and what is named after them. */
const ACCOUNT_FILE = /(^|\/)(account|operator)[\w-]*\.(html|js|css)$/;

export interface Parts {
  /** What Mermaid or PDF need and no page loads from its beginning. */
  readonly lazy: ReadonlySet<string>;
  /** Those of the lazy ones that are also loaded for something else, but never before somebody asks for it. */
  readonly sharedLazy: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
}

/** Tells the parts of the built extension apart. @param files by their paths in it */
export function findParts(files: ReadonlyMap<string, Buffer>): Parts {
  const paths = [...files.keys()];
  const isNamed = (path: string) => path.startsWith('chunks/') || path.endsWith('.woff');
  const starts = paths.filter((path) => !isNamed(path));
  const atStart = reach(files, starts, IMPORTED, () => false);
  const isLazyStart = (path: string) => LAZY_CHUNK.test(path) && !atStart.has(path);
  const withoutLazy = reach(files, starts, NAMED, isLazyStart);
  const forLazy = reach(files, paths.filter(isLazyStart), NAMED, (path) => atStart.has(path));
  const lazy = new Set(paths.filter((path) => !withoutLazy.has(path) || forLazy.has(path)));
  const others = starts.filter((path) => !ACCOUNT_FILE.test(path));
  const withoutAccounts = reach(files, others, NAMED, (path) => ACCOUNT_FILE.test(path));
  return {
    lazy,
    sharedLazy: new Set([...lazy].filter((path) => withoutLazy.has(path))),
    accounts: new Set(paths.filter((path) => !lazy.has(path) && !withoutAccounts.has(path))),
  };
}

type Reading = (path: string, text: string) => Iterable<string>;

/** `starts` and what they load, without what `isShut` says. */
function reach(
  files: ReadonlyMap<string, Buffer>,
  starts: Iterable<string>,
  read: Reading,
  isShut: (path: string) => boolean,
): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const path of reached) {
    if (!/\.(html|js|json)$/.test(path)) continue;
    for (const found of read(path, files.get(path)?.toString() ?? '')) {
      if (files.has(found) && !isShut(found)) reached.add(found);
    }
  }
  return reached;
}

/** What comes with a file at once: scripts of a page, chunks that a chunk imports, fonts. */
const IMPORTED: Reading = (path, text) => readNames(path, text, /(?:from|import)\s*["'`]/);

/** That, and what it may import later. */
const NAMED: Reading = (path, text) => readNames(path, text, /(?:from|import)\s*\(?\s*["'`]/);

// A chunk that loads a lazy one also lists what that needs, in strings; only its own imports count.
function* readNames(path: string, text: string, before: RegExp): Iterable<string> {
  const names = path.endsWith('.js')
    ? new RegExp(`${before.source}\\.{0,2}\\/(?:chunks\\/)?([\\w.~-]+\\.js)["'\`]`, 'g')
    : /["'`]\/?chunks\/([\w.~-]+\.js)["'`]/g;
  for (const [, name] of text.matchAll(names)) yield `chunks/${name}`;
  for (const [, name] of text.matchAll(/assets\/([\w.~-]+\.woff)\b/g)) yield `assets/${name}`;
}
