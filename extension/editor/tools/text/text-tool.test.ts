import { expect, test } from 'vitest';
import { makeElement } from '../../../../shared/scene/model/make-element.ts';
import { EMPTY_SCENE } from '../../../../shared/scene/model/scene.ts';
import { addElements } from '../../../../shared/scene/operations/add-elements.ts';
import { drag, runTool, situationOf } from '../testing/run-tool.ts';
import { textTool } from './text-tool.ts';

const scene = addElements(EMPTY_SCENE, [
  makeElement('rectangle', { id: 'box', x: 0, y: 0, width: 100, height: 60 }),
  makeElement('text', { id: 'words', x: 200, y: 0, width: 80, height: 25, text: 'words' }),
  makeElement('text', { id: 'label', x: 10, y: 10, text: 'in', containerId: 'box' }),
  makeElement('image', { id: 'picture', x: 0, y: 300, width: 100, height: 100 }),
]);

function editingOf(events: ReturnType<typeof drag>) {
  const run = runTool(textTool, events, situationOf(scene));
  return run.commands.find((one) => one.do === 'edit-text')?.editing;
}

test('a click writes there', () => {
  expect(editingOf(drag([[500, 500]]))).toMatchObject({
    isNew: true,
    element: { type: 'text', x: 500, y: 487.5, text: '', autoResize: true, containerId: null },
  });
});

test('a drag says how wide the text may be', () => {
  expect(
    editingOf(
      drag([
        [500, 500],
        [640, 530],
      ]),
    ),
  ).toMatchObject({
    isNew: true,
    element: { x: 500, y: 500, width: 140, autoResize: false },
  });
});

test('a click on a text writes into it, on a shape into its label', () => {
  const on = (id: string) => ({ target: { kind: 'element', id } as const });
  expect(editingOf(drag([[210, 10]], on('words')))).toMatchObject({
    isNew: false,
    element: { id: 'words' },
  });
  expect(editingOf(drag([[50, 50]], on('box')))).toMatchObject({
    isNew: false,
    element: { id: 'label' },
  });
  expect(editingOf(drag([[50, 350]], on('picture')))).toMatchObject({
    isNew: true,
    element: { containerId: null },
  });
});
