import type { ElementOf, ElementType } from './element.ts';

type Common = Omit<ElementOf<'rectangle'>, 'type' | 'id'>;
type Own<Type extends ElementType> = Omit<ElementOf<Type>, keyof Common | 'type' | 'id'>;

const COMMON: Common = {
  x: 0,
  y: 0,
  width: 0,
  height: 0,
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 2,
  strokeStyle: 'solid',
  opacity: 100,
  groupIds: [],
  frameId: null,
  rounded: false,
  boundElements: [],
  locked: false,
  link: null,
};

const OWN: { readonly [Type in ElementType]: Own<Type> & Partial<Common> } = {
  rectangle: {},
  ellipse: {},
  diamond: {},
  line: { points: [], startArrowhead: null, endArrowhead: null },
  arrow: {
    points: [],
    startArrowhead: null,
    endArrowhead: 'arrow',
    startBinding: null,
    endBinding: null,
  },
  freedraw: { points: [], pressures: [] },
  text: {
    text: '',
    lines: null,
    fontSize: 20,
    fontFamily: 'sans',
    textAlign: 'left',
    verticalAlign: 'top',
    containerId: null,
    autoResize: true,
    lineHeight: 1.25,
  },
  highlight: { backgroundColor: '#ffe066', strokeColor: 'transparent', opacity: 50 },
  step: { number: 1, restartAt: null, backgroundColor: '#e03131', strokeColor: '#ffffff' },
  redaction: { style: 'solid', backgroundColor: '#1e1e1e', strokeColor: 'transparent' },
  image: { fileId: '', crop: null, scale: [1, 1], strokeColor: 'transparent' },
  frame: { name: null },
};

/** An element of `type` with what every new one has, and `given` in place of it. */
export function makeElement<Type extends ElementType>(
  type: Type,
  given: Partial<Omit<ElementOf<Type>, 'type'>>,
): ElementOf<Type> {
  const made = { id: crypto.randomUUID(), ...COMMON, ...OWN[type], ...given, type };
  return made as unknown as ElementOf<Type>;
}
