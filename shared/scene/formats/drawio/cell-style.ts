import type { Arrowhead, ElementOf, FontFamily } from '../../model/element.ts';
import { readCssColor } from '../css-color.ts';
import type { LossList } from '../read-result.ts';
import type { Cell } from './cell.ts';
import { readHtmlLabel } from './label-text.ts';

/** draw.io's own defaults: black on white, one pixel wide. */
const STROKE = '#000000';
const FILL = '#ffffff';

/** What all elements of a cell have of its style. */
export function readLook({ style, link }: Cell) {
  const dashes = style.get('dashPattern')?.startsWith('1 ') ? 'dotted' : 'dashed';
  return {
    strokeColor: readColor(style.get('strokeColor'), STROKE),
    strokeWidth: readPositive(style.get('strokeWidth'), 1),
    strokeStyle: style.get('dashed') === '1' ? dashes : 'solid',
    opacity: Math.min(100, Math.max(0, Number(style.get('opacity') ?? 100) || 0)),
    rounded: style.get('rounded') === '1',
    locked: style.get('locked') === '1',
    link,
  } as const;
}

export function readFill({ style }: Cell): string {
  return readColor(style.get('fillColor'), FILL);
}

export function readAngle({ style }: Cell): number {
  return ((Number(style.get('rotation') ?? 0) || 0) * Math.PI) / 180;
}

/** The label as plain text. */
export function readLabel({ value, style }: Cell): string {
  return style.get('html') === '1' || /<[a-z][^<>]*>/i.test(value) ? readHtmlLabel(value) : value;
}

const BOLD_ITALIC_UNDERLINED = 7;

export function readFont({ style }: Cell, losses: LossList) {
  if ((Number(style.get('fontStyle') ?? 0) & BOLD_ITALIC_UNDERLINED) !== 0) {
    losses.add('Bold, italic and underlined labels, shown plain');
  }
  return {
    strokeColor: readColor(style.get('fontColor'), STROKE),
    fontSize: readPositive(style.get('fontSize'), 12),
    fontFamily: readFamily(style.get('fontFamily') ?? ''),
    textAlign: readAlign(style.get('align')),
    verticalAlign: readVerticalAlign(style.get('verticalAlign')),
  };
}

function readAlign(align: string | undefined): ElementOf<'text'>['textAlign'] {
  return align === 'left' || align === 'right' ? align : 'center';
}

function readVerticalAlign(align: string | undefined): ElementOf<'text'>['verticalAlign'] {
  return align === 'top' || align === 'bottom' ? align : 'middle';
}

function readFamily(name: string): FontFamily {
  if (/mono|courier|consol/i.test(name)) return 'mono';
  return /comic|hand|architects/i.test(name) ? 'hand' : 'sans';
}

const ARROWHEADS: Readonly<Record<string, Arrowhead | null>> = {
  none: null,
  classic: 'triangle',
  classicThin: 'triangle',
  block: 'triangle',
  blockThin: 'triangle',
  open: 'arrow',
  openThin: 'arrow',
  openAsync: 'arrow',
  oval: 'dot',
  circle: 'dot',
  diamond: 'diamond',
  diamondThin: 'diamond',
  dash: 'bar',
  ERone: 'bar',
  ERmandOne: 'bar',
};

export function readArrowhead(name: string | undefined, usual: Arrowhead | null, losses: LossList) {
  if (name === undefined) return usual;
  if (Object.hasOwn(ARROWHEADS, name)) return ARROWHEADS[name] ?? null;
  losses.add('Special arrowheads, shown as plain ones');
  return 'arrow';
}

function readColor(text: string | undefined, usual: string): string {
  // light-dark(#fff, #000): the scene is light.
  const light = /^light-dark\(\s*([^,]+(?:\([^)]*\))?)\s*,/.exec(text ?? '')?.[1] ?? text;
  return light === undefined || light === 'default' ? usual : (readCssColor(light) ?? usual);
}

function readPositive(text: string | undefined, usual: number): number {
  const value = Number(text);
  return value > 0 && value < 1000 ? value : usual;
}
