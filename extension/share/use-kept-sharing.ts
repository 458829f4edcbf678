import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { ConfigAnswer } from '../../shared/api/contract.ts';
import { DEFAULT_CHOICES, type ShareChoices } from '../../shared/ui/composer/share-choices.ts';
import type { SharedShare } from '../../shared/ui/composer/sharing.ts';
import { type UseConfig, useConfig } from '../../shared/ui/composer/use-config.ts';
import { type UseSharing, useSharing } from '../../shared/ui/composer/use-sharing.ts';
import { deleteDraft } from '../drafts/store-drafts.ts';
import { keepShare } from '../my-shares/store-shares.ts';
import type { Settings } from '../settings/settings.ts';

interface KeptSharingOptions {
  readonly settings: Settings;
  /** What the share is called in My shares. */
  readonly label: string;
  /** The draft that it is made of at the end, done with once it is shared. */
  readonly draftId: RefObject<string | undefined>;
  readonly copyAtOnce?: boolean;
}

/** How it went beside the sharing itself. */
export interface KeptOutcome {
  readonly copied?: boolean;
  readonly kept: boolean;
}

export interface KeptSharing extends UseConfig {
  readonly sharing: UseSharing;
  readonly choices: ShareChoices;
  readonly config: ConfigAnswer | undefined;
  readonly outcome: KeptOutcome | undefined;
}

/** As the composer's sharing, with what the extension adds: My shares, drafts, and the clipboard. */
export function useKeptSharing(options: KeptSharingOptions): KeptSharing {
  const { settings, label, draftId, copyAtOnce } = options;
  const { origin } = settings;
  const [outcome, setOutcome] = useState<KeptOutcome>();
  const server = useConfig(origin);

  async function onShared(share: SharedShare): Promise<void> {
    const copied = copyAtOnce ? { copied: await copyText(share.link) } : {};
    const kept = await keep(share);
    setOutcome({ ...copied, kept });
    if (draftId.current) await deleteDraft(draftId.current).catch(() => {}); // else swept later
    draftId.current = undefined;
  }

  async function keep(share: SharedShare): Promise<boolean> {
    try {
      await keepShare(share, label);
      return true;
    } catch {
      return false; // the link is here all the same
    }
  }

  const sharing = useSharing({ origin, onShared });
  return { ...server, sharing, choices: choicesFrom(settings), outcome };
}

/** What a share begins with, as the user has set it. */
export function choicesFrom({ views, expiresInSeconds }: Settings): ShareChoices {
  return { ...DEFAULT_CHOICES, views, expiresInSeconds };
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
