import { parseLink, type ShareLink } from '../../shared/crypto/link.ts';

export interface TakenLink {
  /** Missing where the address holds no whole link. */
  readonly link?: ShareLink;
  /** The key stood in path or query: a gateway escaped the `#`, and the server was sent the key. */
  readonly keyWasSent: boolean;
}

/** Reads the link from the address bar and leaves nothing of its key there. */
export function takeLink(): TakenLink {
  const { pathname, search, hash } = location;
  history.replaceState(null, '', /^\/s\/[\w-]*/.exec(pathname)?.[0] ?? '/');
  const sent = readLink(pathname + search);
  const link = readLink(pathname + search + hash);
  return { ...(link ? { link } : {}), keyWasSent: sent !== undefined };
}

function readLink(address: string): ShareLink | undefined {
  try {
    return parseLink(address);
  } catch {
    return undefined;
  }
}
