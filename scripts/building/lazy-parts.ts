/** Chunks that are loaded only when somebody draws Mermaid or writes a PDF; named after the module they begin with. */
const LAZY_CHUNK = /(^|\/)(draw-mermaid|write-pdf)-[^/]*\.js$/;

/**
 * Files of the built extension that only the lazy chunks load: they themselves, and what nothing else reaches.
 *
 * @param sources text of each file, by its path in the extension
 */
export function findLazyFiles(sources: ReadonlyMap<string, string>): ReadonlySet<string> {
  const isChunk = (path: string) => path.startsWith('chunks/');
  const reached = new Set([...sources.keys()].filter((path) => !isChunk(path)));
  for (const path of reached) {
    if (LAZY_CHUNK.test(path)) continue;
    for (const found of readImports(path, sources.get(path) ?? '')) {
      if (sources.has(found) && !LAZY_CHUNK.test(found)) reached.add(found);
    }
  }
  return new Set([...sources.keys()].filter((path) => !reached.has(path)));
}

/** Chunks that a page, a script or a chunk names in a script tag, an import or a list of what to load with it. */
function* readImports(path: string, text: string): Iterable<string> {
  if (!/\.(html|js|json)$/.test(path)) return;
  // A chunk that loads a lazy one also lists what that needs, in strings; only its own imports count.
  const names = path.endsWith('.js')
    ? /(?:from|import)\s*\(?\s*["'`]\.{0,2}\/(?:chunks\/)?([\w.~-]+\.js)["'`]/g
    : /["'`]\/?chunks\/([\w.~-]+\.js)["'`]/g;
  for (const [, name] of text.matchAll(names)) yield `chunks/${name}`;
}
