import type { ElementOf, SceneElement } from '../model/element.ts';
import type { Scene } from '../model/scene.ts';
import type { MeasureText } from '../text/measure-text.ts';
import { editScene } from './edit-scene.ts';
import { fitLabels } from './fit-label.ts';
import { pickUnlocked, withLabels } from './pick.ts';

type Line = ElementOf<'arrow'>;
type Text = ElementOf<'text'>;

/** What a style panel can change. Each element takes of it what it has. */
export interface Style {
  readonly strokeColor: string;
  readonly backgroundColor: string;
  readonly fillStyle: SceneElement['fillStyle'];
  readonly strokeWidth: number;
  readonly strokeStyle: SceneElement['strokeStyle'];
  readonly opacity: number;
  readonly rounded: boolean;
  readonly startArrowhead: Line['startArrowhead'];
  readonly endArrowhead: Line['endArrowhead'];
  readonly fontFamily: Text['fontFamily'];
  readonly fontSize: number;
  readonly textAlign: Text['textAlign'];
  readonly verticalAlign: Text['verticalAlign'];
  readonly style: ElementOf<'redaction'>['style'];
}

export type StyleKey = keyof Style;

const TEXT_KEYS: readonly StyleKey[] = ['fontFamily', 'fontSize', 'textAlign', 'verticalAlign'];
const LINE_KEYS: readonly StyleKey[] = ['startArrowhead', 'endArrowhead'];
const COVER_KEYS: readonly StyleKey[] = ['backgroundColor', 'style', 'opacity'];
const STROKE_KEYS: readonly StyleKey[] = ['strokeColor', 'strokeWidth', 'strokeStyle', 'opacity'];
const SHAPE_KEYS: readonly StyleKey[] = [...STROKE_KEYS, 'backgroundColor', 'fillStyle'];

/** What of a style means something for elements of each type. */
export const STYLE_KEYS: Readonly<Record<SceneElement['type'], readonly StyleKey[]>> = {
  rectangle: [...SHAPE_KEYS, 'rounded'],
  ellipse: SHAPE_KEYS,
  diamond: [...SHAPE_KEYS, 'rounded'],
  line: [...SHAPE_KEYS, 'rounded', ...LINE_KEYS],
  arrow: [...STROKE_KEYS, 'rounded', ...LINE_KEYS],
  freedraw: ['strokeColor', 'strokeWidth', 'backgroundColor', 'opacity'],
  text: ['strokeColor', 'opacity', ...TEXT_KEYS],
  highlight: ['backgroundColor', 'opacity', 'rounded'],
  step: ['backgroundColor', 'strokeColor', 'opacity'],
  redaction: COVER_KEYS.filter((key) => key !== 'opacity'),
  image: ['opacity'],
  frame: [],
};

/** Taken over by the label of a shape too. */
const WITH_LABEL: readonly StyleKey[] = ['strokeColor', 'opacity', ...TEXT_KEYS];

/** Gives elements a style, their labels its colour, font and opacity. Texts are measured anew. */
export function setStyle(
  scene: Scene,
  ids: Iterable<string>,
  style: Partial<Style>,
  measure: MeasureText,
): Scene {
  const picked = pickUnlocked(scene, ids);
  const chosen = new Set(picked);
  const changed = withLabels(scene, picked).flatMap((element) => {
    const keys = chosen.has(element) ? STYLE_KEYS[element.type] : WITH_LABEL;
    const styled = take(element, style, keys);
    return styled === element ? [] : [styled];
  });
  const resized = TEXT_KEYS.some((key) => key in style);
  return editScene(scene, { changed: resized ? fitTexts(scene, changed, measure) : changed });
}

function fitTexts(scene: Scene, changed: readonly SceneElement[], measure: MeasureText) {
  const texts = changed.filter(({ type }) => type === 'text');
  const others = changed.filter(({ type }) => type !== 'text');
  return [...others, ...fitLabels(scene, texts, measure)];
}

function take(
  element: SceneElement,
  style: Partial<Style>,
  keys: readonly StyleKey[],
): SceneElement {
  const has: Readonly<Record<string, unknown>> = { ...element };
  const taken = keys.filter((key) => style[key] !== undefined && style[key] !== has[key]);
  return taken.length === 0
    ? element
    : { ...element, ...Object.fromEntries(taken.map((key) => [key, style[key]])) };
}
