import { expect, test } from 'vitest';
import { makeElement } from '../../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../../../../shared/scene/model/scene.ts';
import { addElements } from '../../../../shared/scene/operations/add-elements.ts';
import { FIRST_STYLE } from '../../current-style.ts';
import { chosenStyle, rememberStyle } from './chosen-style.ts';

const scene = addElements(EMPTY_SCENE, [
  makeElement('rectangle', { id: 'a', width: 90, height: 40, strokeColor: '#e03131' }),
  makeElement('ellipse', { id: 'b', strokeColor: '#e03131', strokeWidth: 4 }),
  makeElement('text', { id: 'label', text: 'A', containerId: 'a', fontSize: 28 }),
  makeElement('redaction', { id: 'r' }),
]);

function choose(ids: readonly string[], tool: Parameters<typeof chosenStyle>[2] = 'select') {
  return chosenStyle(scene, new Set(ids), tool, FIRST_STYLE);
}

test('what all have in common is shown, what differs is left open', () => {
  const chosen = choose(['a', 'b']);
  expect(chosen.strokeColor).toEqual({ value: '#e03131' });
  expect(chosen.strokeWidth).toEqual({ value: undefined });
  expect(chosen.rounded).toEqual({ value: false });
});

test('a label brings its font with it, a shape without one has none', () => {
  expect(choose(['a']).fontSize).toEqual({ value: 28 });
  expect(choose(['b']).fontSize).toBeUndefined();
});

test('a redaction can’t be seen through', () => {
  expect(Object.keys(choose(['r'])).sort()).toEqual(['backgroundColor', 'style']);
});

test('with nothing selected it is the style of what the tool draws', () => {
  expect(choose([], 'text').fontFamily).toEqual({ value: 'sans' });
  expect(choose([], 'highlight').backgroundColor).toEqual({ value: FIRST_STYLE.highlightColor });
  expect(choose([], 'select')).toEqual({});
});

test('a fill is remembered for what it was chosen for', () => {
  const fill = { backgroundColor: '#ffc9c9' };
  expect(rememberStyle(new Set(['highlight']), fill)).toEqual({ highlightColor: '#ffc9c9' });
  expect(rememberStyle(new Set(['rectangle', 'step']), fill)).toEqual({
    stepColor: '#ffc9c9',
    backgroundColor: '#ffc9c9',
  });
  expect(rememberStyle(new Set(['redaction']), fill)).toEqual({});
  expect(rememberStyle(new Set(['redaction']), { style: 'pixelate' })).toEqual({
    redaction: 'pixelate',
  });
});
