import { expect, test } from 'vitest';
import { EMPTY_SCENE } from '../../../shared/scene/model/scene.ts';
import { addElements } from '../../../shared/scene/operations/add-elements.ts';
import type { Suggestion } from '../../capture/suggestions/suggestion.ts';
import { groupByKind, pendingSuggestions, redactionFor } from './pending-suggestions.ts';

const at = (kind: Suggestion['kind'], x: number): Suggestion => ({
  kind,
  box: { x, y: 2, width: 30, height: 10 },
});
const suggestions = [at('phone', 1), at('email', 2), at('email', 3)];
const [phone, email] = suggestions as [Suggestion, Suggestion];

test('a suggestion becomes a redaction of its box, and is pending again when that is undone', () => {
  const scene = addElements(EMPTY_SCENE, [redactionFor(phone)]);
  expect(scene.elements).toMatchObject([{ type: 'redaction', ...phone.box }]);
  expect(pendingSuggestions(suggestions, scene)).toEqual(suggestions.slice(1));
  expect(pendingSuggestions(suggestions, EMPTY_SCENE)).toEqual(suggestions);
  expect(redactionFor(email)).toBe(redactionFor(email));
});

test('kinds come in one order, and only those that there are', () => {
  expect(groupByKind(suggestions).map(([kind, { length }]) => [kind, length])).toEqual([
    ['email', 2],
    ['phone', 1],
  ]);
});
