import type { History } from '../../shared/scene/history/history.ts';
import type { Box, Point, TextElement } from '../../shared/scene/model/element.ts';
import type { Scene } from '../../shared/scene/model/scene.ts';
import type { Size, View } from './canvas/view.ts';
import type { CurrentStyle } from './current-style.ts';
import type { PictureSuggestion } from './suggestions/picture-suggestion.ts';
import type { ToolName } from './tools/tool-name.ts';

/** A line that shows what the moved or resized thing snapped to, in scene units. */
export interface Guide {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  /** Of two gaps that are equal, rather than of what lines up. */
  readonly isGap?: true;
}

/** What a gesture draws over the scene while it lasts. */
export interface Overlay {
  readonly marquee: Box | null;
  readonly guides: readonly Guide[];
  /** The shape that an arrow would hold on to. */
  readonly boundTo: string | null;
  /** What would be cut out, or what a crop would leave. */
  readonly band: { readonly box: Box; readonly kind: 'cut' | 'keep' } | null;
  /** Elements that the eraser went over. */
  readonly doomed: ReadonlySet<string>;
}

export const NO_OVERLAY: Overlay = {
  marquee: null,
  guides: [],
  boundTo: null,
  band: null,
  doomed: new Set(),
};

export interface PageChoice {
  readonly names: readonly string[];
  readonly answer: (page: number | null) => void;
}

export type Asked = 'export' | 'share';

/** Of a problem, of what a file held and the scene can't, or of why the page could not open at all. */
export type MessageKind = 'problem' | 'losses' | 'unopened';

/** The text that is typed into, in place. */
export interface TextEditing {
  /** As it was when the editing began. */
  readonly element: TextElement;
  /** Whether it was made for this and is not in the scene yet; left empty, it never will be. */
  readonly isNew: boolean;
}

export interface EditorState {
  /** What undo and saving know. */
  readonly scene: Scene;
  /** What a gesture that is under way shows in place of `scene`. */
  readonly preview: Scene | null;
  readonly history: History;
  readonly selection: ReadonlySet<string>;
  readonly tool: ToolName;
  /** Whether the tool stays after an element was drawn. */
  readonly isToolKept: boolean;
  readonly view: View;
  /** Of the canvas. */
  readonly size: Size;
  readonly overlay: Overlay;
  readonly editing: TextEditing | null;
  readonly style: CurrentStyle;
  /** Of the diagram; empty until it has one. */
  readonly name: string;
  /** What may be redacted in a capture. */
  readonly suggestions: readonly PictureSuggestion[];
  /** Those that are pointed at in their list. */
  readonly pointedSuggestions: readonly PictureSuggestion[];
  /** The scene that was saved last; another one than `scene`: something is unsaved. */
  readonly savedScene: Scene;
  readonly isSnapping: boolean;
  /** Whether any pointer moves the view: the space bar is down. */
  readonly isPanning: boolean;
  /** The pointer that the keyboard moves, on the canvas in CSS pixels; null until it is used. */
  readonly crosshair: Point | null;
  /** Whether the sheet of all keys is open. */
  readonly isShowingKeys: boolean;
  /** The pages of which a person is to choose one, and what is told of the choice. */
  readonly pageChoice: PageChoice | null;
  /** What leads out of the editor and was asked for by its key. */
  readonly asked: Asked | null;
  /** What has to be read, until it is closed. */
  readonly message: { readonly text: string; readonly kind: MessageKind } | null;
  /** What a screen reader says next. */
  readonly announcement: string;
}

/** What is seen: the gesture's scene where there is one. */
export function shownScene(state: EditorState): Scene {
  return state.preview ?? state.scene;
}
