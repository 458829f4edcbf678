import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { EXTENSION_PATH } from './support/extension-browser.ts';

const ID = 'oaejefmndjpdnfenllnkmihgimefikea';

test('installing asks for nothing, and the shipped manifest says no more than it must', async ({
  extension,
}) => {
  const text = await readFile(`${EXTENSION_PATH}/manifest.json`, 'utf8');
  const manifest = JSON.parse(text);
  expect(manifest.permissions.toSorted()).toEqual([
    'activeTab',
    'alarms',
    'contextMenus',
    'identity',
    'scripting',
    'storage',
    'unlimitedStorage',
  ]);
  expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  for (const field of [
    'host_permissions',
    'optional_permissions',
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
  ]) {
    expect(manifest).not.toHaveProperty(field);
  }
  const policy = manifest.content_security_policy.extension_pages;
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("trusted-types 'none'");

  expect(manifest.sandbox.pages).toEqual(['diagrams.html']);
  const sandboxed = manifest.content_security_policy.sandbox;
  expect(sandboxed).toContain("sandbox allow-scripts; default-src 'none'; script-src 'self';");
  expect(sandboxed).not.toMatch(/connect-src|allow-same-origin|unsafe-eval|https?:/);

  expect(extension.id).toBe(ID);
  const page = await extension.open('settings.html');
  const warnings = await page.evaluate(
    (manifest) =>
      new Promise((resolve) => {
        chrome.management.getPermissionWarningsByManifest(manifest, resolve);
      }),
    text,
  );
  expect(warnings).toEqual([]);
});

declare const chrome: {
  readonly management: {
    getPermissionWarningsByManifest(
      manifest: string,
      answer: (warnings: readonly string[]) => void,
    ): void;
  };
};
