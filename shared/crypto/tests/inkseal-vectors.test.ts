import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import vectors from '../vectors/inkseal_v1.json' with { type: 'json' };
import { publishedCases } from './portable.ts';

const COPY = new URL('../vectors/inkseal_v1.json', import.meta.url);
const ORIGINAL = new URL('../../../../shared/vectors/inkseal_v1.json', import.meta.url);

describe('every case of inkseal_v1.json', () => {
  it.each(publishedCases)('$name', ({ run }) => run());

  it('is run', () => {
    const { about: _, ...sections } = vectors;
    const counts = Object.values(sections).map((cases) => cases.length);
    expect(publishedCases.length).toBe(counts.reduce((sum, count) => sum + count, 0));
    expect(publishedCases.length).toBe(116);
  });

  it('is the published one', (context) => {
    if (!existsSync(ORIGINAL)) context.skip('The published vectors are not beside this checkout.');
    expect(readFileSync(COPY, 'utf8')).toBe(readFileSync(ORIGINAL, 'utf8'));
  });
});
