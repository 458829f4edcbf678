import { browser } from 'wxt/browser';

/**
 * The bytes behind a `data:` address. (The pages' policy allows no `fetch` of one.)
 * Undefined where there are none.
 */
export function readDataAddress(address: string): Blob | undefined {
  const comma = address.indexOf(',');
  const head = /^data:([\w.+/-]+)((?:;[^;,]*)*)$/.exec(address.slice(0, Math.max(0, comma)));
  if (head === null) return undefined;
  const [, type = '', rest = ''] = head;
  const body = address.slice(comma + 1);
  try {
    const text = rest.includes(';base64') ? atob(body) : unescapeBytes(body);
    return new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], { type });
  } catch {
    return undefined;
  }
}

/** `%41b` as characters of its bytes. */
function unescapeBytes(text: string): string {
  const bytes = new TextEncoder().encode(decodeURIComponent(text));
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/**
 * Asks for the origin of a picture. To be called straight from a click.
 * @returns false where it is refused, or can't be asked for: only origins with encryption can
 */
export async function askForOrigin(address: string): Promise<boolean> {
  const origins = originsOf(address);
  try {
    if (!address.startsWith('https:')) return await browser.permissions.contains({ origins });
    return await browser.permissions.request({ origins });
  } catch {
    return false;
  }
}

/** The picture's bytes, once its origin was allowed; that is given back afterwards. Undefined where they can't be had. */
export async function fetchPicture(address: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(address, {
      credentials: 'include',
      referrerPolicy: 'no-referrer',
      cache: 'force-cache',
    });
    const blob = await response.blob();
    return response.ok && blob.type.startsWith('image/') ? blob : undefined;
  } catch {
    return undefined;
  } finally {
    // Kept for this picture only. What a person once allowed is not asked for again.
    await browser.permissions.remove({ origins: originsOf(address) }).catch(() => false);
  }
}

function originsOf(address: string): string[] {
  // Match patterns know no ports.
  const { protocol, hostname } = new URL(address);
  return [`${protocol}//${hostname}/*`];
}
