import type { XmlElement } from '@rgrove/parse-xml';
import type { SceneElement } from '../../model/element.ts';
import type { SceneFile } from '../../model/scene.ts';
import type { MeasureText } from '../../text/measure-text.ts';
import { READ_LIMITS } from '../read-limits.ts';
import { type LossList, ReadError } from '../read-result.ts';
import type { Matrix } from './matrix.ts';
import type { Style } from './style.ts';
import type { StyleSheet } from './style-sheet.ts';

/** An SVG that is being read: what its parts need to know of the whole, and what came of them so far. */
export interface Drawing {
  readonly sheet: StyleSheet;
  readonly ids: ReadonlyMap<string, XmlElement>;
  readonly losses: LossList;
  readonly measure: MeasureText;
  readonly files: Record<string, SceneFile>;
  /** How many parts were drawn, those that `use` repeats counted again. */
  readonly drawn: { count: number };
}

/** Where and how a part of it is drawn. */
export interface Place {
  readonly matrix: Matrix;
  readonly style: Style;
  /** Of the view port, for lengths in percent. */
  readonly width: number;
  readonly height: number;
  /** How many `use` are around it. */
  readonly uses: number;
}

/** Draws one kind of part: its elements in scene units. */
export type Draw = (element: XmlElement, place: Place, drawing: Drawing) => SceneElement[];

/** @throws {ReadError} `too-many-elements` */
export function countDrawn({ drawn }: Drawing): void {
  if (++drawn.count > READ_LIMITS.elements) throw new ReadError('too-many-elements');
}
