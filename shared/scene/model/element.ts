/*
 * What a scene is made of: plain readonly data. Names and meanings of fields are Excalidraw's where it has
 * them, so that its files go in and out; highlight, step and redaction are ours.
 */

/** Position and size in scene units, which are CSS pixels at zoom 1. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** `[x, y]`; in linear elements relative to the element's `x` and `y`. */
export type Point = readonly [x: number, y: number];

export type StrokeStyle = 'solid' | 'dashed' | 'dotted';
export type FillStyle = 'solid' | 'hachure' | 'cross-hatch' | 'zigzag';
export type Arrowhead = 'arrow' | 'triangle' | 'dot' | 'bar' | 'diamond';
export type FontFamily = 'sans' | 'hand' | 'mono';
export type TextAlign = 'left' | 'center' | 'right';
export type VerticalAlign = 'top' | 'middle' | 'bottom';

/** Who hangs on this element: arrows that end on it, and the text inside of it. */
export interface BoundElement {
  readonly id: string;
  readonly type: 'arrow' | 'text';
}

interface Base extends Box {
  readonly id: string;
  /** Radians, clockwise about the middle of the box. */
  readonly angle: number;
  /** `#rrggbb`, `#rrggbbaa` or `transparent`. */
  readonly strokeColor: string;
  readonly backgroundColor: string;
  readonly fillStyle: FillStyle;
  readonly strokeWidth: number;
  readonly strokeStyle: StrokeStyle;
  /** 0 to 100. */
  readonly opacity: number;
  /** Of the groups it is in, the innermost first. */
  readonly groupIds: readonly string[];
  readonly frameId: string | null;
  readonly rounded: boolean;
  readonly boundElements: readonly BoundElement[];
  readonly locked: boolean;
  /** A web address, shown and never followed by itself. */
  readonly link: string | null;
  /** Fields of the file it came from that mean nothing here, kept for the way back. */
  readonly foreign?: Readonly<Record<string, unknown>>;
}

export interface RectangleElement extends Base {
  readonly type: 'rectangle';
}

export interface EllipseElement extends Base {
  readonly type: 'ellipse';
}

export interface DiamondElement extends Base {
  readonly type: 'diamond';
}

/** Where an end of an arrow holds on to a shape. */
export interface Binding {
  readonly elementId: string;
  /** -1 to 1: towards which point of the shape, 0 its middle. */
  readonly focus: number;
  /** Distance that is kept from the shape's edge. */
  readonly gap: number;
}

interface LinearBase extends Base {
  /** At least 2; the first is `[0, 0]`. */
  readonly points: readonly Point[];
  readonly startArrowhead: Arrowhead | null;
  readonly endArrowhead: Arrowhead | null;
}

export interface LineElement extends LinearBase {
  readonly type: 'line';
}

export interface ArrowElement extends LinearBase {
  readonly type: 'arrow';
  readonly startBinding: Binding | null;
  readonly endBinding: Binding | null;
}

export interface FreedrawElement extends Base {
  readonly type: 'freedraw';
  readonly points: readonly Point[];
  /** 0 to 1 for each point, or none where the device tells nothing. */
  readonly pressures: readonly number[];
}

export interface TextElement extends Base {
  readonly type: 'text';
  /** As written; `\n` where the writer broke the line. */
  readonly text: string;
  /** What each line shows where wrapping broke `text` into others; null where the lines are those of `text`. */
  readonly lines: readonly string[] | null;
  readonly fontSize: number;
  readonly fontFamily: FontFamily;
  readonly textAlign: TextAlign;
  readonly verticalAlign: VerticalAlign;
  /** The shape or arrow whose label this is. */
  readonly containerId: string | null;
  /** Whether the width follows the text; else the text wraps at the width. */
  readonly autoResize: boolean;
  /** A multiple of `fontSize`. */
  readonly lineHeight: number;
}

/** A marker pen over what is below, which stays readable. */
export interface HighlightElement extends Base {
  readonly type: 'highlight';
}

/** A numbered badge. */
export interface StepElement extends Base {
  readonly type: 'step';
  /** What is shown: computed by `renumberSteps`, from 1. */
  readonly number: number;
  /** Counting begins anew here with this number, where set. */
  readonly restartAt: number | null;
}

/** Hides what is below. On export, share, copy and save it is burned into the pixels. */
export interface RedactionElement extends Base {
  readonly type: 'redaction';
  readonly style: 'solid' | 'pixelate';
}

export interface ImageElement extends Base {
  readonly type: 'image';
  readonly fileId: string;
  /** The part of the picture that is shown, in its own pixels; all of it where null. */
  readonly crop: Box | null;
  /** 1 or -1 each. */
  readonly scale: Point;
}

export interface FrameElement extends Base {
  readonly type: 'frame';
  readonly name: string | null;
}

export type SceneElement =
  | RectangleElement
  | EllipseElement
  | DiamondElement
  | LineElement
  | ArrowElement
  | FreedrawElement
  | TextElement
  | HighlightElement
  | StepElement
  | RedactionElement
  | ImageElement
  | FrameElement;

export type ElementType = SceneElement['type'];
export type ElementOf<Type extends ElementType> = Extract<SceneElement, { type: Type }>;
