import { browser } from 'wxt/browser';
import type { ScriptStart } from './page/run-once.ts';
import { type Awaited, expectFrom } from './pending.ts';
import { CaptureError, whyNotFromUrl } from './why-not.ts';

type ScriptFile = '/region.js' | '/element.js' | '/full-page.js';

/** Lets a script of the extension run in the tab's page, which comes back with what is awaited. @throws {CaptureError} */
export async function startScript(
  tabId: number,
  file: ScriptFile,
  awaited: Awaited,
): Promise<void> {
  const { url = '' } = await browser.tabs.get(tabId);
  const why = whyNotFromUrl(url);
  if (why) throw new CaptureError(why);
  const start = inject(tabId, file).then(({ documentId, start }) => {
    if (start === 'not-html') throw new CaptureError('notHtml');
    // What is there already was awaited before.
    return start === 'shown' ? { documentId, awaited } : undefined;
  });
  await expectFrom(tabId, start);
}

async function inject(
  tabId: number,
  file: ScriptFile,
): Promise<{ documentId: string; start: ScriptStart }> {
  try {
    const [result] = await browser.scripting.executeScript({ target: { tabId }, files: [file] });
    if (!result) throw new CaptureError('failed');
    return { documentId: result.documentId, start: result.result as ScriptStart };
  } catch (cause) {
    throw new CaptureError('browserPage', { cause });
  }
}
