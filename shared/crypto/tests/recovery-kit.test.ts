import { describe, expect, it } from 'vitest';
import { readKit, writeKit } from '../recovery-kit.ts';

const kit = Uint8Array.from({ length: 32 }, (_, index) => (index * 37 + 11) & 255);
const lines = await writeKit(kit);
const text = lines.join('\n');

const RIGHT = { ok: true, kit };

it('is read however it was copied', async () => {
  const variants = [
    text.toLowerCase(),
    text.replaceAll(/\s/g, ''),
    text.replaceAll(' ', '-').replaceAll('\n', '  \r\n'),
    text.replaceAll('0', 'O').replaceAll('1', 'l'),
    text.replaceAll('0', 'o').replaceAll('1', 'I'),
  ];
  for (const variant of variants) expect(await readKit(variant)).toEqual(RIGHT);
});

describe('a slip of the pen', () => {
  it.each([0, 1, 2, 3])('is found in line %i, at every place of it', async (index) => {
    const line = lines[index] as string;
    for (let at = 0; at < line.length; at++) {
      if (line[at] === ' ') continue;
      const other = line[at] === 'A' ? 'B' : 'A';
      const slipped = lines.with(index, line.slice(0, at) + other + line.slice(at + 1));
      const reading = await readKit(slipped.join('\n'));
      expect(reading).toEqual({ ok: false, reason: 'wrong-line', line: index + 1 });
    }
  });

  it('is found where two lines changed places, or one is of another kit', async () => {
    const swapped = lines.with(1, lines[2] as string).with(2, lines[1] as string);
    expect(await readKit(swapped.join('\n'))).toMatchObject({ reason: 'wrong-line', line: 2 });
    const other = await writeKit(kit.map((byte) => byte ^ 1));
    const mixed = lines.with(3, other[3] as string);
    expect(await readKit(mixed.join('\n'))).toMatchObject({ reason: 'wrong-line', line: 4 });
  });

  it('is found where a letter is none of a kit', async () => {
    expect(await readKit(`${text.slice(0, -1)}U`)).toMatchObject({ letter: 'U' });
    expect(await readKit(`${text.slice(0, -1)}ß`)).toMatchObject({ reason: 'wrong-line' });
  });
});

it('says how much is still to come, and what is too much', async () => {
  expect(await readKit('')).toEqual({ ok: false, reason: 'incomplete', lettersMissing: 64 });
  expect(await readKit(text.slice(0, -2))).toMatchObject({ lettersMissing: 2 });
  expect(await readKit(`${text}0`)).toMatchObject({ reason: 'too-long' });
});
