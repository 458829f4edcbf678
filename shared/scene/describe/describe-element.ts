import type { ElementType, SceneElement } from '../model/element.ts';
import { findElement } from '../model/index-elements.ts';
import type { Scene } from '../model/scene.ts';

const WORDS: Readonly<Record<ElementType, string>> = {
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  diamond: 'Diamond',
  line: 'Line',
  arrow: 'Arrow',
  freedraw: 'Drawing',
  text: 'Text',
  highlight: 'Highlight',
  step: 'Step',
  redaction: 'Redaction',
  image: 'Image',
  frame: 'Frame',
};

/** Longer texts are cut, so that a name stays one. */
const NAME_LENGTH = 40;

/** What a person or a screen reader calls the element: "Arrow from Login to Token", "Rectangle Login", "Step 3". */
export function describeElement(element: SceneElement, scene: Scene): string {
  const locked = element.locked ? ', locked' : '';
  return describeAlone(element, scene) + locked;
}

function describeAlone(element: SceneElement, scene: Scene): string {
  const word = WORDS[element.type];
  const own = ownName(element, scene);
  switch (element.type) {
    case 'step':
      return `${word} ${element.number}`;
    case 'arrow':
      return `${own === null ? word : `${word} ${own}`}${describeEnds(element, scene)}`;
    case 'redaction':
      return element.style === 'pixelate' ? 'Pixelated redaction' : word;
    default:
      return own === null ? word : `${word} ${own}`;
  }
}

function describeEnds(arrow: Extract<SceneElement, { type: 'arrow' }>, scene: Scene): string {
  const start = arrow.startBinding && nameAsEnd(arrow.startBinding.elementId, scene);
  const end = arrow.endBinding && nameAsEnd(arrow.endBinding.elementId, scene);
  return (start === null ? '' : ` from ${start}`) + (end === null ? '' : ` to ${end}`);
}

function nameAsEnd(id: string, scene: Scene): string | null {
  const shape = findElement(scene, id);
  if (shape === undefined) return null;
  if (shape.type === 'step') return `step ${shape.number}`;
  return ownName(shape, scene) ?? WORDS[shape.type].toLowerCase();
}

/** What is written in, on or over it. */
function ownName(element: SceneElement, scene: Scene): string | null {
  if (element.type === 'text') return shorten(element.text);
  if (element.type === 'frame') return shorten(element.name ?? '');
  const bound = element.boundElements.find(({ type }) => type === 'text');
  const label = bound && findElement(scene, bound.id);
  return label?.type === 'text' ? shorten(label.text) : null;
}

function shorten(text: string): string | null {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line === '') return null;
  return line.length > NAME_LENGTH
    ? `${line
        .slice(0, NAME_LENGTH - 1)
        .trimEnd()
        .toWellFormed()}…`
    : line;
}
