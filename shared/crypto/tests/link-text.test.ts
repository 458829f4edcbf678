import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkSecret, ObjectId } from '../brand.ts';
import type { Bytes } from '../bytes.ts';
import { formatLink, parseLink } from '../link.ts';

const link = fc.record({
  id: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((id) => id as Bytes as ObjectId),
  secret: fc
    .uint8Array({ minLength: 32, maxLength: 32 })
    .map((secret) => secret as Bytes as LinkSecret),
  hasPassphrase: fc.boolean(),
});
const origin = fc.constantFrom(
  'https://inkseal.example',
  'http://127.0.0.1:8787',
  'https://a.b.example:444',
);

describe('a link in text', () => {
  it('is found as it was written, whatever stands around it', () => {
    const before = fc.constantFrom(
      '',
      'Look: ',
      '<',
      '(',
      '“',
      '\n\t',
      'https://other.example/s/x ',
    );
    const after = fc.constantFrom('', '.', ')', '>', ' and then', '\n', '=', '”');
    fc.assert(
      fc.property(link, origin, before, after, (one, from, left, right) => {
        expect(parseLink(left + formatLink(from, one) + right)).toEqual({ origin: from, ...one });
      }),
    );
  });

  it('is found after a gateway added a query or escaped the #', () => {
    const query = fc.constantFrom('', '?utm_source=mail', `?${'x'.repeat(2000)}`);
    fc.assert(
      fc.property(link, origin, query, fc.constantFrom('#', '%23'), (one, from, added, hash) => {
        const text = formatLink(from, one).replace('#', added + hash);
        expect(parseLink(text)).toEqual({ origin: from, ...one });
      }),
    );
  });

  it('that was cut anywhere is none', () => {
    fc.assert(
      fc.property(link, origin, fc.nat(), (one, from, at) => {
        const text = formatLink(from, one);
        const cut = text.slice(0, at % text.length);
        expect(() => parseLink(cut)).toThrow(expect.objectContaining({ code: 'invalid-link' }));
      }),
    );
  });

  it.each(['(', '<a', '/s/', '(/s/EBESExQVFhcYGRobHB0eHw?', '"http://', '(a:1'])(
    'is looked for in no time among 100,000 characters of %j',
    (unit) => {
      const text = unit.repeat(100_000 / unit.length);
      const before = process.threadCpuUsage();
      expect(() => parseLink(text)).toThrow(expect.objectContaining({ code: 'invalid-link' }));
      const { user, system } = process.threadCpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(3000);
    },
  );
});
