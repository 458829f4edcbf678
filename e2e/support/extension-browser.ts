import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
  type Worker,
} from '@playwright/test';
import { CHROMIUM_ARGS } from '../../scripts/browsers/chromium-args.ts';
import { findChromium } from '../../scripts/browsers/find-browser.ts';
import { pollUntil } from './poll-until.ts';
import { Popup } from './popup.ts';

/** The shipped extension, as `npm run build` makes it. */
export const EXTENSION_PATH = resolve(import.meta.dirname, '../../dist/extension/chrome-mv3');

const WINDOW_SIZE = '1280,900';

export interface ExtensionBrowserOptions {
  /** Device pixels to a CSS pixel, as a real screen has them. */
  readonly deviceScale: number;
  /** Folder of the unpacked extension. */
  readonly extensionPath: string;
  /** Folder of a profile that is there before and stays afterwards; a fresh one where left out. */
  readonly profile?: string;
}

/** A Chromium with a profile of its own and the built extension, clicked as a person would. */
export class ExtensionBrowser {
  readonly context: BrowserContext;
  readonly id: string;
  readonly options: ExtensionBrowserOptions;
  readonly #browser: CDPSession;
  /** Removed when the browser closes. */
  readonly #ownProfile: string | undefined;

  private constructor(
    context: BrowserContext,
    id: string,
    options: ExtensionBrowserOptions,
    browser: CDPSession,
    ownProfile?: string,
  ) {
    this.context = context;
    this.options = options;
    this.id = id;
    this.#browser = browser;
    this.#ownProfile = ownProfile;
  }

  static async launch(options: ExtensionBrowserOptions): Promise<ExtensionBrowser> {
    const { deviceScale, extensionPath, profile: given } = options;
    await access(extensionPath).catch(() => {
      throw new Error(`There is no ${extensionPath}: run npm run build first.`);
    });
    const executablePath = findChromium();
    const profile = given ?? (await mkdtemp(join(tmpdir(), 'inkseal-profile-')));
    const ownProfile = given === undefined ? profile : undefined;
    const context = await chromium.launchPersistentContext(profile, {
      ...(executablePath === undefined ? {} : { executablePath }),
      headless: true,
      // Playwright's own device scale would not reach captureVisibleTab.
      viewport: null,
      args: [
        ...CHROMIUM_ARGS,
        `--load-extension=${extensionPath}`,
        `--disable-extensions-except=${extensionPath}`,
        '--enable-unsafe-extension-debugging',
        `--force-device-scale-factor=${deviceScale}`,
        `--window-size=${WINDOW_SIZE}`,
      ],
    });
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    const browser = context.browser();
    if (browser === null) throw new Error('Chromium has no browser session');
    const session = await browser.newBrowserCDPSession();
    if (ownProfile) await closeFirstRun(context);
    const { host } = new URL(worker.url());
    await keepProcess(session, host);
    return new ExtensionBrowser(context, host, options, session, ownProfile);
  }

  /** Address of one of the extension's own pages. */
  url(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  /** The extension's service worker, started again if it slept. */
  async serviceWorker(): Promise<Worker> {
    await this.#askPage((session) =>
      session.send('ServiceWorker.startWorker', { scopeURL: this.url('') }),
    );
    const [worker] = this.context.serviceWorkers();
    return worker ?? (await this.context.waitForEvent('serviceworker'));
  }

  /** Opens one of the extension's pages in a tab of its own. */
  async open(path: string): Promise<Page> {
    const opened = this.context.waitForEvent('page');
    // At once, not through an empty page: that would start a process of its own, which costs more than most pages.
    await this.#browser.send('Target.createTarget', { url: this.url(path) });
    const page = await opened;
    await page.waitForLoadState();
    return page;
  }

