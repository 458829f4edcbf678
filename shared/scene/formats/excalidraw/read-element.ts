import type { Binding, BoundElement, SceneElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import type { SceneFile } from '../../model/scene.ts';
import { SCENE_LIMITS } from '../../schema/scene-limits.ts';
import { readCssColor } from '../css-color.ts';
import { isRecord, isSafeKey } from '../json-text.ts';
import { readArrowhead, readFont } from './names.ts';
import { readOwn } from './own-types.ts';
import { toSceneCrop } from './picture-crop.ts';
import { type RawElement, readChoice, readNumber, readPoints, readText } from './raw-element.ts';

export type FilesById = Readonly<Record<string, SceneFile>>;

/**
 * One element of Excalidraw, without its foreign fields.
 *
 * @returns undefined where it is of a kind that shows nothing
 * @throws {ReadError} `bad-number`
 */
export function readElement(raw: RawElement, files: FilesById): SceneElement | undefined {
  const common = readCommon(raw);
  const own = readOwn(raw, common);
  if (own !== undefined) return own;
  switch (raw.type) {
    case 'rectangle':
    case 'ellipse':
    case 'diamond':
      return makeElement(raw.type, common);
    case 'iframe':
    case 'embeddable':
      return makeElement('rectangle', common);
    case 'line':
    case 'draw':
      return makeElement('line', { ...common, ...readLinear(raw, common) });
    case 'arrow':
      return makeElement('arrow', {
        ...common,
        ...readLinear(raw, common),
        startBinding: readBinding(raw.startBinding),
        endBinding: readBinding(raw.endBinding),
      });
    case 'freedraw':
      return makeElement('freedraw', {
        ...common,
        points: readPoints(raw),
        pressures: readPressures(raw),
      });
    case 'text':
      return makeElement('text', { ...common, ...readTextFields(raw) });
    case 'image':
      return readImage(raw, common, files);
    case 'frame':
    case 'magicframe':
      return makeElement('frame', {
        ...common,
        name: readText(raw, 'name')?.slice(0, SCENE_LIMITS.nameLength) ?? null,
      });
    default:
      return undefined;
  }
}

export type CommonFields = ReturnType<typeof readCommon>;

function readCommon(raw: RawElement) {
  const width = readNumber(raw, 'width', 0);
  const height = readNumber(raw, 'height', 0);
  const color = (field: string, usual: string) => readCssColor(readText(raw, field) ?? '') ?? usual;
  const frameId = readText(raw, 'frameId');
  const link = readText(raw, 'link');
  // A path begins at its place, whatever way it goes.
  const isPath = Array.isArray(raw.points);
  return {
    id: readText(raw, 'id') ?? crypto.randomUUID(),
    x: readNumber(raw, 'x', 0) + (isPath ? 0 : Math.min(0, width)),
    y: readNumber(raw, 'y', 0) + (isPath ? 0 : Math.min(0, height)),
    width: Math.abs(width),
    height: Math.abs(height),
    angle: readNumber(raw, 'angle', 0),
    strokeColor: color('strokeColor', '#1e1e1e'),
    backgroundColor: color('backgroundColor', 'transparent'),
    fillStyle: readChoice(raw, 'fillStyle', ['solid', 'hachure', 'cross-hatch', 'zigzag']),
    strokeWidth: Math.max(0, readNumber(raw, 'strokeWidth', 2)),
    strokeStyle: readChoice(raw, 'strokeStyle', ['solid', 'dashed', 'dotted']),
    opacity: Math.min(100, Math.max(0, readNumber(raw, 'opacity', 100))),
    groupIds: Array.isArray(raw.groupIds) ? raw.groupIds.filter(isId) : [],
    frameId: isId(frameId) ? frameId : null,
    rounded: isRecord(raw.roundness) || raw.strokeSharpness === 'round',
    boundElements: Array.isArray(raw.boundElements) ? raw.boundElements.flatMap(readBound) : [],
    locked: raw.locked === true,
    link: isShort(link) ? link : null,
  };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && isShort(value) && isSafeKey(value);
}

function isShort(text: string | null): boolean {
  return text !== null && text.length <= SCENE_LIMITS.nameLength;
}

function readBound(value: unknown): BoundElement[] {
  if (!isRecord(value) || !isId(value.id)) return [];
  return value.type === 'arrow' || value.type === 'text'
    ? [{ id: value.id, type: value.type }]
    : [];
}

function readBinding(value: unknown): Binding | null {
  if (!isRecord(value) || !isId(value.elementId)) return null;
  return {
    elementId: value.elementId,
    focus: Math.min(1, Math.max(-1, readNumber(value, 'focus', 0))),
    gap: Math.max(0, readNumber(value, 'gap', 0)),
  };
}

function readLinear(raw: RawElement, { x, y, width, height }: CommonFields) {
  const found = readPoints(raw);
  const given: typeof found =
    found.length < 2
      ? [
          [0, 0],
          [width, height],
        ]
      : found;
  const [dx, dy] = given[0] ?? [0, 0];
  return {
    x: x + dx,
    y: y + dy,
    points: given.map(([px, py]) => [px - dx, py - dy] as const),
    startArrowhead: readArrowhead(raw.startArrowhead),
    endArrowhead: readArrowhead(
      raw.endArrowhead === undefined && raw.type === 'arrow' ? 'arrow' : raw.endArrowhead,
    ),
  };
}

function readPressures(raw: RawElement): number[] {
  if (!Array.isArray(raw.pressures) || raw.simulatePressure === true) return [];
  return raw.pressures.map((value) =>
    typeof value === 'number' ? Math.min(1, Math.max(0, value)) : 0.5,
  );
}

function readTextFields(raw: RawElement) {
  const containerId = readText(raw, 'containerId');
  const shown = readText(raw, 'text') ?? '';
  const written = readText(raw, 'originalText') ?? shown;
  // Wrapping changes white space only; else what is shown is newer.
  const isWrapped = written !== shown && withoutSpace(written) === withoutSpace(shown);
  return {
    text: isWrapped ? written : shown,
    lines: isWrapped ? shown.split('\n') : null,
    fontSize: Math.max(1, readNumber(raw, 'fontSize', 20)),
    fontFamily: readFont(raw.fontFamily),
    textAlign: readChoice(raw, 'textAlign', ['left', 'center', 'right']),
    verticalAlign: readChoice(raw, 'verticalAlign', ['top', 'middle', 'bottom']),
    containerId: isId(containerId) ? containerId : null,
    autoResize: raw.autoResize !== false,
    lineHeight: Math.max(0, readNumber(raw, 'lineHeight', 0)) || 1.25,
  };
}

function withoutSpace(text: string): string {
  return text.replace(/\s/g, '');
}

function readImage(raw: RawElement, common: CommonFields, files: FilesById): SceneElement {
  const fileId = readText(raw, 'fileId');
  const file = fileId !== null && Object.hasOwn(files, fileId) ? files[fileId] : undefined;
  if (fileId === null || file === undefined) return makeElement('rectangle', common);
  const [across, down] = Array.isArray(raw.scale) ? (raw.scale as unknown[]) : [];
  return makeElement('image', {
    ...common,
    fileId,
    crop: toSceneCrop(raw.crop, file),
    scale: [across === -1 ? -1 : 1, down === -1 ? -1 : 1],
  });
}
