import { expect, test } from 'vitest';
import { EMPTY_SCENE } from '../../../shared/scene/model/scene.ts';
import { EMPTY_SECRET, packSecret, secretText, unpackSecret } from './secret.ts';

const SECRET = { ...EMPTY_SECRET, user: 'ada', value: 'hunter2', address: 'x.example', note: 'n' };

test('a secret comes back as it was, and from nothing else', () => {
  expect(unpackSecret(packSecret(SECRET))).toEqual(SECRET);
  expect(unpackSecret(EMPTY_SCENE)).toBeUndefined();
});

test('the search finds what is around a secret, never its value', () => {
  expect(secretText(SECRET)).toBe('ada\nx.example\nn');
});
