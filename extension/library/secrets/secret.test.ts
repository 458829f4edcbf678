import { expect, test } from 'vitest';
import { utf8 } from '../../../shared/crypto/bytes.ts';
import { EMPTY_SCENE, type Scene } from '../../../shared/scene/model/scene.ts';
import { itemText } from '../model/item-text.ts';
import { packSecret, unpackSecret } from './pack-secret.ts';
import { baseFields, EMPTY_SECRET, SECRET_LIMITS, type Secret } from './secret.ts';

const SECRET: Secret = {
  ...EMPTY_SECRET,
  user: 'ada',
  value: 'hunter2',
  address: 'x.example',
  note: 'a note',
  fields: [
    { name: 'PIN', value: '4711', isHidden: true },
    { name: 'Branch', value: 'Ghent', isHidden: false },
  ],
};

function written(json: unknown): Scene {
  const [attachment] = packSecret(EMPTY_SECRET).attachments;
  if (!attachment) throw new Error('a secret is an attachment');
  return { ...EMPTY_SCENE, attachments: [{ ...attachment, bytes: utf8(JSON.stringify(json)) }] };
}

test('a secret comes back as it was, and from nothing else', () => {
  expect(unpackSecret(packSecret(SECRET))).toEqual(SECRET);
  expect(unpackSecret(EMPTY_SCENE)).toBeUndefined();
  expect(unpackSecret(written({ ...SECRET, v: 3, more: [] }))).toBe('newer');
  const tooMany = new Array(SECRET_LIMITS.fields + 1).fill(SECRET.fields[0]);
  for (const bad of [null, 7, {}, { ...SECRET, type: 'x' }, { ...SECRET, fields: tooMany }]) {
    expect(unpackSecret(written(bad))).toBeUndefined();
  }
});

test('a secret of the first version opens, with all that was in it', () => {
  const first = { v: 1, user: 'ada', value: 'hunter2', address: 'x.example', note: 'a note' };
  expect(unpackSecret(written(first))).toEqual({ ...SECRET, fields: [] });
  const onlyNote = { v: 1, user: '', value: '', address: '', note: 'a note' };
  expect(unpackSecret(written(onlyNote))).toEqual({
    ...EMPTY_SECRET,
    type: 'note',
    note: 'a note',
  });
});

test('the search finds what is around a secret and the names of its fields, never what is hidden', () => {
  const text = itemText('secret', packSecret(SECRET));
  expect(text).toBe('ada\nx.example\na note\nPIN\nBranch\nGhent');
  expect(itemText('secret', EMPTY_SCENE)).toBe('');
});

test('a type shows its fields, and those of another in which something is', () => {
  expect(baseFields(EMPTY_SECRET)).toEqual(['user', 'value', 'address', 'note']);
  expect(baseFields({ ...EMPTY_SECRET, type: 'apiKey' })).toEqual(['value', 'address', 'note']);
  expect(baseFields({ ...EMPTY_SECRET, type: 'note', user: 'ada' })).toEqual(['user', 'note']);
});
