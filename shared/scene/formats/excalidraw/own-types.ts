import type { ElementOf, SceneElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import { isRecord } from '../json-text.ts';
import type { RawElement } from './raw-element.ts';
import { readChoice, readNumber } from './raw-element.ts';
import type { CommonFields } from './read-element.ts';

/** Field of `customData` that says which element of ours a plain shape of Excalidraw stands for. */
const MARK = 'inkseal';

/** Covers in exports are opaque, whatever the scene says. */
const COVER_COLOR = '#1e1e1e';

/** The number of a step is a text of its own in Excalidraw. */
const NUMBER_ID = '-number';

/** The element of ours that `raw` stands for, if it stands for one. */
export function readOwn(raw: RawElement, common: CommonFields): SceneElement | undefined {
  const mark = readMark(raw);
  if (mark === undefined) return undefined;
  switch (mark.type) {
    case 'highlight':
      return makeElement('highlight', common);
    case 'redaction':
      return makeElement('redaction', {
        ...common,
        style: readChoice<'solid' | 'pixelate'>(mark, 'style', ['solid', 'pixelate']),
      });
    case 'step': {
      const { restartAt } = mark;
      return makeElement('step', {
        ...common,
        boundElements: common.boundElements.filter(({ id }) => id !== common.id + NUMBER_ID),
        number: Math.round(readNumber(mark, 'number', 1)),
        restartAt: typeof restartAt === 'number' ? Math.round(restartAt) : null,
      });
    }
    default:
      return undefined;
  }
}

/** Whether `raw` only belongs to the shape of another element of ours. */
export function isPartOfOwn(raw: RawElement): boolean {
  return readMark(raw)?.type === 'step-number';
}

/** `customData` without our mark; undefined where nothing else is in it. */
export function withoutMark(customData: unknown): unknown {
  if (!isRecord(customData) || !(MARK in customData)) return customData;
  const { [MARK]: _, ...rest } = customData;
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function readMark({ customData }: RawElement): RawElement | undefined {
  const mark = isRecord(customData) ? customData[MARK] : undefined;
  return isRecord(mark) ? mark : undefined;
}

/** Fields that make an element of ours a plain shape of Excalidraw. */
export function writeOwn(element: SceneElement): RawElement | undefined {
  const mark = (fields: object) => ({ customData: { [MARK]: { type: element.type, ...fields } } });
  switch (element.type) {
    case 'highlight':
      return { type: 'rectangle', ...mark({}) };
    case 'redaction':
      return {
        type: 'rectangle',
        backgroundColor: /^#[\da-f]{6}$/i.test(element.backgroundColor)
          ? element.backgroundColor
          : COVER_COLOR,
        fillStyle: 'solid',
        strokeStyle: 'solid',
        opacity: 100,
        roundness: null,
        ...mark({ style: element.style }),
      };
    case 'step':
      return {
        type: 'ellipse',
        boundElements: [...element.boundElements, { id: element.id + NUMBER_ID, type: 'text' }],
        ...mark({ number: element.number, restartAt: element.restartAt }),
      };
    default:
      return undefined;
  }
}

/** The text that shows a step's number in Excalidraw. */
export function makeStepNumber(step: ElementOf<'step'>): ElementOf<'text'> {
  const fontSize = Math.max(1, Math.min(step.width, step.height) / 2);
  const text = String(step.number);
  const width = (text.length * fontSize) / 2;
  const height = fontSize * 1.25;
  return makeElement('text', {
    id: step.id + NUMBER_ID,
    text,
    fontSize,
    width,
    height,
    x: step.x + (step.width - width) / 2,
    y: step.y + (step.height - height) / 2,
    angle: step.angle,
    strokeColor: step.strokeColor === 'transparent' ? '#ffffff' : step.strokeColor,
    textAlign: 'center',
    verticalAlign: 'middle',
    containerId: step.id,
    groupIds: step.groupIds,
    frameId: step.frameId,
    opacity: step.opacity,
    locked: step.locked,
  });
}

export const STEP_NUMBER_MARK = { customData: { [MARK]: { type: 'step-number' } } };
