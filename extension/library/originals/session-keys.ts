import { browser } from 'wxt/browser';
import { decodeBase64url, encodeBase64url } from '../../../shared/crypto/base64url.ts';
import { KEY_BYTES, type SymmetricKey } from '../../../shared/crypto/brand.ts';
import { randomBytes } from '../../../shared/crypto/bytes.ts';

/* Keys of what must not outlive its tab. They lie in the browser's memory only, and are gone when it ends. */

const PREFIX = 'original:';

interface SessionKey {
  /** base64url. */
  readonly key: string;
  /** The tab that the session lives in. */
  readonly tabId: number;
}

/** The key of a session, made when first asked for; the session belongs to the tab that asks. */
export async function makeSessionKey(sessionId: string): Promise<SymmetricKey> {
  const tab = await browser.tabs.getCurrent();
  const known = await readEntry(sessionId);
  const key = known?.key ?? encodeBase64url(randomBytes(KEY_BYTES));
  const entry: SessionKey = { key, tabId: tab?.id ?? browser.tabs.TAB_ID_NONE };
  await browser.storage.session.set({ [PREFIX + sessionId]: entry });
  return decodeKey(entry);
}

export async function readSessionKey(sessionId: string): Promise<SymmetricKey | undefined> {
  const entry = await readEntry(sessionId);
  return entry && decodeKey(entry);
}

export async function deleteSessionKey(sessionId: string): Promise<void> {
  await browser.storage.session.remove(PREFIX + sessionId);
}

/** All sessions that have a key, and the tab of each. */
export async function listSessions(): Promise<ReadonlyMap<string, number>> {
  const all = (await browser.storage.session.get(null)) as Record<string, SessionKey>;
  const entries = Object.entries(all).filter(([name]) => name.startsWith(PREFIX));
  return new Map(entries.map(([name, { tabId }]) => [name.slice(PREFIX.length), tabId]));
}

async function readEntry(sessionId: string): Promise<SessionKey | undefined> {
  const name = PREFIX + sessionId;
  return (await browser.storage.session.get(name))[name] as SessionKey | undefined;
}

const decodeKey = ({ key }: SessionKey) => decodeBase64url(key, KEY_BYTES) as SymmetricKey;
