import { browser } from 'wxt/browser';
import type { Parts } from './page/parts.ts';

export interface PageResult<Result> {
  readonly documentId: string;
  readonly result: Result;
}

/** Runs a part of a capture in the tab's page. Throws where no script may run, and where the page goes meanwhile. */
export async function runInPage<Name extends keyof Parts>(
  tabId: number,
  name: Name,
): Promise<PageResult<ReturnType<Parts[Name]>>> {
  const files = ['/capture-in-page.js' as const];
  const [loaded] = await browser.scripting.executeScript({ target: { tabId }, files });
  if (!loaded) throw new Error('The page is gone');
  const { documentId } = loaded;
  const [ran] = await browser.scripting.executeScript({
    target: { tabId, documentIds: [documentId] },
    func: runKept,
    args: [name],
  });
  if (!ran) throw new Error('The page is gone');
  return { documentId, result: ran.result as ReturnType<Parts[Name]> };
}

/** Runs in the page, where `keepParts` left them. */
function runKept(name: keyof Parts): unknown {
  return (globalThis as { [key: symbol]: Parts | undefined })[Symbol.for('inkseal parts')]?.[
    name
  ]();
}
