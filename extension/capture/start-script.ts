import { browser } from 'wxt/browser';
import type { ScriptStart } from './page/run-once.ts';
import { type Awaited, expectFrom } from './pending.ts';
import { type PageResult, runInPage } from './run-in-page.ts';
import { CaptureError, whyNotFromUrl } from './why-not.ts';

type Choosing = 'region' | 'element' | 'full-page';

/** Lets a script of the extension run in the tab's page, which comes back with what is awaited. @throws {CaptureError} */
export async function startScript(tabId: number, part: Choosing, awaited: Awaited): Promise<void> {
  const { url = '' } = await browser.tabs.get(tabId);
  const why = whyNotFromUrl(url);
  if (why) throw new CaptureError(why);
  const start = run(tabId, part).then(({ documentId, result }) => {
    if (result === 'not-html') throw new CaptureError('notHtml');
    // What is there already was awaited before.
    return result === 'shown' ? { documentId, awaited } : undefined;
  });
  await expectFrom(tabId, start);
}

/** @throws {CaptureError} */
async function run(tabId: number, part: Choosing): Promise<PageResult<ScriptStart>> {
  try {
    return await runInPage(tabId, part);
  } catch (cause) {
    throw new CaptureError('browserPage', { cause });
  }
}
