import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { SealMark } from '../../shared/ui/seal-mark.tsx';
import { type CaptureAnswer, type CaptureRequest, DELAYS } from '../capture/messages.ts';
import type { WhyNot } from '../capture/why-not.ts';
import { listDrafts } from '../drafts/store-drafts.ts';
import { recoverUrl } from '../recovery/recover-url.ts';
import { shareUrl } from '../share/open-share-tab.ts';
import { CaptureStanding } from './capture-standing.tsx';
import './popup.css';
import { useLastRegion } from './use-last-region.ts';
import { useStanding } from './use-standing.ts';

type CaptureType = CaptureRequest['type'];

/** What the toolbar button opens: everything that one can begin here. */
export function Popup() {
  const [whyNot, setWhyNot] = useState<WhyNot>();
  const [busy, setBusy] = useState(false);
  const keys = useCommandKeys();
  const draftCount = useDraftCount();
  const hasLastRegion = useLastRegion();
  const doing = useStanding();

  async function capture(type: CaptureType, delay?: CaptureRequest['delay']): Promise<void> {
    setBusy(true);
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    const tabId = tab?.id ?? browser.tabs.TAB_ID_NONE;
    const answer = await ask({ type, tabId, ...(delay ? { delay } : {}) });
    // The way through a long page is shown here.
    if (answer.ok && type !== 'capture-full-page') return window.close();
    if (!answer.ok) setWhyNot(answer.why);
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
      {doing ? (
        <CaptureStanding doing={doing} />
      ) : (
        <section class="pairs" aria-label={i18n.t('popup.captures')}>
          <Action
            label={i18n.t('popup.region')}
            hint={keys['capture-region']}
            primary={!whyNot}
            wide
            disabled={busy}
            onClick={() => capture('capture-region')}
          />
          <Action
            label={i18n.t('popup.visible')}
            hint={keys['capture-visible']}
            disabled={busy}
            onClick={() => capture('capture-visible')}
          />
          <Action
            label={i18n.t('popup.element')}
            hint={keys['capture-element']}
            disabled={busy}
            onClick={() => capture('capture-element')}
          />
          <Action
            label={i18n.t('popup.fullPage')}
            hint={keys['capture-full-page']}
            wide={!hasLastRegion}
            disabled={busy}
            onClick={() => capture('capture-full-page')}
          />
          {hasLastRegion && (
            <Action
              label={i18n.t('popup.again')}
              hint={keys['capture-again']}
              disabled={busy}
              onClick={() => capture('capture-again')}
            />
          )}
          <p class="delays">
            <span class="hint">{i18n.t('popup.after')}</span>
            {DELAYS.map((seconds) => (
              <button
                key={seconds}
                type="button"
                aria-label={i18n.t('popup.afterSeconds', [String(seconds)])}
                disabled={busy}
                onClick={() => capture('capture-visible', seconds)}
              >
                {i18n.t('popup.seconds', [String(seconds)])}
              </button>
            ))}
          </p>
          <Action label={i18n.t('popup.diagrams')} wide disabled={busy} onClick={openDiagrams} />
        </section>
      )}
      <hr />
      <section class="pairs" aria-label={i18n.t('popup.make')}>
        <Action label={i18n.t('popup.text')} onClick={() => openTab(shareUrl({ write: 'text' }))} />
        <Action
          label={i18n.t('popup.files')}
          onClick={() => openTab(shareUrl({ write: 'files' }))}
        />
        <Action label={i18n.t('popup.newDiagram')} onClick={() => openTab('/editor.html#new')} />
        <Action label={i18n.t('popup.openLink')} onClick={() => openTab('/reader.html')} />
      </section>
      <hr />
      <nav class="pairs places" aria-label={i18n.t('popup.places')}>
        <Action label={i18n.t('popup.library')} onClick={() => openTab('/library.html')} />
        <Action
          label={i18n.t('popup.shares')}
          hint={draftCount === 0 ? undefined : i18n.t('popup.drafts', draftCount)}
          onClick={() => openTab('/my-shares.html')}
        />
        <Action label={i18n.t('popup.account')} onClick={() => openTab('/account.html')} />
        <Action label={i18n.t('popup.settings')} onClick={() => openTab('/settings.html')} />
      </nav>
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
  /** Over both columns. */
  readonly wide?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Action({ label, hint, primary, wide, disabled, onClick }: ActionProps) {
  return (
    <button
      type="button"
      class={`action${primary ? ' primary' : ''}${wide ? ' wide' : ''}`}
      disabled={disabled}
      onClick={onClick}
    >
      <span>{label}</span>
      {hint && <span class="hint">{hint}</span>}
    </button>
  );
}

async function openDiagrams(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  await openTab(recoverUrl(tab?.id ?? browser.tabs.TAB_ID_NONE));
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
