import { expect, test } from 'vitest';
import type { ConfigAnswer } from '../../api/contract.ts';
import {
  draftBytes,
  draftContent,
  EMPTY_DRAFT,
  findDraftProblem,
  namePasted,
} from './content-draft.ts';

const CONFIG = { content: { itemBytes: 100 } } as ConfigAnswer;

test('a draft is as large as its text in UTF-8 and its files', () => {
  const files = [new File(['abc'], 'a'), new File([], 'b')];
  expect(draftBytes({ text: 'é😀', files })).toBe(6 + 3);
});

test('an empty draft, too many items and too many bytes are problems', () => {
  expect(findDraftProblem(EMPTY_DRAFT, CONFIG)).toMatch(/Type a text/);
  expect(findDraftProblem({ text: 'x'.repeat(100), files: [] }, CONFIG)).toBeUndefined();
  expect(findDraftProblem({ text: 'x'.repeat(101), files: [] }, CONFIG)).toMatch(/1 byte too much/);
  const hundred = Array.from({ length: 100 }, (_, i) => new File([], `${i}`));
  expect(findDraftProblem({ text: '', files: hundred }, CONFIG)).toBeUndefined();
  expect(findDraftProblem({ text: 'x', files: hundred }, CONFIG)).toMatch(/at most 100 items/);
});

test('names that could mislead are made safe, unknown types are bytes', () => {
  const files = [
    new File(['x'], 'a\u202etxt.exe'),
    new File(['y'], 'p.png', { type: 'image/png' }),
  ];
  const { kind, items } = draftContent({ text: '', files });
  expect(kind).toBe('files');
  expect(items.map(({ name, type }) => [name, type])).toEqual([
    ['a_txt.exe', 'application/octet-stream'],
    ['p.png', 'image/png'],
  ]);
});

test('a text comes first, whatever its white space', async () => {
  const { kind, items } = draftContent({ text: ' \n', files: [new File(['x'], 'x')] });
  expect(kind).toBe('text');
  expect(await items[0]?.data.text()).toBe(' \n');
  expect(items).toHaveLength(2);
});

test('pasted pictures get names that tell them apart, other files keep theirs', () => {
  const image = new File(['x'], 'image.png', { type: 'image/png' });
  const names = namePasted([image, image, new File(['y'], 'notes.txt')], 3).map(({ name }) => name);
  expect(names).toEqual(['pasted-4.png', 'pasted-5.png', 'notes.txt']);
});
