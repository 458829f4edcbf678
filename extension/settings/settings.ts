import { openDatabase } from '../storage/database.ts';

export type Theme = 'system' | 'light' | 'dark';

export interface Settings {
  /** Scheme, host and port of the server that new shares go to. */
  readonly origin: string;
  readonly views: number;
  readonly expiresInSeconds: number;
  /** A capture is sealed and its link copied without asking further. */
  readonly shareAtOnce: boolean;
  readonly theme: Theme;
  /** After so long without use an account is locked; null: only when the browser closes. */
  readonly lockAfterMinutes: number | null;
}

/** What the profile holds: only what its user changed, so that better defaults reach everybody. */
export type StoredSettings = Partial<Settings>;

declare const __DEFAULT_ORIGIN__: string;

export const DEFAULT_SETTINGS: Settings = {
  origin: __DEFAULT_ORIGIN__,
  views: 1,
  expiresInSeconds: 7 * 24 * 60 * 60,
  shareAtOnce: false,
  theme: 'system',
  lockAfterMinutes: 15,
};

const KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  const stored = await (await openDatabase()).get('settings', KEY);
  return { ...DEFAULT_SETTINGS, ...stored };
}

export async function changeSettings(change: StoredSettings): Promise<Settings> {
  const database = await openDatabase();
  const transaction = database.transaction('settings', 'readwrite');
  const stored = { ...(await transaction.store.get(KEY)), ...change };
  await transaction.store.put(stored, KEY);
  await transaction.done;
  return { ...DEFAULT_SETTINGS, ...stored };
}
