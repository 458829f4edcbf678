import fc from 'fast-check';
import type { Scene } from '../../model/scene.ts';
import type { MeasureText } from '../../text/measure-text.ts';
import { addElements } from '../add-elements.ts';
import { alignElements } from '../align-elements.ts';
import { bindArrow } from '../bind-arrow.ts';
import { cropImage, cropScene } from '../crop.ts';
import { cutOut } from '../cut-out.ts';
import { distributeElements } from '../distribute-elements.ts';
import { duplicateElements } from '../duplicate-elements.ts';
import { flipElements } from '../flip-elements.ts';
import { renameFrame, setFrame, settleInFrames } from '../frames.ts';
import { expandToGroups, groupElements, ungroupElements } from '../group-elements.ts';
import { moveElements } from '../move-elements.ts';
import { orderElements } from '../order-elements.ts';
import { removeElements } from '../remove-elements.ts';
import { resizeElements } from '../resize-elements.ts';
import { rotateElements } from '../rotate-elements.ts';
import { setBackground, setGridSize } from '../scene-settings.ts';
import { setLocked } from '../set-locked.ts';
import { setPath } from '../set-path.ts';
import { setStyle } from '../set-style.ts';
import { setText } from '../set-text.ts';
import { restartSteps } from '../steps.ts';
import { growElements, seeds } from './arbitrary-scene.ts';

/** Each letter as wide as 0.6 of its height. */
export const measureEvenly: MeasureText = (text, { size }) => [...text].length * size * 0.6;

export interface Operation {
  readonly name: string;
  readonly apply: (scene: Scene) => Scene;
}

const offset = fc.double({ min: -400, max: 400, noNaN: true });
const picks = fc.array(fc.nat(40), { minLength: 1, maxLength: 5 });
const axis = fc.constantFrom('horizontal' as const, 'vertical' as const);
const box = fc.record({ x: offset, y: offset, width: fc.nat(300), height: fc.nat(300) });
const name = fc.string({ maxLength: 20 });

/** Ids from numbers, counted round. */
function idsOf(scene: Scene, numbers: readonly number[]): string[] {
  const ids = scene.elements.map(({ id }) => id);
  return ids.length === 0 ? [] : numbers.map((number) => ids[number % ids.length] as string);
}

/** The id of the first picked element that `type` fits, else of any such element. */
function idOf(scene: Scene, [number = 0]: readonly number[], type: string): string {
  const fitting = scene.elements.filter((element) => element.type === type);
  return fitting[number % Math.max(1, fitting.length)]?.id ?? 'none';
}

let made = 0;
const freshId = () => `n${made++}`;

type Apply = (scene: Scene) => Scene;

function operation<Given>(
  name: string,
  given: fc.Arbitrary<Given>,
  apply: (given: Given) => Apply,
) {
  return given.map(
    (value): Operation => ({ name: `${name} ${JSON.stringify(value)}`, apply: apply(value) }),
  );
}

const style = fc.record(
  {
    strokeColor: fc.constantFrom('#123456', 'transparent'),
    backgroundColor: fc.constantFrom('#abcdef', 'transparent'),
    strokeWidth: fc.integer({ min: 1, max: 8 }),
    fontSize: fc.integer({ min: 4, max: 90 }),
    textAlign: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
    verticalAlign: fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const),
    rounded: fc.boolean(),
    endArrowhead: fc.constantFrom('dot' as const, null),
    opacity: fc.nat(100),
  },
  { requiredKeys: [] },
);

