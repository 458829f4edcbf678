import { utf8 } from '../../../crypto/bytes.ts';
import type { SceneElement } from '../../model/element.ts';
import { EMPTY_SCENE, type Scene } from '../../model/scene.ts';
import { editScene } from '../../operations/edit-scene.ts';
import { fitLabels } from '../../operations/fit-label.ts';
import type { MeasureText } from '../../text/measure-text.ts';
import { readCssColor } from '../css-color.ts';
import { LossList, ReadError, type ReadResult } from '../read-result.ts';
import { readSafely } from '../read-safely.ts';
import { type Cell, readCells } from './cell.ts';
import { CellTree } from './cell-tree.ts';
import { drawEdge } from './draw-edge.ts';
import { type Drawing, drawVertex } from './draw-vertex.ts';
import { unpackDrawio } from './unpack-drawio.ts';

/** Media type of draw.io's files. */
export const DRAWIO_TYPE = 'application/vnd.jgraph.mxfile';

/** Names of a draw.io file's pages, in order. @throws {ReadError} as `readDrawio` */
export function listDrawioPages(text: string): string[] {
  return unpackDrawio(text).map(({ name }) => name);
}

/**
 * One page of a draw.io file as a scene; the file itself comes along as an attachment.
 * Errors: `broken`, `unknown-type`, `no-diagram`, `bad-number`, `unsafe-content`, a limit.
 */
export function readDrawio(text: string, measure: MeasureText, page = 0): Promise<ReadResult> {
  return readSafely(async () => {
    const pages = unpackDrawio(text);
    const model = await pages[page]?.readModel();
    if (model === undefined) throw new ReadError('no-diagram');
    const losses = new LossList();
    losses.add('Further pages, which stay in the attached file', pages.length - 1);
    const cells = readCells(model);
    const drawing: Drawing = { tree: new CellTree(cells), losses, files: {} };
    const elements = drawCells(cells, drawing);
    if (elements.length === 0) throw new ReadError('no-diagram');
    const bare: Scene = {
      ...EMPTY_SCENE,
      files: drawing.files,
      attachments: [{ name: 'diagram.drawio', type: DRAWIO_TYPE, bytes: utf8(text) }],
      backgroundColor: readBackground(model.attributes.background),
    };
    const fitted = fitLabels({ ...bare, elements }, elements, measure);
    const placed = fitted.map((element, i) => keepInBox(element, elements[i] ?? element));
    return { scene: editScene(bare, { added: placed }), losses: losses.toArray() };
  });
}

function drawCells(cells: readonly Cell[], drawing: Drawing): SceneElement[] {
  const { tree } = drawing;
  const shown = cells.filter((cell) => cell.kind !== 'layer' && tree.isShown(cell));
  const drawn = new Map<Cell, SceneElement[]>();
  const labels = new Map<string, Cell[]>();
  for (const cell of shown.filter(({ kind }) => kind === 'vertex')) {
    if (tree.get(cell.parent)?.kind === 'edge') {
      labels.set(cell.parent, [...(labels.get(cell.parent) ?? []), cell]);
    } else {
      drawn.set(cell, drawVertex(cell, drawing));
    }
  }
  const shapes = new Map(
    [...drawn.values()].flatMap(([shape]) => (shape === undefined ? [] : [[shape.id, shape]])),
  );
  for (const cell of shown.filter(({ kind }) => kind === 'edge')) {
    drawn.set(cell, drawEdge(cell, labels.get(cell.id) ?? [], drawing, shapes));
  }
  return shown.flatMap((cell) => drawn.get(cell) ?? []);
}

/** A text of its own, measured by now, at its place in the box that the file gives it. */
function keepInBox(element: SceneElement, before: SceneElement): SceneElement {
  if (element.type !== 'text' || element.containerId !== null) return element;
  const share = { top: 0, middle: 0.5, bottom: 1 }[element.verticalAlign];
  return { ...element, y: before.y + (before.height - element.height) * share };
}

function readBackground(color: string | undefined): string {
  const read = readCssColor(color ?? '');
  return read === undefined || read === 'transparent' ? EMPTY_SCENE.backgroundColor : read;
}
