import type { Page } from '@playwright/test';
import { prepareUpload } from '../shared/api/client/create-share.ts';
import {
  narrowShare,
  readEvents,
  readStatus,
  revokeShare,
} from '../shared/api/client/own-share.ts';
import { formatLink } from '../shared/crypto/link.ts';
import { sealShare } from '../shared/crypto/share.ts';
import { expect, takeScreenshots, test } from './fixtures.ts';
import { expectAccessible } from './support/expect-accessible.ts';
import { makeShare, textContent } from './support/make-share.ts';

/* Every page that shows no share: what it says, that it says it to everybody, and that it leads on where it can. */

const SECRET = 'the launch code';
const POLICY = { views: 1, expiresInSeconds: 3600 };

function title(page: Page) {
  return page.getByRole('heading', { level: 1 });
}

function openButton(page: Page) {
  return page.getByRole('button', { name: 'Open the share' });
}

function retryButton(page: Page) {
  return page.getByRole('button', { name: 'Try again' });
}

test('revoked, expired and unknown shares say so', async ({ page, server }) => {
  const revoked = await makeShare(server.url, textContent(SECRET));
  await revokeShare(revoked);
  await page.goto(revoked.link);
  await expect(title(page)).toHaveText('This share was revoked');
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-revoked');

  const expired = await makeShare(server.url, textContent(SECRET));
  await narrowShare(expired, { expiresInSeconds: 1 });
  await page.waitForTimeout(1200);
  await page.goto(expired.link);
  await expect(title(page)).toHaveText('This share has expired');

  const { link } = await sealShare(textContent(SECRET));
  await page.goto(formatLink(server.url, link));
  await expect(title(page)).toHaveText('There is no such share');
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-missing');
});

test('a share that is gone between the look and the click is not opened', async ({
  page,
  server,
}) => {
  const share = await makeShare(server.url, textContent(SECRET));
  await page.goto(share.link);
  await expect(openButton(page)).toBeVisible();
  await revokeShare(share);
  await openButton(page).click();
  await expect(title(page)).toHaveText('This share was revoked');
  await expect(title(page)).toBeFocused();
});

test('a link without its key is not complete, and a reload says what to do', async ({
  page,
  server,
}) => {
  const share = await makeShare(server.url, textContent(SECRET));
  for (const broken of [share.link.split('#')[0], share.link.slice(0, -1), `${share.link}x`]) {
    await page.goto(broken as string);
    await expect(title(page)).toHaveText('This link is not complete');
    expect(page.url()).toBe(share.link.split('#')[0]);
  }
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-incomplete');
  // The whole link pasted over the broken one changes the fragment only, which loads nothing anew.
  await page.goto(share.link);
  await expect(openButton(page)).toBeVisible();
  await page.reload();
  await expect(page.getByText('If you reloaded this page')).toBeVisible();
  expect((await readStatus(share)).remaining).toBe(1);
});

test('a link whose # was escaped still opens, and says that its key was sent', async ({
  page,
  server,
}) => {
  for (const escaped of ['%23', '?utm_source=mail%23']) {
    const share = await makeShare(server.url, textContent(SECRET));
    await page.goto(share.link.replace('#', escaped));
    await expect(page.getByText('its key was sent over the network')).toBeVisible();
    expect(page.url()).toBe(share.link.split('#')[0]);
    await openButton(page).click();
    await expect(page.locator('pre')).toHaveText(SECRET);
  }
  await expect(page.getByText('its key was sent over the network')).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-key-was-sent');
});

test('what was changed on the server does not open, and nothing of it is shown', async ({
  page,
  server,
}) => {
  const [sealed, other] = [await sealShare(textContent(SECRET)), await sealShare(textContent('x'))];
  await prepareUpload(server.url, { ...sealed, sealContent: other.sealContent }, POLICY).run();
  await page.goto(formatLink(server.url, sealed.link));
  await openButton(page).click();
  await expect(title(page)).toHaveText('This share does not open');
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-damaged');
});

test('without an answer to the look, no view is used, and trying again goes on', async ({
  page,
  server,
}) => {
  const share = await makeShare(server.url, textContent(SECRET));
  await page.route('**/api/**', (route) => route.abort());
  await page.goto(share.link);
  await expect(title(page)).toHaveText('The server can’t be reached');
  await expect(page.getByText('No view was used.')).toBeVisible();
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-unreachable');
  await page.unroute('**/api/**');
  await retryButton(page).click();
  await expect(openButton(page)).toBeVisible();
});

test('a server that dies under the claim costs no second view', async ({ page, server }) => {
  const share = await makeShare(server.url, textContent(SECRET), { views: 2 });
  await page.goto(share.link);
  await expect(openButton(page)).toBeVisible();
  // The view is taken, but the answer never arrives.
  await page.route('**/claim', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await openButton(page).click();
  await expect(title(page)).toHaveText('The server can’t be reached');
  await expect(page.getByText('takes no second one')).toBeVisible();
  expect((await readStatus(share)).remaining).toBe(1);
  await server.restart();
  await page.unroute('**/claim');
  await retryButton(page).click();
  await expect(page.locator('pre')).toHaveText(SECRET);
  await expect(page.getByText('1 view left.')).toBeVisible();
  expect((await readStatus(share)).remaining).toBe(1);
});

test('offline, the page waits and goes on by itself', async ({ page, server, context }) => {
  const share = await makeShare(server.url, textContent(SECRET));
  await page.goto(share.link.split('#')[0] as string);
  await expect(title(page)).toHaveText('This link is not complete');
  await context.setOffline(true);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, share.link.split('#')[1] as string);
  await expect(title(page)).toHaveText('You are offline');
  await expectAccessible(page);
  await takeScreenshots(page, 'reader-offline');
  await context.setOffline(false);
  await expect(openButton(page)).toBeVisible();
});

