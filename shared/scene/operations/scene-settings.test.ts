import { expect, test } from 'vitest';
import { EMPTY_HISTORY, record, undo } from '../history/history.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import { removeAttachment } from './scene-settings.ts';

const [first, second] = ['a.mmd', 'b.mmd'].map((name) => ({
  name,
  type: 'text/plain',
  bytes: new Uint8Array(3),
})) as [(typeof EMPTY_SCENE.attachments)[number], (typeof EMPTY_SCENE.attachments)[number]];

test('an attached source is removed, and is back when that is undone', () => {
  const scene = { ...EMPTY_SCENE, attachments: [first, second] };
  const after = removeAttachment(scene, first);
  expect(after.attachments).toEqual([second]);
  expect(removeAttachment(after, first)).toBe(after);
  const history = record(EMPTY_HISTORY, { key: 'detach', count: 1 }, scene, after);
  expect(undo(history, after)?.scene.attachments).toEqual([first, second]);
});
