import { growBox } from '../../geometry/box.ts';
import { distanceToOutline } from '../../geometry/outline.ts';
import { pathInScene } from '../../geometry/reshape.ts';
import type { Point, SceneElement } from '../../model/element.ts';
import type { Scene } from '../../model/scene.ts';
import { isBindable, isContainer, targetsOf } from '../link-elements.ts';
import { placeLabel } from '../place-label.ts';

/** What is inconsistent in a scene, as sentences. */
export function findFaults(scene: Scene): string[] {
  const byId = new Map(scene.elements.map((element) => [element.id, element]));
  const faults = byId.size === scene.elements.length ? [] : ['an id occurs twice'];
  const get = (id: string) => byId.get(id);
  for (const element of scene.elements) {
    const say = (what: string) => faults.push(`${element.type} ${element.id}: ${what}`);
    for (const path of findBadNumbers(element)) say(`${path} is no finite number`);
    if (element.width < 0 || element.height < 0) say('has a negative size');
    checkLinks(element, get, say);
  }
  checkSteps(scene, faults);
  return faults;
}

type Get = (id: string) => SceneElement | undefined;
type Say = (what: string) => void;

function checkLinks(element: SceneElement, get: Get, say: Say): void {
  for (const id of targetsOf(element)) {
    const target = get(id);
    if (target === undefined) say(`refers to ${id}, which is not there`);
    else if (!target.boundElements.some((bound) => bound.id === element.id))
      say(`${id} does not name it`);
    else if (element.type === 'arrow' ? !isBindable(target) : !isContainer(target))
      say(`can't hang on a ${target.type}`);
  }
  const bound = element.boundElements.map(({ id }) => id);
  if (new Set(bound).size < bound.length) say('names one twice');
  if (element.boundElements.filter(({ type }) => type === 'text').length > 1) say('has two labels');
  for (const { id, type } of element.boundElements) {
    const other = get(id);
    if (!targetsOf(other).includes(element.id)) say(`names ${id}, which doesn't hang on it`);
    if (other?.type !== type) say(`calls ${id} a ${type}`);
  }
  if (element.frameId !== null && get(element.frameId)?.type !== 'frame') say('is in no frame');
  if (element.type === 'text' && element.containerId !== null) {
    const container = get(element.containerId);
    const placed = container && placeLabel(container, element);
    if (placed && Math.hypot(placed.x - element.x, placed.y - element.y) > 1e-6)
      say('is not where a label belongs');
  }
  if (element.type === 'arrow') checkEnds(element, get, say);
}

/** Bound ends lie at their gap from the outline, unless a shape is so small or near that there is no way. */
function checkEnds(arrow: Extract<SceneElement, { type: 'arrow' }>, get: Get, say: Say): void {
  const path = pathInScene(arrow);
  const { startBinding, endBinding } = arrow;
  if (path.length === 2 && startBinding?.elementId === endBinding?.elementId) return;
  const check = (binding: typeof startBinding, point: Point | undefined) => {
    const shape = binding === null ? undefined : get(binding.elementId);
    if (binding === null || shape === undefined || point === undefined) return;
    const isRound = shape.type === 'ellipse' || shape.type === 'step';
    const reached: SceneElement = isRound ? { ...shape, ...growBox(shape, binding.gap) } : shape;
    const off = Math.abs(distanceToOutline(reached, point) - (isRound ? 0 : binding.gap));
    if (off > 0.1) say(`ends ${off} from where it is bound`);
  };
  check(startBinding, path[0]);
  check(endBinding, path.at(-1));
}

function checkSteps(scene: Scene, faults: string[]): void {
  let number = 0;
  for (const element of scene.elements) {
    if (element.type !== 'step') continue;
    number = element.restartAt ?? number + 1;
    if (element.number !== number) faults.push(`step ${element.id} should be ${number}`);
  }
}

function findBadNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => findBadNumbers(inner, `${path}.${key}`));
}
