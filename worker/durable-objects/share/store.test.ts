import { runInDurableObject } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { eventsOf, makeShare, own, stubOf } from '../../tests/support/make-share.ts';
import { NOBODY } from './events.ts';
import { ShareStore } from './store.ts';

test('of a change that fails halfway nothing is stored, the alarm included, and nothing is remembered', async () => {
  const share = await makeShare();
  const before = { owned: (await own(share)).body, events: await eventsOf(share) };
  await runInDurableObject(stubOf(share), async (_, { storage }) => {
    const stored = () => [...storage.kv.list()];
    const [values, alarm] = [stored(), await storage.getAlarm()];
    const store = new ShareStore(storage);
    const remembered = store.share();
    const change = () =>
      store.transaction(() => {
        store.update({ viewsTaken: 1 });
        store.record('narrowed', NOBODY, Date.now());
        store.wakeAt(Date.now() + 1_000);
        store.deleteSealed();
        throw new Error('halfway');
      });
    expect(change).toThrow('halfway');
    expect(store.share()).toEqual(remembered);
    expect(store.events()).toHaveLength(1);
    expect(stored()).toEqual(values);
    expect(await storage.getAlarm()).toBe(alarm);
  });
  expect({ owned: (await own(share)).body, events: await eventsOf(share) }).toEqual(before);
});
