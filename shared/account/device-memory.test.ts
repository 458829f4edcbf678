import { expect, test } from 'vitest';
import { advance, type Seen } from './device-memory.ts';

const seen: Seen = {
  accountId: 'A',
  email: 'eve@example.com',
  salt: 'salt',
  iterations: 600_000,
  generation: 1,
  manifestCounter: 3,
  manifestHash: 'three',
  keys: [],
  writers: { one: 2, two: 1 },
};
const later: Seen = { ...seen, manifestCounter: 9, manifestHash: 'nine' };

test('a history that lacks what a writer wrote is refused, however long it is', () => {
  const known = advance(undefined, seen);
  expect(advance(known, { ...later, writers: { one: 8, two: 1 } })).toMatchObject({
    manifestCounter: 9,
    writer: known.writer,
  });
  expect(() => advance(known, { ...later, writers: { one: 9 } })).toThrow('two histories');
});

test('a manifest by a client that counts no writers is taken, and the counting begins anew', () => {
  const known = advance(advance(undefined, seen), { ...later, writers: {} });
  const next = { ...later, manifestCounter: 10, manifestHash: 'ten', writers: { two: 1 } };
  expect(advance(known, next).writers).toEqual({ two: 1 });
});
