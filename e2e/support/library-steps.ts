import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { bundleScript } from '../../scripts/browsers/bundle-script.ts';
import type { ExtensionBrowser } from './extension-browser.ts';
import type { SeededDiagram } from './library-harness.ts';

/** Brings the library's own code into a page of the extension, as `harness`; or what another harness holds. */
export async function addHarness(page: Page, file = 'library-harness.ts'): Promise<void> {
  const bundle = await bundleScript(resolve(import.meta.dirname, file));
  const session = await page.context().newCDPSession(page);
  // The page's policy lets in no script of another's; the debugger's is not asked.
  const { exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `(() => {${bundle}})()`,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
  await session.detach();
}

/** Opens the library with these diagrams in it. */
export async function openSeeded(
  extension: ExtensionBrowser,
  diagrams: readonly SeededDiagram[],
): Promise<Page> {
  const page = await extension.open('library.html');
  await addHarness(page);
  await page.evaluate((seeded) => harness.seed(seeded), diagrams);
  return page;
}

/** Opens the editor on an empty sheet, and waits until what is drawn would be kept. */
export async function openEditor(extension: ExtensionBrowser): Promise<Page> {
  const page = await extension.open('editor.html#new');
  await page.locator('.saving').waitFor({ state: 'attached' });
  return page;
}

/** A library as somebody has it after a while. */
export const LIBRARY: readonly SeededDiagram[] = [
  { name: 'Login flow', boxes: ['Browser', 'Login', 'Token'], tags: ['auth'], folder: 'Work' },
  { name: 'Order pipeline', boxes: ['Shop', 'Queue', 'Billing', 'Mail'], tags: ['infra', 'auth'] },
  { name: 'Backup plan', boxes: ['Disk', 'Vault'], tags: ['infra'], folder: 'Work' },
  { name: 'Garden', boxes: ['Roses', 'Überdachung', 'Pond'], folder: 'Home' },
  { name: '', boxes: ['Sketch'] },
];
