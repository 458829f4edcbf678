import { test as base } from '../fixtures.ts';
import { EXTENSION_PATH, ExtensionBrowser } from './extension-browser.ts';
import { changeSettings } from './extension-steps.ts';
import { Inbox } from './inbox.ts';
import { TestServer } from './test-server.ts';

interface AccountFixtures {
  /** What the server's environment says beside the rest. */
  bindings: Readonly<Record<string, string>>;
  /** The mail that `server` sends. */
  inbox: Inbox;
  /** The browser of another device, or of somebody else. */
  other: ExtensionBrowser;
}

/** For tests of accounts: `server` sends mail to `inbox`, and both browsers have their accounts there. */
export const test = base.extend<AccountFixtures>({
  bindings: [{}, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright insists on a pattern even when nothing is needed.
  inbox: async ({}, use) => {
    const inbox = await Inbox.open();
    await use(inbox);
    await inbox.close();
  },
  server: async ({ inbox, bindings }, use) => {
    const server = await TestServer.create({
      configure: (worker) => {
        const configured = inbox.configure(worker);
        return { ...configured, bindings: { ...configured.bindings, ...bindings } };
      },
    });
    await use(server);
    await server.destroy();
  },
  extension: async ({ extension, server }, use) => {
    await changeSettings(extension, { origin: server.url });
    await use(extension);
  },
  other: async ({ server }, use) => {
    const other = await ExtensionBrowser.launch({ deviceScale: 1, extensionPath: EXTENSION_PATH });
    await changeSettings(other, { origin: server.url });
    await use(other);
    await other.close();
  },
});
