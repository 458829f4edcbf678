import { ExtensionBrowser, type ExtensionBrowserOptions } from './extension-browser.ts';

/** One browser for the tests of a process, one after the other: starting one takes longer than most tests. */
export class KeptBrowser {
  #kept: ExtensionBrowser | undefined;

  /** The browser as good as new; another one where the options are others. */
  async take(options: ExtensionBrowserOptions): Promise<ExtensionBrowser> {
    const kept = this.#kept;
    if (kept && isSame(kept.options, options)) {
      await kept.reset();
      return kept;
    }
    await this.close();
    this.#kept = await ExtensionBrowser.launch(options);
    return this.#kept;
  }

  async close(): Promise<void> {
    const kept = this.#kept;
    this.#kept = undefined;
    await kept?.close();
  }
}

function isSame(a: ExtensionBrowserOptions, b: ExtensionBrowserOptions): boolean {
  return a.deviceScale === b.deviceScale && a.extensionPath === b.extensionPath;
}
