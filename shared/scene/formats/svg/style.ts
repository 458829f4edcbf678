import type { XmlElement } from '@rgrove/parse-xml';
import type { FontFamily } from '../../model/element.ts';
import { readLength } from './numbers.ts';
import { readDeclarations, type StyleSheet } from './style-sheet.ts';

/** What of CSS decides how a shape or a text looks here. Colours are as written. */
export interface Style {
  readonly fill: string;
  readonly stroke: string;
  readonly color: string;
  readonly strokeWidth: number;
  readonly dashes: string;
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
  /** Of the element and all around it, multiplied. */
  readonly opacity: number;
  readonly fontSize: number;
  readonly fontFamily: string;
  readonly anchor: string;
  readonly textAlign: string;
  readonly baseline: string;
  readonly markerStart: string;
  readonly markerEnd: string;
  readonly isVisible: boolean;
  readonly isShown: boolean;
  /** Has a shadow, a mask or the like, which a scene can't. */
  readonly effects: readonly string[];
}

export const INITIAL_STYLE: Style = {
  fill: '#000000',
  stroke: 'none',
  color: '#000000',
  strokeWidth: 1,
  dashes: 'none',
  fillOpacity: 1,
  strokeOpacity: 1,
  opacity: 1,
  fontSize: 16,
  fontFamily: '',
  anchor: 'start',
  textAlign: '',
  baseline: 'auto',
  markerStart: 'none',
  markerEnd: 'none',
  isVisible: true,
  isShown: true,
  effects: [],
};

/** The style of `element` inside of one that has `outer`. */
export function styleOf(element: XmlElement, outer: Style, sheet: StyleSheet): Style {
  const { attributes } = element;
  const layers = [...sheet.declarationsOf(element), readDeclarations(attributes.style ?? '')];
  const value = (name: string): string | undefined => {
    const set = layers.findLast((layer) => layer.has(name))?.get(name) ?? attributes[name];
    return set === undefined || set === 'inherit' ? undefined : set;
  };
  const font = readFont(value('font'));
  const fontSize =
    readLength(value('font-size') ?? font?.size, {
      fontSize: outer.fontSize,
      whole: outer.fontSize,
    }) ?? outer.fontSize;
  const share = (name: string, usual: number): number => {
    const text = value(name);
    const number = Number.parseFloat(text ?? '');
    if (Number.isNaN(number)) return usual;
    return Math.max(0, Math.min(1, text?.trim().endsWith('%') ? number / 100 : number));
  };
  const marker = value('marker');
  const isSet = (name: string) => !['none', undefined].includes(value(name));
  return {
    fill: value('fill') ?? outer.fill,
    stroke: value('stroke') ?? outer.stroke,
    color: value('color') ?? outer.color,
    strokeWidth: readLength(value('stroke-width'), { fontSize, whole: 100 }) ?? outer.strokeWidth,
    dashes: value('stroke-dasharray') ?? outer.dashes,
    fillOpacity: share('fill-opacity', outer.fillOpacity),
    strokeOpacity: share('stroke-opacity', outer.strokeOpacity),
    opacity: outer.opacity * share('opacity', 1),
    fontSize,
    fontFamily: value('font-family') ?? font?.family ?? outer.fontFamily,
    anchor: value('text-anchor') ?? outer.anchor,
    textAlign: value('text-align') ?? outer.textAlign,
    baseline: value('dominant-baseline') ?? value('alignment-baseline') ?? outer.baseline,
    markerStart: value('marker-start') ?? marker ?? outer.markerStart,
    markerEnd: value('marker-end') ?? marker ?? outer.markerEnd,
    isVisible: readVisibility(value('visibility')) ?? outer.isVisible,
    isShown: value('display') !== 'none',
    effects: EFFECTS.filter(([name]) => isSet(name)).map(([, what]) => what),
  };
}

const EFFECTS = [
  ['filter', 'Shadows and other filters'],
  ['mask', 'Masks'],
  ['clip-path', 'Clipped parts, which are shown whole'],
] as const;

function readFont(text: string | undefined): { size: string; family: string } | undefined {
  const [, size, family] = /([\d.]+(?:px|pt|em|%))(?:\/\S+)?\s+(.+)$/.exec(text ?? '') ?? [];
  return size === undefined || family === undefined ? undefined : { size, family };
}

function readVisibility(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'visible';
}

/** The family of ours that is nearest to a CSS list of them. */
export function nearestFamily(families: string): FontFamily {
  if (/mono|courier|consol|menlo|cascadia|comic shanns/i.test(families)) return 'mono';
  if (/excalifont|virgil|caveat|\bcursive\b|comic|hand/i.test(families)) return 'hand';
  return 'sans';
}
