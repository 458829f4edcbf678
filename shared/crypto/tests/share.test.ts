import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bytes } from '../bytes.ts';
import { formatLink, parseLink } from '../link.ts';
import { deriveViewKeys } from '../link-keys.ts';
import { openShare, type SealedShare, sealShare } from '../share.ts';
import { cuts, equal, randomKey, someBytes } from './arbitraries.ts';
import { collect, streamBytes } from './streams.ts';

describe('a share', () => {
  it('of any items comes out as it went in, from nothing but its link', async () => {
    const lengths = fc.array(fc.oneof(fc.nat(10), fc.nat(40_000)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        lengths,
        cuts,
        fc.option(fc.string({ minLength: 1 })),
        async (sizes, blocks, note) => {
          const data = sizes.map(someBytes);
          const items = data.map((bytes, i) => ({
            name: `${i}.bin`,
            type: 'application/x-test',
            data: new Blob([bytes]),
          }));
          const about = note === null ? {} : { note };
          const share = await sealShare({ kind: 'files', items, ...about });
          const envelope = await collect(share.sealContent());
          expect(envelope.length).toBe(share.contentLength);

          const { id, secret } = parseLink(formatLink('https://inkseal.example', share.link));
          const { kek } = await deriveViewKeys(id, secret);
          const opened = await openShare(id, kek, share, streamBytes(envelope, blocks));
          expect(opened).toMatchObject({ kind: 'files', ...about });
          expect(opened.items.length).toBe(items.length);
          for (const [i, item] of opened.items.entries()) {
            expect(item).toMatchObject({ name: `${i}.bin`, type: 'application/x-test' });
            const bytes = new Uint8Array(await item.data.arrayBuffer());
            expect(equal(bytes, data[i] as Bytes)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never repeats a key, an id, a token or a byte of ciphertext', async () => {
    const [a, b] = await Promise.all([sealText('the same'), sealText('the same')]);
    for (const part of [
      'wrappedKey',
      'meta',
      'ownerToken',
      'ownerHash',
      'probeHash',
      'viewHash',
    ] as const)
      expect(a[part]).not.toEqual(b[part]);
    expect(a.link.id).not.toEqual(b.link.id);
    expect(a.link.secret).not.toEqual(b.link.secret);
    expect(await collect(a.sealContent())).not.toEqual(await collect(a.sealContent()));
  });

  it('of 1 byte and of 3 KB has the same lengths', async () => {
    const [short, long] = await Promise.all([sealText('x'), sealText('x'.repeat(3000))]);
    expect(short.contentLength).toBe(long.contentLength);
    expect(short.meta.length).toBe(long.meta.length);
    expect(short.wrappedKey.length).toBe(111);
  });
});

describe('what does not open lets go of the download', () => {
  it.each(['wrappedKey', 'meta', 'content'] as const)('a damaged %s', async (part) => {
    const share = await sealText('the eagle lands at five');
    const { kek } = await deriveViewKeys(share.link.id, share.link.secret);
    const content = await collect(share.sealContent());
    const parts = { wrappedKey: share.wrappedKey, meta: share.meta, content };
    parts[part] = damage(parts[part]);
    const cancels: unknown[] = [];
    const download = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(parts.content),
      cancel: (reason) => void cancels.push(reason),
    });
    const opening = openShare(share.link.id, kek, parts, download);
    await expect(opening).rejects.toMatchObject({ code: 'cannot-open' });
    expect(cancels).toMatchObject([{ code: 'cannot-open' }]);
  });

  it('another key', async () => {
    const share = await sealText('the eagle lands at five');
    const download = share.sealContent();
    const opening = openShare(share.link.id, randomKey(), share, download);
    await expect(opening).rejects.toMatchObject({ code: 'cannot-open' });
    expect((await download.getReader().read()).done).toBe(true);
  });
});

function sealText(text: string): Promise<SealedShare> {
  return sealShare({ kind: 'text', items: [{ type: 'text/plain', data: new Blob([text]) }] });
}

/** A wrong commitment: seen at once, without the end of the stream. */
function damage(envelope: Bytes): Bytes {
  return envelope.with(40, (envelope[40] as number) ^ 1);
}