  /** Clicks the real toolbar button while `page` is the active tab; grants activeTab for it. */
  async clickToolbar(page: Page): Promise<void> {
    await page.bringToFront();
    const targetId = await pollUntil(`${page.url()} to be the active tab`, async () => {
      const { targetInfos } = await this.#browser.send('Target.getTargets', {
        filter: [{ type: 'tab' }],
      });
      return (targetInfos as TabInfo[]).find(
        (tab) => tab.url === page.url() && tab.embedderData?.tabActive,
      )?.targetId;
    });
    // The protocol's types do not know this command yet.
    const send = this.#browser.send.bind(this.#browser) as SendUntyped;
    await send('Extensions.triggerAction', { id: this.id, targetId });
  }

  /** Clicks the toolbar button on `page` and attaches to the popup that opens. */
  async openPopup(page: Page, path = 'popup.html'): Promise<Popup> {
    await this.clickToolbar(page);
    return Popup.attach(this.#browser, this.url(path));
  }

  /**
   * Makes it as good as new: no tab but an empty one, nothing stored, no permission granted, the service worker stopped.
   * What a test added to the context (`addInitScript`, routes) stays, and so do the extension's own menus and sweeps.
   */
  async reset(): Promise<void> {
    const tabs = this.context.pages();
    const blank =
      tabs.find((page) => page.url() === 'about:blank') ?? (await this.context.newPage());
    await Promise.all(tabs.map((page) => (page === blank ? undefined : page.close())));
    await this.context.clearPermissions();
    const worker = await this.serviceWorker();
    await worker.evaluate(async () => {
      const { origins } = await chrome.permissions.getAll();
      if (origins.length > 0) await chrome.permissions.remove({ origins });
      for (const { name } of await chrome.alarms.getAll()) {
        if (name !== 'sweep-drafts') await chrome.alarms.clear(name);
      }
      await chrome.storage.local.clear();
      await chrome.storage.session.clear();
    });
    await this.#askPage(async (session) => {
      const stopped = new Promise<void>((resolve) => {
        session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          if (versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
        });
      });
      await session.send('ServiceWorker.stopAllWorkers');
      await stopped;
      await session.send('Storage.clearDataForOrigin', {
        origin: `chrome-extension://${this.id}`,
        storageTypes: 'cookies,file_systems,indexeddb,local_storage,cache_storage',
      });
    });
  }

  /** Speaks with Chromium about service workers and storage, which it takes through any tab. */
  async #askPage(ask: (session: CDPSession) => Promise<unknown>): Promise<void> {
    const page = this.context.pages()[0] ?? (await this.context.newPage());
    const session = await this.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await ask(session);
    await session.detach();
  }

  async close(): Promise<void> {
    await this.context.close();
    if (this.#ownProfile) await rm(this.#ownProfile, { recursive: true, force: true });
  }
}

/** Chromium ends the extension's process with its last page; one that nobody sees spares each test a new one. */
async function keepProcess(browser: CDPSession, id: string): Promise<void> {
  const unseen = { url: `chrome-extension://${id}/icon/16.png`, hidden: true };
  await browser.send('Target.createTarget', unseen);
}

/** What a new installation opens would come to the front at any moment of a test. */
async function closeFirstRun(context: BrowserContext): Promise<void> {
  const isFirstRun = (page: Page) => page.url().endsWith('/library.html');
  const open = context.pages().find(isFirstRun);
  await (open ?? (await context.waitForEvent('page', isFirstRun))).close();
}

declare const chrome: {
  readonly permissions: {
    getAll(): Promise<{ readonly origins: readonly string[] }>;
    remove(what: object): Promise<boolean>;
  };
  readonly alarms: {
    getAll(): Promise<readonly { readonly name: string }[]>;
    clear(name: string): Promise<boolean>;
  };
  readonly storage: Readonly<Record<'local' | 'session', { clear(): Promise<void> }>>;
};

type SendUntyped = (method: string, params: object) => Promise<unknown>;

interface TabInfo {
  readonly targetId: string;
  readonly url: string;
  readonly embedderData?: { readonly tabActive?: boolean };
}
