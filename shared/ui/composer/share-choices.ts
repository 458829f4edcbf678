import type { ConfigAnswer } from '../../api/contract.ts';
import { envelopeLength } from '../../crypto/envelope.ts';
import { CryptoError } from '../../crypto/error.ts';
import { encodePassphrase } from '../../crypto/passphrase.ts';
import { MAX_NOTE_CODE_POINTS } from '../../crypto/share-meta.ts';
import * as text from '../text/composer.ts';

/** How a share can be opened, as a person chooses it. */
export interface ShareChoices {
  /** `NaN` while the field holds no number. */
  readonly views: number;
  readonly expiresInSeconds: number;
  /** Empty: none. */
  readonly passphrase: string;
  /** Empty: none. */
  readonly note: string;
}

const HOUR = 3600;
const DAY = 24 * HOUR;

export const DEFAULT_CHOICES: ShareChoices = {
  views: 1,
  expiresInSeconds: 7 * DAY,
  passphrase: '',
  note: '',
};

/** What is offered to choose from, as far as a server takes it. */
export const EXPIRIES_SECONDS = [300, HOUR, DAY, 7 * DAY, 30 * DAY];

/** Whether content of so many bytes falls under the server's bound for large content. */
export function isLarge(contentBytes: number, config: ConfigAnswer): boolean {
  return envelopeLength('content', contentBytes) > config.content.inlineBytes;
}

/** The expiries to choose from, in seconds: those that the server takes for content of so many bytes. */
export function expiryChoices(contentBytes: number, config: ConfigAnswer): number[] {
  const { min, max, maxLarge } = config.expiresInSeconds;
  const most = isLarge(contentBytes, config) ? Math.min(max, maxLarge) : max;
  const fitting = EXPIRIES_SECONDS.filter((seconds) => seconds >= min && seconds <= most);
  return fitting.length > 0 ? fitting : [most];
}

/** `choices` with an expiry that the server takes: the chosen one, or the longest below it. */
export function fitExpiry(
  choices: ShareChoices,
  contentBytes: number,
  config: ConfigAnswer,
): ShareChoices {
  const offered = expiryChoices(contentBytes, config);
  const fitting = offered.filter((seconds) => seconds <= choices.expiresInSeconds);
  return { ...choices, expiresInSeconds: fitting.at(-1) ?? (offered[0] as number) };
}

/** What is wrong, said beside the field it belongs to. */
export type ChoiceProblems = Partial<Record<'views' | 'passphrase' | 'note', string>>;

/** Empty where the server would take `choices`. */
export function findProblems(choices: ShareChoices, config: ConfigAnswer): ChoiceProblems {
  const { min, max } = config.views;
  const noteLength = [...choices.note].length;
  const passphrase = complainAboutPassphrase(choices.passphrase);
  const isCount = Number.isInteger(choices.views) && choices.views >= min && choices.views <= max;
  return {
    ...(isCount ? {} : { views: text.viewsInvalid(max) }),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(noteLength <= MAX_NOTE_CODE_POINTS
      ? {}
      : { note: text.noteTooLong(MAX_NOTE_CODE_POINTS, noteLength) }),
  };
}

function complainAboutPassphrase(passphrase: string): string | undefined {
  if (passphrase === '') return undefined;
  try {
    encodePassphrase(passphrase);
    return undefined;
  } catch (error) {
    return error instanceof CryptoError ? error.message : text.failed;
  }
}
