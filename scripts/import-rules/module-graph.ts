import { posix } from 'node:path';
import { parseSync } from 'vite';

export interface ImportEdge {
  readonly from: string;
  /** Path of a file of ours, or the name of a package, a Node module or a virtual module. */
  readonly to: string;
  readonly isOurs: boolean;
  /** Erased before anything runs: `import type`, `export type … from`. */
  readonly isType: boolean;
}

/** Each file of ours by its path from the repository's root, with its source text. */
export type Sources = ReadonlyMap<string, string>;

/** Reads every import, export-from and dynamic import of the sources. */
export function readImports(sources: Sources): ImportEdge[] {
  return [...sources].flatMap(([from, text]) =>
    listRequests(from, text).map(({ request, isType }) => {
      const isOurs = request.startsWith('.');
      const to = isOurs
        ? posix.join(posix.dirname(from), request.replace(/\?.*$/, ''))
        : packageName(request);
      return { from, to, isOurs, isType };
    }),
  );
}

interface Request {
  readonly request: string;
  readonly isType: boolean;
}

function listRequests(path: string, text: string): Request[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const isType = (start: number) => /^(import|export)\s+type\b/.test(text.slice(start, start + 20));
  const statics = module.staticImports.map(({ start, moduleRequest }) => ({
    request: moduleRequest.value,
    isType: isType(start),
  }));
  const reexports = module.staticExports.flatMap(({ start, entries }) =>
    entries.flatMap(({ moduleRequest }) =>
      moduleRequest ? [{ request: moduleRequest.value, isType: isType(start) }] : [],
    ),
  );
  const dynamics = module.dynamicImports.map(({ moduleRequest }) => ({
    request: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
    isType: false,
  }));
  return [...statics, ...reexports, ...dynamics];
}

function packageName(request: string): string {
  const [first = request, second] = request.split('/');
  return first.startsWith('@') && second !== undefined ? `${first}/${second}` : first;
}

/**
 * Everything that runs because one of `entries` does, with the way that leads there.
 *
 * @returns file or package -> chain of files from an entry to it
 */
export function reachAtRunTime(
  edges: readonly ImportEdge[],
  entries: readonly string[],
): Map<string, string[]> {
  const reached = new Map(entries.map((entry) => [entry, [entry]]));
  const queue = [...entries];
  for (let from = queue.shift(); from !== undefined; from = queue.shift()) {
    const way = reached.get(from) ?? [];
    for (const edge of edges) {
      if (edge.from !== from || edge.isType || reached.has(edge.to)) continue;
      reached.set(edge.to, [...way, edge.to]);
      if (edge.isOurs) queue.push(edge.to);
    }
  }
  return reached;
}
