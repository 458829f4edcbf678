import type { XmlElement } from '@rgrove/parse-xml';
import type { SceneElement } from '../../model/element.ts';
import { nameOf, tagsIn } from '../xml/read-xml.ts';
import { drawForeign } from './draw-foreign.ts';
import { drawImage } from './draw-image.ts';
import { drawShape, lengthsOf } from './draw-shape.ts';
import { drawText } from './draw-text.ts';
import { countDrawn, type Draw, type Drawing, type Place } from './drawing.ts';
import { type Matrix, multiply, readTransform } from './matrix.ts';
import { readNumbers } from './numbers.ts';
import { hrefOf } from './paint.ts';
import { styleOf } from './style.ts';

/** `use` in `use` in `use`: real ones have two or three. */
const MAX_USES = 8;

const LEAVES: Readonly<Record<string, Draw>> = {
  rect: drawShape,
  circle: drawShape,
  ellipse: drawShape,
  line: drawShape,
  polyline: drawShape,
  polygon: drawShape,
  path: drawShape,
  text: drawText,
  image: drawImage,
  foreignObject: drawForeign,
};

const LOST: Readonly<Record<string, string>> = {
  script: 'Scripts',
  animate: 'Animations',
  animateTransform: 'Animations',
  animateMotion: 'Animations',
  set: 'Animations',
  video: 'Videos',
  audio: 'Sounds',
};

/** `element` and all inside of it as elements of a scene, from the back to the front. */
export function draw(element: XmlElement, outer: Place, drawing: Drawing): SceneElement[] {
  const name = nameOf(element);
  const lost = LOST[name];
  if (lost) drawing.losses.add(lost);
  const leaf = Object.hasOwn(LEAVES, name) ? LEAVES[name] : undefined;
  if (leaf === undefined && !['g', 'svg', 'a', 'use', 'switch'].includes(name)) return [];
  const place = placeIn(element, outer, drawing);
  if (!place.style.isShown || (leaf && !place.style.isVisible)) return [];
  for (const effect of place.style.effects) drawing.losses.add(effect);
  if (leaf) {
    countDrawn(drawing);
    return leaf(element, place, drawing);
  }
  if (name === 'use') return drawUse(element, place, drawing);
  if (name === 'svg') return drawInside(element, viewPort(element, place), drawing);
  if (name === 'switch')
    return tagsIn(element)
      .slice(0, 1)
      .flatMap((tag) => draw(tag, place, drawing));
  const drawn = drawInside(element, place, drawing);
  return name === 'a' ? linked(drawn, hrefOf(element.attributes)) : drawn;
}

/** Place of what is drawn by `element` inside of `outer`. */
export function placeIn(element: XmlElement, outer: Place, { sheet }: Drawing): Place {
  const own = readTransform(element.attributes.transform);
  return {
    ...outer,
    matrix: multiply(outer.matrix, own),
    style: styleOf(element, outer.style, sheet),
  };
}

export function drawInside(element: XmlElement, place: Place, drawing: Drawing): SceneElement[] {
  return tagsIn(element).flatMap((tag) => draw(tag, place, drawing));
}

function drawUse(element: XmlElement, place: Place, drawing: Drawing): SceneElement[] {
  const target = drawing.ids.get(hrefOf(element.attributes).replace(/^#/, ''));
  if (target === undefined || place.uses >= MAX_USES) {
    drawing.losses.add('Repeated parts that are not in the file');
    return [];
  }
  countDrawn(drawing);
  const length = lengthsOf(element, place);
  const moved: Matrix = [1, 0, 0, 1, length('x'), length('y')];
  const inner = { ...place, matrix: multiply(place.matrix, moved), uses: place.uses + 1 };
  if (nameOf(target) !== 'symbol') return draw(target, inner, drawing);
  const own = placeIn(target, inner, drawing);
  const [width, height] = [length('width'), length('height')];
  return drawInside(target, viewPort(target, own, { width, height }), drawing);
}

/** The place inside of an `svg` or `symbol`, which may have a view box and a place of its own. */
export function viewPort(
  element: XmlElement,
  place: Place,
  given: { readonly width?: number; readonly height?: number } = {},
): Place {
  const length = lengthsOf(element, place);
  const [left = 0, top = 0, boxWidth = 0, boxHeight = 0] = readNumbers(element.attributes.viewBox);
  const width = given.width || length('width') || boxWidth || place.width;
  const height = given.height || length('height') || boxHeight || place.height;
  const moved = multiply(place.matrix, [1, 0, 0, 1, length('x'), length('y')]);
  if (!(boxWidth > 0 && boxHeight > 0)) return { ...place, matrix: moved, width, height };
  const isStretched = element.attributes.preserveAspectRatio?.trim() === 'none';
  const scale = Math.min(width / boxWidth, height / boxHeight);
  const [scaleX, scaleY] = isStretched ? [width / boxWidth, height / boxHeight] : [scale, scale];
  const spare = [(width - boxWidth * scaleX) / 2, (height - boxHeight * scaleY) / 2] as const;
  const inner: Matrix = [scaleX, 0, 0, scaleY, spare[0] - left * scaleX, spare[1] - top * scaleY];
  return { ...place, matrix: multiply(moved, inner), width: boxWidth, height: boxHeight };
}

function linked(elements: readonly SceneElement[], href: string): SceneElement[] {
  const link = /^https?:\/\//i.test(href) ? href : null;
  return elements.map((element) => ({ ...element, link: element.link ?? link }));
}
