import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createBuilder } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const DIST = mkdtempSync(join(tmpdir(), 'inkseal-viewer-'));
const LIMIT_BYTES = 20_000;

beforeAll(async () => {
  const configFile = resolve(import.meta.dirname, 'vite.config.ts');
  const builder = await createBuilder({ configFile, logLevel: 'error', build: { outDir: DIST } });
  await builder.buildApp();
});

afterAll(() => rmSync(DIST, { recursive: true }));

/** Every file that a page loads before anybody touches it: what its HTML names, and all static imports of that. */
function filesOf(html: string): string[] {
  const files = new Set([html]);
  for (const file of files) {
    const source = readFileSync(resolve(DIST, `./${file}`), 'utf8');
    const names = file.endsWith('.html')
      ? source.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)
      : source.matchAll(/(?:\bfrom|^import|[;}]import)\s*["'`]\.\/([\w.-]+)["'`]/g);
    for (const [, name = ''] of names)
      files.add(name.startsWith('assets/') ? name : `assets/${name}`);
  }
  return [...files];
}

function sourcesOf(html: string): string {
  return filesOf(html)
    .map((file) => readFileSync(resolve(DIST, file), 'utf8'))
    .join('\n');
}

test(`the page of a share weighs at most ${LIMIT_BYTES} bytes, gzip, with all that it loads`, () => {
  const weights = filesOf('s.html').map((file) => {
    return [file, gzipSync(readFileSync(resolve(DIST, file)), { level: 9 }).length] as const;
  });
  expect(weights.map(([file]) => file.split('.').at(-1)).sort()).toEqual(['css', 'html', 'js']);
  const total = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
  console.log(`The page of a share weighs ${total} bytes: ${JSON.stringify(weights)}`);
  expect(total).toBeLessThanOrEqual(LIMIT_BYTES);
});

test('recipients get no code that seals or draws a QR code, and nobody gets a validator', () => {
  const reader = sourcesOf('s.html');
  const composer = sourcesOf('index.html');
  // Each stands in what the composer loads, so that the test would see it in the reader's page too.
  for (const mark of ['/api/v1/config', '`encrypt`', 'Seal and share', '/complete']) {
    expect(composer.includes(mark), mark).toBe(true);
    expect(reader.includes(mark), mark).toBe(false);
  }
  for (const mark of ['ZodError', 'zod', 'Data too long']) {
    expect((reader + composer).includes(mark), mark).toBe(false);
  }
});

test('the pages hold no inline script or style, and name nothing of another origin', () => {
  for (const name of ['s.html', 'index.html']) {
    const html = readFileSync(resolve(DIST, name), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    const addresses = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(
      addresses.filter((address) => !/^(?:\/$|\/assets\/|data:image\/svg)/.test(address ?? '')),
    ).toEqual([]);
  }
});
