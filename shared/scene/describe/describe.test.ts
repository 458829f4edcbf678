import { expect, test } from 'vitest';
import { findElement } from '../model/index-elements.ts';
import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE } from '../model/scene.ts';
import { addElements } from '../operations/add-elements.ts';
import { removeElements } from '../operations/remove-elements.ts';
import { setLocked } from '../operations/set-locked.ts';
import { boundScene } from '../operations/testing/bound-scene.ts';
import { describeElement } from './describe-element.ts';

function name(scene = boundScene(), id = 'a'): string {
  const element = findElement(scene, id);
  if (element === undefined) throw new Error(`no ${id}`);
  return describeElement(element, scene);
}

test('arrows are called by what they join', () => {
  expect(name(boundScene(), 'ab')).toBe('Arrow x from A to rectangle');
  expect(name(removeElements(boundScene(), ['a']), 'ab')).toBe('Arrow x to rectangle');
});

test('shapes are called by their labels, and others by what they are', () => {
  expect(name()).toBe('Rectangle A');
  expect(name(boundScene(), 'b')).toBe('Rectangle');
  expect(name(setLocked(boundScene(), ['b'], true), 'b')).toBe('Rectangle, locked');
  const scene = addElements(EMPTY_SCENE, [
    makeElement('step', { id: 's', restartAt: 7 }),
    makeElement('text', { id: 't', text: `two\nlines ${'and more '.repeat(9)}` }),
    makeElement('frame', { id: 'f', name: 'Page' }),
    makeElement('redaction', { id: 'r', style: 'pixelate' }),
  ]);
  expect(scene.elements.map((element) => describeElement(element, scene))).toEqual([
    'Step 7',
    'Text two lines and more and more and more an…',
    'Frame Page',
    'Pixelated redaction',
  ]);
});
