import { expect, test } from 'vitest';
import type { SceneElement } from '../model/element.ts';
import { makeElement } from '../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../model/scene.ts';
import { hidAlready, readHidden } from './hidden.ts';

const picture = makeElement('image', { id: 'p', fileId: 'f', width: 400, height: 300 });
const text = makeElement('text', { id: 't', x: 20, y: 20, width: 80, height: 20, text: 'secret' });
const cover = makeElement('redaction', { id: 'r', x: 10, y: 10, width: 100, height: 40 });

function sceneOf(elements: readonly SceneElement[], crop: Scene['crop'] = null): Scene {
  return { ...EMPTY_SCENE, elements, crop };
}
const hid = (before: Scene, now: Scene) => hidAlready(readHidden(before), readHidden(now));

const plain = sceneOf([picture, text]);
const covered = sceneOf([picture, text, cover]);

test('what hides nothing asks for nothing, and each state hides what it hides', () => {
  expect(hid(plain, plain)).toBe(true);
  expect(hid(covered, plain)).toBe(true);
  expect(hid(covered, covered)).toBe(true);
  expect(hid(plain, covered)).toBe(false);
});

test('a redaction counts by where it lies, not by its name', () => {
  const two = [
    { ...cover, id: 'left', width: 60 },
    { ...cover, id: 'right', x: 60, width: 60 },
  ];
  expect(hid(sceneOf([picture, text, ...two]), covered)).toBe(true);
  expect(hid(covered, sceneOf([picture, text, { ...cover, width: 120 }]))).toBe(false);
  expect(hid(sceneOf([picture, text, { ...cover, x: 30 }]), covered)).toBe(false);
  expect(hid(sceneOf([picture, text, { ...cover, angle: 0.3 }]), covered)).toBe(false);
});

test('a redaction hid nothing of what lay over it', () => {
  const below = sceneOf([picture, cover, text]);
  expect(hid(below, covered)).toBe(false);
  expect(hid(below, below)).toBe(true);
  expect(hid(covered, below)).toBe(true);
});

test('a smaller crop hid more, of the scene as of a picture', () => {
  const box = { x: 10, y: 10, width: 100, height: 100 };
  const smaller = { x: 20, y: 20, width: 50, height: 50 };
  expect(hid(sceneOf([picture], smaller), sceneOf([picture], box))).toBe(true);
  expect(hid(sceneOf([picture], box), sceneOf([picture], smaller))).toBe(false);
  expect(hid(sceneOf([picture]), sceneOf([picture], box))).toBe(false);
  const showing = (crop: typeof box | null) => sceneOf([{ ...picture, crop }]);
  expect(hid(showing(smaller), showing(box))).toBe(true);
  expect(hid(showing(box), showing(smaller))).toBe(false);
  expect(hid(showing(null), showing(box))).toBe(false);
});
