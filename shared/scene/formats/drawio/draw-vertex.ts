import type { ElementOf, SceneElement, TextElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import type { SceneFile } from '../../model/scene.ts';
import { decodeBase64 } from '../base64.ts';
import { isSafeKey } from '../json-text.ts';
import type { LossList } from '../read-result.ts';
import { readSceneFile } from '../scene-file.ts';
import type { Cell } from './cell.ts';
import { readAngle, readFill, readFont, readLabel, readLook } from './cell-style.ts';
import type { CellTree } from './cell-tree.ts';

/** What a page is drawn from and into. */
export interface Drawing {
  readonly tree: CellTree;
  readonly losses: LossList;
  /** Pictures that the file carries, by their ids in the scene. */
  readonly files: Record<string, SceneFile>;
}

/** Shapes that look the same here, or nearly. */
const RECTANGLES =
  /^(rectangle|label|rounded|swimlane|process|ext|partialRectangle|table|tableRow|umlFrame)$/;

/** The elements that show a vertex, its label last. */
export function drawVertex(cell: Cell, drawing: Drawing): SceneElement[] {
  const { tree, losses } = drawing;
  const [left, top] = tree.originOf(cell);
  const { x, y, width, height } = cell.box;
  const outer = cell.isRelative ? tree.get(cell.parent)?.box : undefined;
  const box = {
    x: left + (outer ? outer.width * x : x),
    y: top + (outer ? outer.height * y : y),
    width,
    height,
  };
  const id = sceneId(cell.id);
  const common = { ...box, id, angle: readAngle(cell), groupIds: groupsOf(cell, tree) };
  const shape = cell.style.get('shape') ?? 'rectangle';
  const look = readLook(cell);
  const text = readLabel(cell);
  if (shape === 'group' || (cell.style.get('group') === '1' && text === '')) return [];
  if (shape === 'text' || isBare(cell)) {
    return text === '' ? [] : [makeText(cell, { ...common, text }, losses)];
  }
  const paint = { ...common, ...look, backgroundColor: readFill(cell) };
  const element = drawShape(shape, paint, { cell, drawing });
  if (text === '') return [element];
  const isSwimlane = shape === 'swimlane';
  const label = makeText(
    cell,
    {
      ...common,
      id: `${id}-label`,
      text,
      containerId: id,
      verticalAlign: isSwimlane ? 'top' : undefined,
    },
    losses,
  );
  // A picture's label stands below it.
  if (element.type === 'image') {
    return [element, { ...label, containerId: null, y: box.y + box.height }];
  }
  return [element, label];
}

function drawShape(
  shape: string,
  paint: Partial<Omit<ElementOf<'rectangle'>, 'type'>>,
  { cell, drawing }: { cell: Cell; drawing: Drawing },
): SceneElement {
  if (shape === 'ellipse' || shape === 'doubleEllipse') return makeElement('ellipse', paint);
  if (shape === 'rhombus') return makeElement('diamond', paint);
  if (shape === 'image') {
    const fileId = keepPicture(cell, drawing);
    if (fileId !== undefined) {
      return makeElement('image', { ...paint, fileId, strokeColor: 'transparent' });
    }
    drawing.losses.add('Pictures from the web or of an unknown kind, shown as boxes');
  } else if (!RECTANGLES.test(shape)) {
    drawing.losses.add('Special shapes, shown as rectangles');
  }
  return makeElement('rectangle', paint);
}

function isBare({ style }: Cell): boolean {
  return (
    style.get('strokeColor') === 'none' &&
    style.get('fillColor') === 'none' &&
    style.get('shape') !== 'image'
  );
}

type TextPlace = Pick<TextElement, 'id' | 'text' | 'x' | 'y' | 'width' | 'height' | 'groupIds'> & {
  readonly angle: number;
  readonly containerId?: string;
  readonly verticalAlign?: 'top' | undefined;
};

function makeText(
  cell: Cell,
  { verticalAlign, ...place }: TextPlace,
  losses: LossList,
): TextElement {
  const font = readFont(cell, losses);
  return makeElement('text', {
    ...place,
    ...font,
    ...(verticalAlign && { verticalAlign }),
    link: cell.link,
    autoResize: cell.style.get('whiteSpace') !== 'wrap',
    backgroundColor: 'transparent',
  });
}

/** Ids are keys of the scene; draw.io's may be any text. */
export function sceneId(id: string): string {
  return isSafeKey(id) ? id : `cell-${id}`;
}

/** All in one shape that holds others moves together. */
export function groupsOf(cell: Cell, tree: CellTree): string[] {
  const own = tree.holdsOthers(cell) ? [cell] : [];
  return [...own, ...tree.containers(cell)].map(({ id }) => `in-${id}`);
}

/** draw.io writes `data:image/png,` and base64. */
function keepPicture({ style }: Cell, { files }: Drawing): string | undefined {
  const [, mimeType, data] =
    /^data:(image\/[\w+.-]+)(?:;base64)?,([\w+/=\s]+)$/.exec(style.get('image') ?? '') ?? [];
  if (mimeType === undefined || data === undefined) return undefined;
  try {
    const fileId = crypto.randomUUID();
    files[fileId] = readSceneFile({ bytes: decodeBase64(data), mimeType });
    return fileId;
  } catch {
    return undefined;
  }
}
