import { expect, test } from 'vitest';
import { CaptureError, isWhyNot, whyNotFromUrl, whyNotOf } from './why-not.ts';

test.each([
  ['chrome://settings/', 'browserPage'],
  ['edge://settings/', 'browserPage'],
  ['about:blank', 'browserPage'],
  ['devtools://devtools/bundled/inspector.html', 'browserPage'],
  ['', 'browserPage'],
  ['view-source:https://example.com/', 'sourceView'],
  ['chrome-extension://oaejefmndjpdnfenllnkmihgimefikea/share.html', 'otherExtension'],
  ['https://chromewebstore.google.com/category/extensions', 'webStore'],
  ['https://chrome.google.com/webstore/detail/x', 'webStore'],
  ['https://chrome.google.com/other', undefined],
  ['https://example.com/a.pdf', undefined],
  ['http://127.0.0.1:8787/', undefined],
  ['file:///tmp/a.html', undefined],
])('%s: %s', (url, why) => {
  expect(whyNotFromUrl(url)).toBe(why);
});

test('an error says why, and an unknown one that it failed', () => {
  expect(whyNotOf(new CaptureError('tabChanged'))).toBe('tabChanged');
  expect(whyNotOf(new Error('x'))).toBe('failed');
  expect(isWhyNot('webStore')).toBe(true);
  expect(isWhyNot('toString')).toBe(false);
});
