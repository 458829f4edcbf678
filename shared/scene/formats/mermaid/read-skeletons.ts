import type { Point, SceneElement } from '../../model/element.ts';
import { findElement } from '../../model/index-elements.ts';
import type { Scene } from '../../model/scene.ts';
import { fitLabels } from '../../operations/fit-label.ts';
import { labelBox, placeLabel } from '../../operations/place-label.ts';
import type { MeasureText } from '../../text/measure-text.ts';
import { type RawElement, readPoints } from '../excalidraw/raw-element.ts';
import { readExcalidrawData } from '../excalidraw/read-excalidraw.ts';
import { isRecord } from '../json-text.ts';
import { READ_LIMITS } from '../read-limits.ts';
import { type Loss, ReadError } from '../read-result.ts';
import { connect } from '../svg/connect.ts';

/** Excalidraw's numbers for its plain font and for a corner's roundness. */
const SANS = 6;
const ROUND = { type: 3 };

/**
 * A scene of what Excalidraw's converter for Mermaid gives: elements with most fields missing, labels inside of
 * them, arrows that name their ends.
 *
 * @throws {ReadError} `broken`, `no-diagram`, `too-many-elements`, `bad-number`
 */
export function readSkeletons(
  skeletons: unknown,
  measure: MeasureText,
): { scene: Scene; losses: readonly Loss[] } {
  if (!Array.isArray(skeletons) || !skeletons.every(isRecord)) throw new ReadError('broken');
  if (skeletons.length === 0) throw new ReadError('no-diagram');
  if (skeletons.length > READ_LIMITS.elements) throw new ReadError('too-many-elements');
  const bound = new Map<unknown, object[]>();
  const bind = (to: unknown, id: string, type: 'arrow' | 'text') =>
    bound.set(to, [...(bound.get(to) ?? []), { id, type }]);
  const elements = skeletons.flatMap((skeleton) => expand(skeleton, bind));
  const { scene, losses } = readExcalidrawData({
    type: 'excalidraw',
    elements: elements.map((raw) => ({ ...raw, boundElements: bound.get(raw.id) ?? [] })),
  });
  return { scene: holdOn(layOutTexts(scene, measure)), losses };
}

type Bind = (to: unknown, id: string, type: 'arrow' | 'text') => void;

/** A skeleton as the elements that it stands for. */
function expand(skeleton: RawElement, bind: Bind): RawElement[] {
  const { label, start, end, roundness, ...rest } = skeleton;
  const id = typeof skeleton.id === 'string' ? skeleton.id : crypto.randomUUID();
  const bindEnd = (at: unknown) => {
    if (!isRecord(at) || typeof at.id !== 'string') return null;
    bind(at.id, id, 'arrow');
    return { elementId: at.id, focus: 0, gap: 0 };
  };
  const isText = skeleton.type === 'text';
  const size = Array.isArray(skeleton.points) ? sizeOf(readPoints(skeleton)) : {};
  const element = {
    ...rest,
    ...size,
    id,
    fontFamily: SANS,
    roundness: roundness === undefined || roundness === null ? null : ROUND,
    ...(isText ? { originalText: skeleton.text } : {}),
    ...(skeleton.type === 'arrow'
      ? { startBinding: bindEnd(start), endBinding: bindEnd(end) }
      : {}),
  };
  if (!isRecord(label) || typeof label.text !== 'string' || label.text === '') return [element];
  const labelId = `${id}-label`;
  bind(id, labelId, 'text');
  return [element, makeLabel(label, { labelId, containerId: id, groupIds: skeleton.groupIds })];
}

function sizeOf(points: readonly Point[]): { width: number; height: number } {
  const spread = (values: number[]) =>
    values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 0);
  return { width: spread(points.map(([x]) => x)), height: spread(points.map(([, y]) => y)) };
}

function makeLabel(
  label: RawElement,
  { labelId, containerId, groupIds }: { labelId: string; containerId: string; groupIds: unknown },
): RawElement {
  return {
    ...label,
    textAlign: label.textAlign ?? 'center',
    verticalAlign: label.verticalAlign ?? 'middle',
    id: labelId,
    type: 'text',
    originalText: label.text,
    fontFamily: SANS,
    containerId,
    groupIds,
  };
}

/** `scene` with the size of each text measured, and each label in the middle of its shape or line. */
function layOutTexts(scene: Scene, measure: MeasureText): Scene {
  const elements = scene.elements.map((element) => shrinkToFit(element, scene, measure));
  const sized = { ...scene, elements };
  const fitted = { ...scene, elements: fitLabels(sized, elements, measure) };
  const placed = fitted.elements.map((element) => {
    if (element.type !== 'text' || element.containerId === null) return element;
    const container = findElement(fitted, element.containerId);
    return container === undefined ? element : placeLabel(container, element);
  });
  return { ...fitted, elements: placed };
}

/** Shapes were sized for another font: a label with a word too long for its shape becomes smaller, not broken. */
function shrinkToFit(element: SceneElement, scene: Scene, measure: MeasureText): SceneElement {
  const SMALLEST_SHARE = 0.6;
  if (element.type !== 'text' || element.containerId === null) return element;
  const container = findElement(scene, element.containerId);
  if (container === undefined || container.type === 'arrow') return element;
  const { text, fontFamily: family, fontSize: size } = element;
  const widths = text.split(/\s+/).map((word) => measure(word, { family, size }));
  const share = labelBox(container).width / Math.max(1, ...widths);
  return share >= 1 ? element : { ...element, fontSize: size * Math.max(share, SMALLEST_SHARE) };
}

/** `scene` with its arrows held where they end, not just by the middle of their shapes. */
function holdOn(scene: Scene): Scene {
  const shapes = new Map(scene.elements.map((element) => [element.id, element]));
  const elements = scene.elements.map((element) =>
    element.type === 'arrow'
      ? connect(element, shapes, {
          start: element.startBinding?.elementId,
          end: element.endBinding?.elementId,
        })
      : element,
  );
  return { ...scene, elements };
}
