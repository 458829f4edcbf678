import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/* The configuration of workerd (workerd.capnp) as Miniflare makes it, cut down to one Worker and what it uses. */

type Value = string | number | boolean | readonly Value[] | Struct;

interface Struct {
  readonly [name: string]: Value;
}

type Service = Struct & {
  readonly name: string;
  readonly worker?: Struct & { readonly bindings?: readonly Binding[] };
};

type Binding = Struct & { readonly name: string };

/** What Miniflare writes where `MINIFLARE_WORKERD_CONFIG_DEBUG` says. */
export interface WorkerdConfig {
  readonly services: readonly Service[];
  readonly extensions: readonly Value[];
}

export interface BareOptions {
  /** Name of the Worker's service. */
  readonly main: string;
  /** Names of bindings that the Worker does not get. */
  readonly without: readonly string[];
  readonly port: number;
}

/** To Miniflare's process, for logs of its own workers. */
const LOOPBACK = 'MINIFLARE_LOOPBACK';

/** Only this machine: the authorities of others take longer to read than all else. */
const INTERNET: Service = { name: 'internet', network: { allow: ['private'] } };

/** Writes it into `folder`. @returns the file for `workerd serve` */
export async function writeBareConfig(
  folder: string,
  { services, extensions }: WorkerdConfig,
  { main, without, port }: BareOptions,
): Promise<string> {
  const own = services.map((service) => strip(service, [...without, LOOPBACK]));
  const config = {
    services: [...findUsed(own, main), INTERNET],
    extensions,
    sockets: [{ name: 'entry', address: `127.0.0.1:${port}`, service: main, http: {} }],
  };
  const modules: string[] = [];
  const printed = print(config, modules);
  const path = join(folder, 'workerd.capnp');
  const schema = 'using Workerd = import "/workerd/workerd.capnp";';
  await writeFile(path, `${schema}\nconst config :Workerd.Config = ${printed};\n`);
  for (const [index, module] of modules.entries()) {
    await writeFile(join(folder, nameModule(index)), module);
  }
  return path;
}

/** Without bindings, and without ways to Miniflare's cache and outgoing proxy, and to containers. */
function strip(service: Service, without: readonly string[]): Service {
  if (service.worker === undefined) return service;
  const { cacheApiOutbound: _, globalOutbound: __, containerEngine: ___, ...rest } = service.worker;
  const bindings = rest.bindings?.filter(({ name }) => !without.includes(name)) ?? [];
  return { ...service, worker: { ...rest, bindings } };
}

/** The service of that name and all that it names, directly or not. */
function findUsed(services: readonly Service[], main: string): readonly Service[] {
  const used = new Set(services.filter(({ name }) => name === main));
  for (const service of used) {
    const named = new Set(listTexts(service));
    for (const other of services) if (named.has(other.name)) used.add(other);
  }
  return [...used];
}

function listTexts(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' ? Object.values(value).flatMap(listTexts) : [];
}

/** In Cap'n Proto's text format; the modules in files, whose contents are put into `modules`. */
function print(value: Value, modules: string[]): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map((part) => print(part, modules)).join(', ')}]`;
  const fields = Object.entries(value).map(([name, field]) => {
    const isModule = name === 'esModule' && typeof field === 'string';
    return `${name} = ${isModule ? `embed "${nameModule(modules.push(field) - 1)}"` : print(field, modules)}`;
  });
  return `(${fields.join(', ')})`;
}

const nameModule = (index: number): string => `module-${index}.js`;
