import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { SealMark } from '../../shared/ui/seal-mark.tsx';
import type { CaptureAnswer, CaptureRequest } from '../capture/messages.ts';
import type { WhyNot } from '../capture/why-not.ts';
import { listDrafts } from '../drafts/store-drafts.ts';
import { shareUrl } from '../share/open-share-tab.ts';
import './popup.css';

type CaptureType = CaptureRequest['type'];

/** What the toolbar button opens: everything that one can begin here. */
export function Popup() {
  const [whyNot, setWhyNot] = useState<WhyNot>();
  const [busy, setBusy] = useState(false);
  const keys = useCommandKeys();
  const draftCount = useDraftCount();

  async function capture(type: CaptureType): Promise<void> {
    setBusy(true);
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const request: CaptureRequest = { type, tabId: tab?.id ?? browser.tabs.TAB_ID_NONE };
    const answer = await ask(request);
    if (answer.ok) return window.close();
    setWhyNot(answer.why);
    setBusy(false);
  }

  return (
    <main class="popup">
      <h1 class="brand">
        <SealMark />
        {i18n.t('name')}
      </h1>
      {whyNot && (
        <div class="notice small" role="alert">
          <p>{i18n.t(`whyNot.${whyNot}`)}</p>
          <p>{i18n.t('popup.stillWorks')}</p>
        </div>
      )}
      <Action
        label={i18n.t('popup.region')}
        hint={keys['capture-region']}
        primary={!whyNot}
        disabled={busy}
        onClick={() => capture('capture-region')}
      />
      <Action
        label={i18n.t('popup.visible')}
        hint={keys['capture-visible']}
        disabled={busy}
        onClick={() => capture('capture-visible')}
      />
      <Action label={i18n.t('popup.text')} onClick={() => openTab(shareUrl({ write: 'text' }))} />
      <Action label={i18n.t('popup.files')} onClick={() => openTab(shareUrl({ write: 'files' }))} />
      <hr />
      <Action label={i18n.t('popup.openLink')} onClick={() => openTab('/reader.html')} />
      <Action
        label={i18n.t('popup.shares')}
        hint={draftCount === 0 ? undefined : i18n.t('popup.drafts', draftCount)}
        onClick={() => openTab('/my-shares.html')}
      />
      <Action label={i18n.t('popup.settings')} onClick={() => openTab('/settings.html')} />
    </main>
  );
}

async function ask(request: CaptureRequest): Promise<CaptureAnswer> {
  try {
    return await browser.runtime.sendMessage(request);
  } catch {
    return { ok: false, why: 'failed' };
  }
}

interface ActionProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly primary?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Action({ label, hint, primary, disabled, onClick }: ActionProps) {
  return (
    <button
      type="button"
      class={primary ? 'action primary' : 'action'}
      disabled={disabled}
      onClick={onClick}
    >
      <span>{label}</span>
      {hint && <span class="hint">{hint}</span>}
    </button>
  );
}

async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
  window.close();
}

/** The keys that the user, or else the browser, gave to each command. */
function useCommandKeys(): Readonly<Record<string, string>> {
  const [keys, setKeys] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    void browser.commands.getAll().then((commands) => {
      setKeys(Object.fromEntries(commands.map(({ name, shortcut }) => [name, shortcut])));
    });
  }, []);
  return keys;
}

function useDraftCount(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    void listDrafts().then((drafts) => setCount(drafts.length));
  }, []);
  return count;
}
