import { expect, test } from 'vitest';
import { writeKit } from '../../../shared/crypto/recovery-kit.ts';
import { askForLine, isLineOfKit } from './check-kit-line.ts';

const KIT = await writeKit(Uint8Array.from({ length: 32 }, (_, index) => index * 7));
const LINE = KIT[2] as string;

test.each([
  ['as it stands', LINE],
  ['in small letters', LINE.toLowerCase()],
  ['in one piece', LINE.replaceAll(' ', '')],
])('the line is known %s', async (_how, typed) => {
  expect(await isLineOfKit(KIT, 3, typed)).toBe(true);
});

test.each([
  ['another line', KIT[0] as string],
  ['a slip', (LINE[0] === 'A' ? 'B' : 'A') + LINE.slice(1)],
  ['half of it', LINE.slice(0, 9)],
  ['nothing', ''],
  ['two lines', `${LINE} ${LINE}`],
])('%s is not it', async (_what, typed) => {
  expect(await isLineOfKit(KIT, 3, typed)).toBe(false);
});

test('every line is asked for at some time', () => {
  const asked = new Set(Array.from({ length: 200 }, askForLine));
  expect([...asked].sort()).toEqual([1, 2, 3, 4]);
});
