import { XmlElement, XmlText } from '@rgrove/parse-xml';
import type { SceneElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import { nameOf, tagsIn } from '../xml/read-xml.ts';
import { LINE_HEIGHT, sizeOf } from './draw-text.ts';
import type { Drawing, Place } from './drawing.ts';
import { scaleOf, transform } from './matrix.ts';
import { checkNumber, readLength } from './numbers.ts';
import { inkOf } from './paint.ts';
import { nearestFamily, styleOf } from './style.ts';

/** The words of HTML inside of a `foreignObject`, its blocks as lines. */
export function readHtmlWords(element: XmlElement): string {
  const write = (tag: XmlElement): string => {
    if (SILENT.has(nameOf(tag))) return '';
    const inside = tag.children
      .map((child) => {
        if (child instanceof XmlText) return child.text.replace(/\s+/g, ' ');
        return child instanceof XmlElement ? write(child) : '';
      })
      .join('');
    if (nameOf(tag) === 'br') return '\n';
    return BLOCKS.has(nameOf(tag)) ? `\n${inside}\n` : inside;
  };
  return tagsIn(element)
    .map(write)
    .join('\n')
    .split('\n')
    .map((line) => line.trim())
    .filter(
      (line, i, lines) => line !== '' || (i > 0 && i < lines.length - 1 && lines[i - 1] !== ''),
    )
    .join('\n')
    .trim();
}

const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'h1', 'h2', 'h3', 'pre']);
const SILENT = new Set(['style', 'script', 'head', 'title']);

/** A `foreignObject` as the text that it shows, in its middle. */
export function drawForeign(element: XmlElement, place: Place, drawing: Drawing): SceneElement[] {
  const text = readHtmlWords(element);
  if (text === '' || !place.style.isVisible) return [];
  const styles = [element, ...deepest(element)].reduce(
    (outer, tag) => styleOf(tag, outer, drawing.sheet),
    place.style,
  );
  const length = (name: string, whole: number) =>
    readLength(element.attributes[name], { fontSize: styles.fontSize, whole }) ?? 0;
  const box = {
    x: length('x', place.width),
    y: length('y', place.height),
    width: length('width', place.width),
    height: length('height', place.height),
  };
  const given = {
    text,
    fontSize: Math.max(1, Math.round(styles.fontSize * scaleOf(place.matrix) * 100) / 100),
    fontFamily: nearestFamily(styles.fontFamily),
    lineHeight: LINE_HEIGHT,
    // HTML has the colour of text in `color`; where no rule sets it, tools rely on the fill around.
    strokeColor: inkOf({ ...place, style: htmlInk(styles, place) }, drawing),
    opacity: Math.round(styles.opacity * 100),
  };
  const size = sizeOf(given, drawing);
  const middle = transform(place.matrix, [box.x + box.width / 2, box.y + box.height / 2]);
  return [
    makeElement('text', {
      ...given,
      ...size,
      x: checkNumber(middle[0] - size.width / 2),
      y: checkNumber(middle[1] - size.height / 2),
      textAlign: /^(left|start|justify)$/.test(styles.textAlign) ? 'left' : 'center',
    }),
  ];
}

function htmlInk(style: Place['style'], place: Place): Place['style'] {
  return { ...style, fill: style.color === '#000000' ? place.style.fill : style.color };
}

/** The way of only children down to the words. */
function deepest(element: XmlElement): XmlElement[] {
  const [only, ...others] = tagsIn(element);
  return only === undefined || others.length > 0 ? [] : [only, ...deepest(only)];
}
