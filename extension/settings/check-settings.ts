import { i18n } from '#i18n';
import type { ConfigAnswer } from '../../shared/api/contract.ts';
import { askServer, parseServerAddress } from './server-address.ts';
import type { Settings } from './settings.ts';

/** What is wrong, in words, beside the field it belongs to. */
export type SettingsProblems = Partial<Record<'origin' | 'views', string>>;

interface CheckedSettings {
  readonly problems: SettingsProblems;
  /** Missing where there are problems. */
  readonly settings?: Settings;
}

const PATIENCE_MS = 10_000;
/** What the protocol allows at most; a server may allow less and is asked. */
const VIEWS = { min: 1, max: 100 };

/** Checks what was typed, and asks the server when it is another one than `known`. */
export async function checkSettings(typed: Settings, known: Settings): Promise<CheckedSettings> {
  const origin = parseServerAddress(typed.origin);
  if (origin === undefined) return { problems: { origin: i18n.t('settings.serverInvalid') } };
  const answer = await ask(origin);
  if (origin !== known.origin && answer === 'silent') {
    return { problems: { origin: i18n.t('settings.serverSilent') } };
  }
  if (answer === 'another') return { problems: { origin: i18n.t('settings.serverAnother') } };
  const { min, max } = answer === 'silent' ? VIEWS : answer.views;
  if (!Number.isInteger(typed.views) || typed.views < min || typed.views > max) {
    return { problems: { views: i18n.t('settings.viewsInvalid', [String(min), String(max)]) } };
  }
  return { problems: {}, settings: { ...typed, origin } };
}

async function ask(origin: string): Promise<ConfigAnswer | 'silent' | 'another'> {
  try {
    return (await askServer(origin, AbortSignal.timeout(PATIENCE_MS))) ?? 'another';
  } catch {
    return 'silent';
  }
}
