import { ExtensionBrowser, type ExtensionBrowserOptions } from './extension-browser.ts';

/** One browser for each kind of options, for the tests of a process, one after the other: starting one takes longer than most tests. */
export class KeptBrowsers {
  readonly #kept = new Map<string, ExtensionBrowser>();

  /** A browser as good as new. */
  async take(options: ExtensionBrowserOptions): Promise<ExtensionBrowser> {
    const key = JSON.stringify(options);
    const kept = this.#kept.get(key);
    if (kept) {
      await kept.reset();
      return kept;
    }
    const launched = await ExtensionBrowser.launch(options);
    this.#kept.set(key, launched);
    return launched;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#kept.values()].map((browser) => browser.close()));
  }
}
