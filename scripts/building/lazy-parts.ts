/**
 * Chunks that are loaded only when somebody draws Mermaid, writes a PDF or the letters of an SVG, or chooses a
 * password; named after the module they begin with.
 */
const LAZY_CHUNK = /(^|\/)(draw-mermaid|make-pdf|outline-text|rate-password)-[^/]*\.js$/;

/**
 * Files of the built extension that only the lazy chunks load: they themselves, and what nothing else reaches.
 *
 * @param sources text of each file, by its path in the extension
 */
export function findLazyFiles(sources: ReadonlyMap<string, string>): ReadonlySet<string> {
  const isNamed = (path: string) => path.startsWith('chunks/') || path.endsWith('.woff');
  const reached = new Set([...sources.keys()].filter((path) => !isNamed(path)));
  for (const path of reached) {
    if (LAZY_CHUNK.test(path)) continue;
    for (const found of readImports(path, sources.get(path) ?? '')) {
      if (sources.has(found) && !LAZY_CHUNK.test(found)) reached.add(found);
    }
  }
  return new Set([...sources.keys()].filter((path) => !reached.has(path)));
}

/** What a page, a script or a chunk names in a script tag, an import, a list of what to load with it, or as a font. */
function* readImports(path: string, text: string): Iterable<string> {
  if (!/\.(html|js|json)$/.test(path)) return;
  // A chunk that loads a lazy one also lists what that needs, in strings; only its own imports count.
  const names = path.endsWith('.js')
    ? /(?:from|import)\s*\(?\s*["'`]\.{0,2}\/(?:chunks\/)?([\w.~-]+\.js)["'`]/g
    : /["'`]\/?chunks\/([\w.~-]+\.js)["'`]/g;
  for (const [, name] of text.matchAll(names)) yield `chunks/${name}`;
  for (const [, name] of text.matchAll(/assets\/([\w.~-]+\.woff)\b/g)) yield `assets/${name}`;
}
