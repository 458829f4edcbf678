import { makeElement } from '../../model/make-element.ts';
import { EMPTY_SCENE, type Scene } from '../../model/scene.ts';
import { addElements } from '../add-elements.ts';

/** Two boxes, an arrow from one to the other, a label in the first and one on the arrow. */
export function boundScene(): Scene {
  return addElements(EMPTY_SCENE, [
    makeElement('rectangle', { id: 'a', x: 0, y: 0, width: 100, height: 60 }),
    makeElement('rectangle', { id: 'b', x: 300, y: 0, width: 100, height: 60 }),
    makeElement('arrow', {
      id: 'ab',
      points: [
        [0, 0],
        [1, 0],
      ],
      startBinding: { elementId: 'a', focus: 0, gap: 4 },
      endBinding: { elementId: 'b', focus: 0, gap: 4 },
    }),
    makeElement('text', {
      id: 'la',
      text: 'A',
      containerId: 'a',
      width: 20,
      height: 25,
      textAlign: 'center',
      verticalAlign: 'middle',
    }),
    makeElement('text', { id: 'lab', text: 'x', containerId: 'ab', width: 10, height: 25 }),
  ]);
}
