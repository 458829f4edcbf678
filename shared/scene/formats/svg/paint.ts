import type { SceneElement } from '../../model/element.ts';
import { readCssColor } from '../css-color.ts';
import { findTags, nameOf } from '../xml/read-xml.ts';
import type { Drawing, Place } from './drawing.ts';
import { scaleOf } from './matrix.ts';
import { readNumbers } from './numbers.ts';
import { INITIAL_STYLE, type Style, styleOf } from './style.ts';

type Paint = Pick<
  SceneElement,
  'strokeColor' | 'backgroundColor' | 'strokeWidth' | 'strokeStyle' | 'opacity'
>;

/** How a shape of this style looks in a scene. */
export function paintOf({ style, matrix }: Place, drawing: Drawing): Paint {
  const strokeWidth = style.strokeWidth * scaleOf(matrix);
  const stroke = colorOf(style.stroke, style.strokeOpacity, style, drawing);
  return {
    strokeColor: strokeWidth > 0 ? stroke : 'transparent',
    backgroundColor: colorOf(style.fill, style.fillOpacity, style, drawing),
    strokeWidth: strokeWidth > 0 ? round(strokeWidth) : 1,
    strokeStyle: dashOf(style.dashes, style.strokeWidth),
    opacity: Math.round(style.opacity * 100),
  };
}

export function isInvisible({ strokeColor, backgroundColor, opacity }: Paint): boolean {
  return (strokeColor === 'transparent' && backgroundColor === 'transparent') || opacity === 0;
}

/** The colour of a text. */
export function inkOf({ style }: Place, drawing: Drawing): string {
  return colorOf(style.fill, style.fillOpacity, style, drawing);
}

/** A colour with its opacity; of a gradient, the first one. */
function colorOf(paint: string, opacity: number, style: Style, drawing: Drawing): string {
  if (/^currentcolor$/i.test(paint)) return colorOf(style.color, opacity, style, drawing);
  if (/^context-/.test(paint)) return 'transparent';
  const [, id, fallback = ''] = /^url\(\s*["']?#([^"')]+)["']?\s*\)\s*(.*)$/.exec(paint) ?? [];
  if (id !== undefined) return fade(firstStop(id, drawing) ?? readOr(fallback, style), opacity);
  return fade(readOr(paint, style), opacity);
}

function readOr(paint: string, { color }: Style): string {
  const known = /^var\([^,()]*,(.*)\)$/.exec(paint)?.[1] ?? paint;
  return readCssColor(known) ?? (known === '' ? 'transparent' : (readCssColor(color) ?? '#000000'));
}

function firstStop(id: string, drawing: Drawing): string | undefined {
  const server = drawing.ids.get(id);
  if (server === undefined) return undefined;
  const [, linked = ''] = /^#(.+)$/.exec(hrefOf(server.attributes)) ?? [];
  const stops = findTags(server, (tag) => nameOf(tag) === 'stop');
  const stop =
    stops[0] ?? findTags(drawing.ids.get(linked) ?? server, (tag) => nameOf(tag) === 'stop')[0];
  drawing.losses.add(stop ? 'Gradients, now of one colour' : 'Patterns');
  if (stop === undefined) return '#cccccc';
  const { color } = styleOf(stop, INITIAL_STYLE, drawing.sheet);
  return readCssColor(
    stop.attributes['stop-color'] ?? readStopColor(stop.attributes.style) ?? color,
  );
}

function readStopColor(style: string | undefined): string | undefined {
  return /stop-color:\s*([^;]+)/.exec(style ?? '')?.[1];
}

export function hrefOf(attributes: Readonly<Record<string, string>>): string {
  return attributes.href ?? attributes['xlink:href'] ?? '';
}

/** `color` with `opacity` (0 to 1) beside its own. */
function fade(color: string, opacity: number): string {
  if (color === 'transparent' || opacity >= 1) return color;
  const own = color.length === 9 ? Number.parseInt(color.slice(7), 16) : 255;
  const alpha = Math.round(own * opacity);
  return alpha === 0 ? 'transparent' : color.slice(0, 7) + alpha.toString(16).padStart(2, '0');
}

/** Mermaid writes `0 0 120 4` on whole lines, to leave room for a tip: what counts is a gap that comes again. */
function dashOf(dashes: string, strokeWidth: number): SceneElement['strokeStyle'] {
  const lengths = readNumbers(dashes);
  const [dash = 0, gap = dash] = lengths.slice(lengths[0] === 0 && lengths[1] === 0 ? 2 : 0);
  const isWhole = lengths.length === 4 && lengths[0] === 0 && lengths[1] === 0;
  if (lengths.length === 0 || isWhole || gap === 0) return 'solid';
  return dash <= Math.max(2, strokeWidth) ? 'dotted' : 'dashed';
}

function round(length: number): number {
  return Math.round(length * 100) / 100;
}
