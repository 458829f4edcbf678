import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8 } from '../bytes.ts';
import { isSafeName, safeName } from '../item-name.ts';

const letter = fc.constantFrom(
  ...'con.aux 1/\\',
  ...['COM', 'lpt', 'nul', '\u0000', '\u007f', '\u202e', '\u2066', '\ud800', 'é', '🔑', '³'],
);

it('whatever the name, its safe form is safe, and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 150 }), (name) => {
      const safe = safeName(name);
      expect(isSafeName(safe)).toBe(true);
      expect(safeName(safe)).toBe(safe);
      expect(utf8(safe).length).toBeLessThanOrEqual(255);
      expect(safe).not.toMatch(/[/\\\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Surrogate}]/u);
      expect(safe).not.toMatch(/[. ]$|^$/);
      expect(safe).not.toMatch(/^(con|aux|nul|com[0-9³]|lpt[0-9³]) *(\.|$)/i);
    }),
    { numRuns: 3000 },
  );
});

it.each(['report.pdf', 'été 2026.png', '.env', 'console.log', 'a.tar.gz', 'nullify', '日本語.txt'])(
  'leaves %s alone',
  (name) => {
    expect(safeName(name)).toBe(name);
  },
);

it('keeps the ending of a long name', () => {
  expect(safeName(`${'é'.repeat(300)}.jpeg`)).toMatch(/^é+\.jpeg$/);
});
