import type { Page } from '@playwright/test';
import { expectAccessible } from './expect-accessible.ts';
import { takeScreenshots } from './screenshot.ts';

/** Looks at a screen with every eye: a picture for people, axe for the rest. */
export async function look(page: Page, name: string): Promise<void> {
  await takeScreenshots(page, name);
  await expectAccessible(page);
}