/** Any of the operations, on whatever the scene then has. */
export const arbitraryOperation: fc.Arbitrary<Operation> = fc.oneof(
  operation(
    'add',
    seeds,
    (list) => (scene) => addElements(scene, growElements(list, freshId(), scene.elements)),
  ),
  operation('remove', picks, (at) => (scene) => removeElements(scene, idsOf(scene, at))),
  operation(
    'move',
    fc.tuple(picks, offset, offset),
    ([at, dx, dy]) =>
      (scene) =>
        moveElements(scene, idsOf(scene, at), dx, dy),
  ),
  operation(
    'resize',
    fc.tuple(
      picks,
      fc.constantFrom('n' as const, 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'),
      fc.tuple(offset, offset),
      fc.boolean(),
      fc.boolean(),
    ),
    ([at, handle, by, keepRatio, fromMiddle]) =>
      (scene) =>
        resizeElements(
          scene,
          idsOf(scene, at),
          { handle, offset: by, keepRatio, fromMiddle },
          measureEvenly,
        ),
  ),
  operation(
    'rotate',
    fc.tuple(picks, offset),
    ([at, angle]) =>
      (scene) =>
        rotateElements(scene, idsOf(scene, at), angle / 50),
  ),
  operation(
    'flip',
    fc.tuple(picks, axis),
    ([at, along]) =>
      (scene) =>
        flipElements(scene, idsOf(scene, at), along),
  ),
  operation(
    'duplicate',
    fc.tuple(picks, offset, offset),
    ([at, dx, dy]) =>
      (scene) =>
        duplicateElements(scene, idsOf(scene, at), dx, dy, freshId).scene,
  ),
  operation(
    'order',
    fc.tuple(picks, fc.constantFrom('front' as const, 'back', 'forward', 'backward')),
    ([at, change]) =>
      (scene) =>
        orderElements(scene, idsOf(scene, at), change),
  ),
  operation(
    'group',
    picks,
    (at) => (scene) => groupElements(scene, expandToGroups(scene, idsOf(scene, at)), freshId()),
  ),
  operation('ungroup', picks, (at) => (scene) => ungroupElements(scene, idsOf(scene, at))),
  operation(
    'lock',
    fc.tuple(picks, fc.boolean()),
    ([at, locked]) =>
      (scene) =>
        setLocked(scene, idsOf(scene, at), locked),
  ),
  operation(
    'style',
    fc.tuple(picks, style),
    ([at, given]) =>
      (scene) =>
        setStyle(scene, idsOf(scene, at), given, measureEvenly),
  ),
  operation(
    'text',
    fc.tuple(picks, name),
    ([at, text]) =>
      (scene) =>
        setText(scene, idOf(scene, at, 'text'), text, measureEvenly),
  ),
  operation(
    'bind',
    fc.tuple(picks, fc.constantFrom('start' as const, 'end'), fc.option(picks)),
    ([at, end, to]) =>
      (scene) =>
        bindArrow(
          scene,
          idOf(scene, at, 'arrow'),
          end,
          to === null ? null : (idsOf(scene, to)[0] ?? null),
        ),
  ),
  operation(
    'path',
    fc.tuple(picks, fc.array(fc.tuple(offset, offset), { minLength: 2, maxLength: 5 })),
    ([at, points]) =>
      (scene) =>
        setPath(scene, idOf(scene, at, 'arrow'), points),
  ),
  operation(
    'crop image',
    fc.tuple(picks, box),
    ([at, to]) =>
      (scene) =>
        cropImage(scene, idOf(scene, at, 'image'), to),
  ),
  operation('crop scene', fc.option(box), (crop) => (scene) => cropScene(scene, crop)),
  operation(
    'cut out',
    fc.tuple(axis, offset, fc.nat(300)),
    ([along, start, size]) =>
      (scene) =>
        cutOut(scene, { axis: along, start, end: start + size }, freshId),
  ),
  operation(
    'restart',
    fc.tuple(picks, fc.option(fc.nat(9))),
    ([at, number]) =>
      (scene) =>
        restartSteps(scene, idOf(scene, at, 'step'), number),
  ),
  operation(
    'frame',
    fc.tuple(picks, fc.option(picks)),
    ([at, to]) =>
      (scene) =>
        setFrame(scene, idsOf(scene, at), to === null ? null : idOf(scene, to, 'frame')),
  ),
  operation('settle', picks, (at) => (scene) => settleInFrames(scene, idsOf(scene, at))),
  operation(
    'rename',
    fc.tuple(picks, name),
    ([at, given]) =>
      (scene) =>
        renameFrame(scene, idOf(scene, at, 'frame'), given),
  ),
  operation(
    'align',
    fc.tuple(picks, fc.constantFrom('left' as const, 'center', 'right', 'top', 'middle', 'bottom')),
    ([at, to]) =>
      (scene) =>
        alignElements(scene, idsOf(scene, at), to),
  ),
  operation(
    'distribute',
    fc.tuple(picks, axis),
    ([at, along]) =>
      (scene) =>
        distributeElements(scene, idsOf(scene, at), along),
  ),
  operation(
    'background',
    fc.constantFrom('#ffffff', 'transparent'),
    (color) => (scene) => setBackground(scene, color),
  ),
  operation(
    'grid',
    fc.option(fc.integer({ min: 1, max: 50 })),
    (grid) => (scene) => setGridSize(scene, grid),
  ),
);
