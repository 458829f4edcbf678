import { type ImportEdge, reachAtRunTime, readImports, type Sources } from './module-graph.ts';

const SURFACES = ['extension', 'viewer', 'cli', 'worker'];

/** The only parts of shared/crypto that the Worker may run: parsing and hashing, nothing that seals or opens. */
const WORKER_CRYPTO = ['base64url', 'brand', 'bytes', 'error', 'hash', 'link-text', 'share-id'].map(
  (name) => `shared/crypto/${name}.ts`,
);

/** Packages that a folder may import; a folder that is not named may import any. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'shared/crypto/': ['hpke'],
  'shared/api/': ['zod'],
};

/** Folders of ours that a folder may import, itself included. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  'shared/crypto/': ['shared/crypto/'],
  'shared/api/': ['shared/api/', 'shared/crypto/'],
  'shared/scene/': ['shared/scene/', 'shared/crypto/'],
  'shared/account/': ['shared/account/', 'shared/api/', 'shared/crypto/', 'shared/keys/'],
  'shared/ui/': ['shared/'],
  ...Object.fromEntries(SURFACES.map((name) => [`${name}/`, [`${name}/`, 'shared/']])),
};

/** Parts of the Worker that its routes stand on and that must not know of them. */
const WORKER_GROUND = ['worker/durable-objects/', 'worker/database/', 'worker/storage/'];

/**
 * Checks who may import whom.
 *
 * @param sources every source file of the product, tests left out
 * @returns one sentence for each violation
 */
export function checkImports(sources: Sources): string[] {
  const edges = readImports(sources);
  return [
    ...edges.flatMap(checkFolder),
    ...edges.flatMap(checkPackage),
    ...edges.flatMap(checkLayer),
    ...checkZeroKnowledge(edges),
    ...checkUnreached(edges, under(sources, 'worker/durable-objects/'), 'hono'),
    ...checkUnreached(edges, under(sources, 'viewer/'), 'zod'),
    ...checkUnreached(edges, under(sources, 'shared/crypto/'), 'zod'),
  ];
}

function under(sources: Sources, folder: string): string[] {
  return [...sources.keys()].filter((path) => path.startsWith(folder));
}

function checkFolder({ from, to, isOurs }: ImportEdge): string[] {
  const allowed = Object.entries(FOLDERS).find(([folder]) => from.startsWith(folder))?.[1];
  if (!isOurs || allowed === undefined || allowed.some((folder) => to.startsWith(folder)))
    return [];
  return [`${from} imports ${to}; it may import only ${allowed.join(', ')}`];
}

function checkPackage({ from, to, isOurs }: ImportEdge): string[] {
  const allowed = Object.entries(PACKAGES).find(([folder]) => from.startsWith(folder))?.[1];
  if (isOurs || allowed === undefined || allowed.includes(to)) return [];
  return [`${from} imports ${to}; of packages it may import only ${allowed.join(', ')}`];
}

function checkLayer({ from, to }: ImportEdge): string[] {
  const isBack =
    WORKER_GROUND.some((folder) => from.startsWith(folder)) && to.startsWith('worker/routes/');
  return isBack ? [`${from} imports ${to}; routes stand on it, never the other way round`] : [];
}

function checkZeroKnowledge(edges: readonly ImportEdge[]): string[] {
  return [...reachAtRunTime(edges, ['worker/index.ts'])]
    .filter(([path]) => path.startsWith('shared/crypto/') && !WORKER_CRYPTO.includes(path))
    .map(([path, way]) => `The Worker reaches ${path}: ${way.join(' -> ')}`);
}

function checkUnreached(
  edges: readonly ImportEdge[],
  entries: readonly string[],
  name: string,
): string[] {
  const way = reachAtRunTime(edges, entries).get(name);
  return way === undefined ? [] : [`${name} is reached: ${way.join(' -> ')}`];
}
