import { readConfig } from '../../shared/api/client/read-config.ts';
import type { ConfigAnswer } from '../../shared/api/contract.ts';
import { PROTOCOL_VERSION, SERVER_NAME } from '../../shared/api/limits.ts';

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Reads what a person typed as a server's address; undefined where it is none, or not safe to use. */
export function parseServerAddress(text: string): string | undefined {
  const typed = text.trim();
  try {
    const url = new URL(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
    if (url.username || url.password) return undefined;
    return isSafe(url) ? url.origin : undefined;
  } catch {
    return undefined;
  }
}

/** Without encryption only this computer is reached: whoever sits between could read claims. */
function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL_HOSTS.has(url.hostname));
}

/** The limits of the Inkseal server at `origin`; undefined where something else answers. @throws as `readConfig` */
export async function askServer(
  origin: string,
  signal: AbortSignal,
): Promise<ConfigAnswer | undefined> {
  const config = await readConfig(origin, signal);
  return config.name === SERVER_NAME && config.protocol === PROTOCOL_VERSION ? config : undefined;
}
