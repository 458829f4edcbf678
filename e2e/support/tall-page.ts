import type { Page } from '@playwright/test';
import type { TestSite } from './test-site.ts';

/** In the window of these tests. */
const SECTIONS_A_SCREEN = 2.4;

const STYLE = `
  html { scroll-behavior: smooth; scroll-snap-type: y mandatory }
  body { margin: 0; font: 16px/1.5 sans-serif; background: #fdf8ee }
  header { position: sticky; top: 0; height: 56px; background: #124; color: #fff; z-index: 2 }
  footer { position: fixed; bottom: 0; left: 0; right: 0; height: 44px; background: #412; color: #fff }
  .help { position: fixed; right: 20px; bottom: 70px; width: 60px; height: 60px; border-radius: 50%; background: #0a7 }
  section { height: 340px; scroll-snap-align: start; border-bottom: 1px solid #987; position: relative }
  h2 { position: sticky; top: 56px; margin: 0; background: #fed }
  .spin { width: 40px; height: 40px; background: #a00; animation: spin 1s linear infinite }
  .fade { animation: fade 2s }
  @keyframes spin { to { transform: rotate(360deg) } }
  @keyframes fade { from { opacity: 0 } }
  img { width: 300px; height: 120px }
  p { columns: 3; margin: 4px 0 }
`;

const WORDS =
  'Grumpy wizards make toxic brew for the evil queen and jack while five boxing lynx jump. ';

/**
 * A page of so many windows of which everything would show in a picture that was put together badly: what sticks and what is fixed,
 * images that load late, what snaps, scrolls smoothly and moves.
 */
export function putTallPage(site: TestSite, screens: number): string {
  const sections = Array.from({ length: screens * SECTIONS_A_SCREEN }, (_, i) => {
    const path = `/image-${i}.svg`;
    site.put(path, image(i), 'image/svg+xml');
    return `<section><h2>Section ${i}</h2><img loading="lazy" src="${path}" alt="">
      <div class="fade">Number ${i}</div><p>${WORDS.repeat(2 + (i % 4))}</p></section>`;
  });
  return site.put(
    '/tall',
    `<!doctype html><title>Tall</title><style>${STYLE}</style>
      <header>Header</header><main>${sections.join('')}</main>
      <footer>Footer</footer><div class="help"></div>`,
  );
}

function image(i: number): string {
  const bars = Array.from(
    { length: 15 },
    (_, j) =>
      `<rect x="${j * 20}" width="20" height="120" fill="hsl(${(i * 37 + j * 24) % 360} 70% 50%)"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120">${bars.join('')}</svg>`;
}

/** The page as a window would show it that is as high as all of it. */
export async function renderTall(page: Page): Promise<Buffer> {
  const size = await page.evaluate(() => ({
    width: innerWidth,
    height: document.documentElement.scrollHeight,
  }));
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setDeviceMetricsOverride', {
    ...size,
    deviceScaleFactor: 0,
    mobile: false,
  });
  await page.waitForFunction((height) => innerHeight === height, size.height);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await page.waitForTimeout(500);
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  await session.send('Emulation.clearDeviceMetricsOverride');
  await session.detach();
  return Buffer.from(data, 'base64');
}
