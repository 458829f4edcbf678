import type { SceneElement } from '../../model/element.ts';
import { quoteLabel } from './mermaid-text.ts';

export type NodeElement = Extract<
  SceneElement,
  { type: 'rectangle' | 'ellipse' | 'diamond' | 'text' | 'step' }
>;

/** Elements that Mermaid has a node for. A text does, where it is no label of another. */
export function isNode(element: SceneElement): element is NodeElement {
  if (element.type === 'text') return element.containerId === null;
  return ['rectangle', 'ellipse', 'diamond', 'step'].includes(element.type);
}

/** `n1("label")` */
export function writeNode(element: NodeElement, name: string, label: string): string {
  const text = quoteLabel(element.type === 'step' ? String(element.number) : label);
  switch (element.type) {
    case 'diamond':
      return `${name}{${text}}`;
    case 'step':
      return `${name}((${text}))`;
    case 'ellipse':
      return isRound(element) ? `${name}((${text}))` : `${name}([${text}])`;
    default:
      return element.rounded ? `${name}(${text})` : `${name}[${text}]`;
  }
}

function isRound({ width, height }: SceneElement): boolean {
  const ROUND_WITHIN = 1.2;
  return Math.max(width, height) <= Math.min(width, height) * ROUND_WITHIN;
}

/** What a new element has, and need not be said. */
const USUAL_STROKE = '#1e1e1e';

/** `style n1 fill:#ffec99,stroke:none`, or undefined where it looks as usual. */
export function writeStyle(element: NodeElement, name: string): string | undefined {
  const says: string[] = [];
  const { backgroundColor, strokeColor, strokeStyle } = element;
  if (element.type === 'text') {
    says.push('fill:none', 'stroke:none');
    if (strokeColor !== USUAL_STROKE) says.push(`color:${writeColor(strokeColor)}`);
  } else {
    if (backgroundColor !== 'transparent') says.push(`fill:${writeColor(backgroundColor)}`);
    if (strokeColor !== USUAL_STROKE) says.push(`stroke:${writeColor(strokeColor)}`);
    if (strokeStyle !== 'solid') says.push('stroke-dasharray:5 5');
  }
  return says.length === 0 ? undefined : `style ${name} ${says.join(',')}`;
}

function writeColor(color: string): string {
  return color === 'transparent' ? 'none' : color;
}
