import type { Binding, SceneElement } from '../../model/element.ts';
import { isRecord } from '../json-text.ts';
import { writeArrowhead, writeFont } from './names.ts';
import { withoutMark, writeOwn } from './own-types.ts';
import { fromSceneCrop } from './picture-crop.ts';
import type { RawElement } from './raw-element.ts';
import { type FilesById, readElement } from './read-element.ts';

/**
 * `element` as Excalidraw has it. Foreign fields come back as they were, where they don't contradict what the
 * element is now.
 */
export function writeElement(element: SceneElement, files: FilesById): RawElement {
  const { foreign = {}, ...own } = element;
  const plain = writePlain(own as SceneElement, files);
  // Nothing that a file says may make a cover see-through.
  const isCover = element.type === 'redaction';
  const { customData, ...rest } = foreign;
  const written: Record<string, unknown> = {};
  // Together first: some fields, like place and points, say the same only together.
  if (!isCover && readsAs(own, { ...plain, ...rest }, files)) {
    Object.assign(written, plain, rest);
  } else {
    const fits = ([field, value]: [string, unknown]) =>
      !(field in plain) || (!isCover && readsAs(own, { ...plain, [field]: value }, files));
    Object.assign(written, plain, Object.fromEntries(Object.entries(rest).filter(fits)));
  }
  if (customData !== undefined) written.customData = mergeCustomData(customData, plain.customData);
  return written;
}

/** What the file has beside and instead of what `element` says. */
export function foreignFields(
  raw: RawElement,
  element: SceneElement,
  files: FilesById,
): Pick<SceneElement, 'foreign'> {
  const plain = writePlain(element, files);
  const foreign: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(raw)) {
    const kept = field === 'customData' ? withoutMark(value) : value;
    const isSaid = isSame(plain[field], kept);
    if (kept !== undefined && !isSaid) foreign[field] = kept;
  }
  return Object.keys(foreign).length === 0 ? {} : { foreign };
}

function readsAs(wanted: object, raw: RawElement, files: FilesById): boolean {
  try {
    return isSame(readElement(raw, files), wanted);
  } catch {
    return false;
  }
}

/** Whether two values of JSON are the same, whatever the order of their fields. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const fields = Object.keys(a);
  return (
    fields.length === Object.keys(b).length &&
    fields.every((field) => isSame(Reflect.get(a, field), Reflect.get(b, field)))
  );
}

function mergeCustomData(foreign: unknown, own: unknown): unknown {
  return isRecord(foreign) && isRecord(own) ? { ...foreign, ...own } : (own ?? foreign);
}

/** Roundness of corners by a fixed radius, and by a share of the length. */
const ADAPTIVE_RADIUS = 3;
const PROPORTIONAL_RADIUS = 2;

function writePlain(element: SceneElement, files: FilesById): RawElement {
  const { rounded, ...fields } = element;
  const { lines: _, ...rest } = { lines: null, ...fields };
  const radius = rest.type === 'rectangle' ? ADAPTIVE_RADIUS : PROPORTIONAL_RADIUS;
  return {
    ...rest,
    roundness: rounded ? { type: radius } : null,
    // What Excalidraw insists on and a scene does not know.
    roughness: 0,
    seed: 1,
    version: 1,
    versionNonce: 1,
    index: null,
    isDeleted: false,
    updated: 1,
    ...writeKind(element, files),
  };
}

function writeKind(element: SceneElement, files: FilesById): RawElement {
  switch (element.type) {
    case 'line':
      return { ...writeHeads(element), startBinding: null, endBinding: null };
    case 'arrow':
      return {
        ...writeHeads(element),
        startBinding: writeBinding(element.startBinding),
        endBinding: writeBinding(element.endBinding),
        elbowed: false,
      };
    case 'freedraw':
      return { simulatePressure: element.pressures.length === 0, lastCommittedPoint: null };
    case 'text':
      return {
        fontFamily: writeFont(element.fontFamily),
        text: element.lines?.join('\n') ?? element.text,
        originalText: element.text,
      };
    case 'image':
      return { status: 'saved', crop: fromSceneCrop(element.crop, files[element.fileId]) };
    default:
      return writeOwn(element) ?? {};
  }
}

function writeHeads({ startArrowhead, endArrowhead }: SceneElement & { type: 'line' | 'arrow' }) {
  return {
    lastCommittedPoint: null,
    startArrowhead: writeArrowhead(startArrowhead),
    endArrowhead: writeArrowhead(endArrowhead),
  };
}

function writeBinding(binding: Binding | null) {
  return binding && { ...binding };
}