test('a server restarted between create and claim still has the share', async ({
  page,
  server,
}) => {
  const share = await makeShare(server.url, textContent(SECRET));
  await server.restart();
  await page.goto(share.link);
  await openButton(page).click();
  await expect(page.locator('pre')).toHaveText(SECRET);
});

test.describe('with a server that takes one look a minute', () => {
  test.use({
    serverOptions: {
      configure: (worker) => ({
        ...worker,
        ratelimits: {
          ...worker.ratelimits,
          OPEN_LIMIT: { namespace_id: '1002', simple: { limit: 1, period: 60 } },
        },
      }),
    },
  });

  test('too many requests say how long to wait', async ({ page, server }) => {
    const share = await makeShare(server.url, textContent(SECRET));
    await expect(async () => {
      await page.goto('about:blank');
      await page.goto(share.link);
      await expect(title(page)).toHaveText('Too many requests', { timeout: 1000 });
    }).toPass();
    await expect(page.getByText(/asks to wait 1 minute|asks to wait \d+ seconds?/)).toBeVisible();
    await expect(page.getByText('No view was used.')).toBeVisible();
    await expectAccessible(page);
    await takeScreenshots(page, 'reader-limited');
  });
});

test.describe('passphrase', () => {
  test('a wrong one is counted and said, the right one opens', async ({ page, server }) => {
    const share = await makeShare(server.url, textContent(SECRET), { passphrase: 'crème brûlée' });
    await page.goto(share.link);
    await openButton(page).click();
    await expect(page.getByText('Type the passphrase')).toBeVisible();
    const field = page.getByLabel('Passphrase', { exact: true });
    await expect(field).toBeFocused();
    expect((await readEvents(share)).map(({ kind }) => kind)).toEqual(['created', 'opened']);

    await field.fill('creme brulee');
    await page.keyboard.press('Enter');
    await expect(page.getByText('9 tries left')).toBeVisible();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page);
    await takeScreenshots(page, 'reader-passphrase');
    await page.getByLabel('Show passphrase').check();
    await field.fill('cre\u0300me bru\u0302le\u0301e');
    await expect(field).toHaveAttribute('type', 'text');
    await openButton(page).click();
    await expect(page.locator('pre')).toHaveText(SECRET);
    expect((await readEvents(share)).map(({ kind }) => kind)).toEqual([
      'created',
      'opened',
      'wrong-view',
      'revealed',
      'acknowledged',
    ]);
  });

  test('a link that lost its mark for the passphrase still asks for it', async ({
    page,
    server,
  }) => {
    const share = await makeShare(server.url, textContent(SECRET), { passphrase: 'right' });
    await page.goto(share.link.replace('#1p.', '#1.'));
    await openButton(page).click();
    await page.getByLabel('Passphrase', { exact: true }).fill('right');
    await openButton(page).click();
    await expect(page.locator('pre')).toHaveText(SECRET);
  });

  test('ten wrong ones destroy the share', async ({ page, server }) => {
    const share = await makeShare(server.url, textContent(SECRET), { passphrase: 'right' });
    await page.goto(share.link);
    for (let left = 9; left >= 1; left--) {
      await page.getByLabel('Passphrase', { exact: true }).fill(`wrong ${left}`);
      await openButton(page).click();
      await expect(page.getByText(left === 1 ? '1 try left' : `${left} tries left`)).toBeVisible();
    }
    await page.getByLabel('Passphrase', { exact: true }).fill('wrong again');
    await openButton(page).click();
    await expect(title(page)).toHaveText('This share was destroyed');
    expect((await readStatus(share)).state).toBe('destroyed');
  });
});

test.describe('where the page cannot start', () => {
  test('a browser that lacks something is told so, and the link stays in the address bar', async ({
    page,
    server,
  }) => {
    const share = await makeShare(server.url, textContent(SECRET));
    await page.addInitScript(() => Reflect.deleteProperty(AbortSignal, 'any'));
    await page.goto(share.link);
    await expect(page.getByText('This page could not start here.')).toBeVisible();
    expect(page.url()).toBe(share.link);
    await expectAccessible(page);
    await takeScreenshots(page, 'reader-too-old');
  });

  test('without scripts the words come by themselves', async ({ browser, server }) => {
    const share = await makeShare(server.url, textContent(SECRET));
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(share.link);
    const words = page.getByText('This page could not start here.');
    await expect(words).toBeHidden();
    await expect(words).toBeVisible();
    await context.close();
  });
});

test('the page is the same for every id and tells link previews nothing', async ({
  request,
  server,
}) => {
  const share = await makeShare(server.url, textContent(SECRET));
  const [one, two] = await Promise.all(
    [share.link.split('#')[0] as string, `${server.url}/s/AAAAAAAAAAAAAAAAAAAAAA`].map((url) =>
      request.get(url).then((answer) => answer.text()),
    ),
  );
  expect(one).toBe(two);
  expect(one).toContain('property="og:title" content="A sealed share"');
  expect(one).toContain('name="robots" content="noindex"');
  expect(await (await request.get(`${server.url}/robots.txt`)).text()).toContain('Disallow: /s/');
  expect((await request.get(`${server.url}/favicon.svg`)).headers()['content-type']).toMatch(/svg/);
  expect((await readEvents(share)).map(({ kind }) => kind)).toEqual(['created']);
});
