import { expect, test } from 'vitest';
import { MemoryStore } from '../../../shared/keys/tests/memory-store.ts';
import { makeElement } from '../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../../../shared/scene/model/scene.ts';
import { Mirror } from '../../../shared/sync/mirror.ts';
import type { DiagramId } from '../model/diagram.ts';
import { saveDiagram } from '../save-diagram.ts';
import { newId } from '../shelf.ts';
import { makeShelf } from '../testing/test-shelf.ts';
import { isPartNeeded, sweepStrays } from './sweep-strays.ts';

const DAY_MS = 86_400_000;

const written = (text: string) => ({
  ...EMPTY_SCENE,
  elements: [makeElement('text', { id: 't', text })],
});

/** A device that has read the whole library and whose changes the server has. */
async function makeDevice() {
  const mirror = new Mirror(new MemoryStore(), (_, act) => act());
  const made = makeShelf();
  const shelf = { ...made, vault: { ...made.vault, store: mirror.library }, now: () => made.time };
  await mirror.change({ isComplete: true });
  const settle = async () => {
    for (const name of await mirror.changed()) {
      const mark = await mirror.changeOf(name);
      if (mark) await mirror.forgetChange(name, mark);
    }
  };
  const account = { shelf, mirror, notes: new MemoryStore() };
  return {
    ...account,
    settle,
    sweep: () => sweepStrays(account),
    pass: (days: number) => {
      made.time += days * DAY_MS;
    },
  };
}

test('what no record names goes after 30 days, and nothing else', async () => {
  const { shelf, mirror, settle, sweep, pass } = await makeDevice();
  const [whole, lost, damaged] = [newId<DiagramId>(), newId<DiagramId>(), newId<DiagramId>()];
  await saveDiagram(shelf, whole, written('whole'));
  const parts = [`part/${whole}/stray`, `part/${lost}/v1`, `part/${damaged}/v1`];
  for (const name of [...parts, `record/${damaged}`]) {
    await mirror.library.put(name, new Uint8Array(9));
  }
  await settle();
  const [stray = '', ofNone = '', ofDamaged = ''] = parts;
  const late = `part/${lost}/late`;
  await sweep();
  pass(29);
  await mirror.library.put(late, new Uint8Array(9));
  await settle();
  await sweep();
  expect((await mirror.library.list('part/')).length).toBe(5);
  pass(1);
  await sweep();
  const left = await mirror.library.list('part/');
  expect(left).toEqual([`part/${whole}/v1`, ofDamaged, late].sort());
  expect(await mirror.changed()).toEqual([stray, ofNone].sort());
});

test('what waits for its record, or is on its way to the server, stays', async () => {
  const { shelf, mirror, settle, sweep, pass } = await makeDevice();
  const diagram = newId<DiagramId>();
  await saveDiagram(shelf, diagram, written('first'));
  const record = await mirror.library.get(`record/${diagram}`);
  await mirror.library.delete(`record/${diagram}`);
  await settle();
  await sweep();
  pass(20);
  // The record comes from the device that was offline.
  if (record) await mirror.library.put(`record/${diagram}`, record);
  await settle();
  await sweep();
  await mirror.library.delete(`record/${diagram}`);
  await settle();
  pass(20);
  await sweep();
  // Not 30 days without a break.
  expect(await mirror.library.list('part/')).toHaveLength(1);
  await mirror.library.put(`part/${diagram}/v1`, new Uint8Array(9));
  pass(40);
  await sweep();
  expect(await mirror.library.list('part/')).toHaveLength(1);
});

test('a part is needed where the record that is here names it', async () => {
  const { shelf, mirror, settle } = await makeDevice();
  const diagram = newId<DiagramId>();
  await saveDiagram(shelf, diagram, written('first'));
  await settle();
  const isNeeded = (name: string) => isPartNeeded(shelf, name);
  expect(await isNeeded(`part/${diagram}/v1`)).toBe(true);
  expect(await isNeeded(`part/${diagram}/v2`)).toBe(false);
  expect(await isNeeded(`record/${diagram}`)).toBe(false);
  await mirror.library.delete(`record/${diagram}`);
  expect(await isNeeded(`part/${diagram}/v1`)).toBe(false);
});
