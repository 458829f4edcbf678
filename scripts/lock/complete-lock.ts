/** What a lock says about one installed package; only what is needed here. */
export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export type LockedPackages = Readonly<Record<string, LockedPackage>>;

export interface MissingPackage {
  /** The package that would use it on its platform. */
  readonly parent: string;
  readonly name: string;
  readonly version: string;
}

const EXACT_VERSION = /^\d+\.\d+\.\d+\S*$/;

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/^(win32|windows)$/, 'win32'],
  [/^(darwin|macos)$/, 'darwin'],
  [/^linux(musl)?$/, 'linux'],
  [/^(android|freebsd|netbsd|openbsd|sunos|aix|openharmony)$/, '$&'],
];
const PROCESSORS: readonly (readonly [RegExp, string])[] = [
  [/^(64|x64)$/, 'x64'],
  [/^(arm64|arm|ia32|ppc64|s390x|riscv64|loong64|mips64el|wasm32)$/, '$&'],
];
const LIBRARIES: readonly (readonly [RegExp, string])[] = [
  [/^(linuxmusl|musl|musleabihf)$/, 'musl'],
  [/^(gnu|glibc|gnueabihf)$/, 'glibc'],
];

/**
 * Lists the optional dependencies that the lock leaves out. A registry may lack the packages of other
 * platforms when the lock is made; whoever installs on such a platform would then get no binary at all.
 */
export function listMissing(packages: LockedPackages): MissingPackage[] {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => {
        const found = findLocked(packages, parent, name);
        return found === undefined || (EXACT_VERSION.test(version) && found.version !== version);
      })
      .map(([name, version]) => ({ parent, name, version })),
  );
}

/** Where Node would find `name` from `parent`: beside it, or in a folder above. */
function findLocked(
  packages: LockedPackages,
  parent: string,
  name: string,
): LockedPackage | undefined {
  for (
    let folder = parent;
    ;
    folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')
  ) {
    const found = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (found !== undefined || folder === '') return found;
  }
}

/** The packages with an entry for everything that `listMissing` names, sorted as npm sorts them. */
export function completeLock(packages: LockedPackages): LockedPackages {
  const added = listMissing(packages).map(({ parent, name, version }): [string, LockedPackage] => {
    if (!EXACT_VERSION.test(version)) {
      throw new Error(`${parent} wants ${name} ${version}, which is no exact version`);
    }
    const { dev } = packages[parent] ?? {};
    const isTopLevelFree = packages[`node_modules/${name}`] === undefined;
    const path = `${isTopLevelFree ? '' : `${parent}/`}node_modules/${name}`;
    return [path, { version, ...describePlatform(name), ...(dev ? { dev } : {}), optional: true }];
  });
  const { '': root = {}, ...rest } = packages;
  const entries = [...Object.entries(rest), ...added];
  entries.sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { '': root, ...Object.fromEntries(entries) };
}

/** Reads the platform from a name such as `@biomejs/cli-linux-x64-musl`; throws when it names none. */
export function describePlatform(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = (name.split('/').at(-1) ?? name).split('-');
  const os = findWord(words, SYSTEMS);
  const cpu = findWord(words, PROCESSORS);
  const libc = os === 'linux' ? findWord(words, LIBRARIES) : undefined;
  if (os === undefined && cpu === undefined) throw new Error(`${name} names no platform`);
  return {
    ...(os === undefined ? {} : { os: [os] }),
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(libc === undefined ? {} : { libc: [libc] }),
  };
}

function findWord(
  words: readonly string[],
  table: readonly (readonly [RegExp, string])[],
): string | undefined {
  for (const [pattern, meaning] of table) {
    const word = words.find((candidate) => pattern.test(candidate));
    if (word !== undefined) return word.replace(pattern, meaning);
  }
  return undefined;
}
