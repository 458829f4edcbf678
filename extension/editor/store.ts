import { EMPTY_HISTORY, record, recordOn, redo, undo } from '../../shared/scene/history/history.ts';
import type { StepName } from '../../shared/scene/history/step-name.ts';
import type { Point } from '../../shared/scene/model/element.ts';
import { EMPTY_SCENE, type Scene } from '../../shared/scene/model/scene.ts';
import type { View } from './canvas/view.ts';
import { type CurrentStyle, FIRST_STYLE } from './current-style.ts';
import {
  type Asked,
  type EditorState,
  type MessageKind,
  NO_OVERLAY,
  type Overlay,
  type TextEditing,
} from './editor-state.ts';
import type { PictureSuggestion } from './suggestions/picture-suggestion.ts';
import type { ToolName } from './tools/tool-name.ts';

type Listener = () => void;
type OpenedWith = Pick<EditorState, 'name' | 'suggestions'>;

/** All that one editor knows, and the only way to change it. Who shows a part of it uses `useEditor`. */
export class EditorStore {
  #state: EditorState = {
    scene: EMPTY_SCENE,
    preview: null,
    history: EMPTY_HISTORY,
    selection: new Set(),
    tool: 'select',
    isToolKept: false,
    view: { x: 0, y: 0, zoom: 1 },
    size: { width: 0, height: 0 },
    overlay: NO_OVERLAY,
    editing: null,
    style: FIRST_STYLE,
    name: '',
    suggestions: [],
    pointedSuggestions: [],
    savedScene: EMPTY_SCENE,
    isSnapping: true,
    isPanning: false,
    crosshair: null,
    isShowingKeys: false,
    pageChoice: null,
    asked: null,
    message: null,
    announcement: '',
  };
  readonly #listeners = new Set<Listener>();
  #depth = 0;

  get state(): EditorState {
    return this.#state;
  }

  /** Calls `listener` after every change; returns how to end it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Makes one change of several, for those who listen. */
  batch(change: () => void): void {
    this.#depth++;
    try {
      change();
    } finally {
      this.#depth--;
      if (this.#depth === 0) this.#tell();
    }
  }

  /** Shows another scene from its beginning: nothing to undo, nothing selected. A name that was typed before stays. */
  open(scene: Scene, { name = '', suggestions = [] }: Partial<OpenedWith> = {}): void {
    this.#change({
      scene,
      preview: null,
      history: EMPTY_HISTORY,
      selection: new Set(),
      overlay: NO_OVERLAY,
      editing: null,
      name: this.#state.name || name,
      suggestions,
      savedScene: scene,
    });
  }

  /**
   * Makes `scene`, which an operation returned, the one that is edited; undo calls it `step`. Where nothing changed,
   * there is no step. With `goesOn` it is one step with the last one of the same name: for keys that repeat and
   * sliders that are dragged.
   */
  commit(
    step: StepName,
    scene: Scene,
    {
      selection,
      goesOn = false,
    }: { selection?: Iterable<string> | undefined; goesOn?: boolean } = {},
  ): void {
    const { scene: before, history } = this.#state;
    const remember = goesOn ? recordOn : record;
    this.#change({
      scene,
      preview: null,
      history: scene === before ? history : remember(history, step, before, scene),
      selection: keepPresent(selection ?? this.#state.selection, scene),
    });
  }

  /** Shows `scene` until the gesture commits or calls with null. */
  preview(scene: Scene | null): void {
    if (scene !== this.#state.preview) this.#change({ preview: scene });
  }

  /** Returns what was taken back, or null where there was nothing. */
  undo(): StepName | null {
    return this.#step(undo);
  }

  redo(): StepName | null {
    return this.#step(redo);
  }

  select(ids: Iterable<string>): void {
    this.#change({ selection: new Set(ids) });
  }

  setTool(tool: ToolName): void {
    this.#change({ tool, overlay: NO_OVERLAY, preview: null, editing: null, crosshair: null });
  }

  keepTool(isToolKept: boolean): void {
    this.#change({ isToolKept });
  }

  setView(view: View): void {
    this.#change({ view });
  }

  setSize(width: number, height: number): void {
    const { size } = this.#state;
    if (size.width !== width || size.height !== height) this.#change({ size: { width, height } });
  }

  showOverlay(overlay: Partial<Overlay> | null): void {
    if (overlay === null && this.#state.overlay === NO_OVERLAY) return;
    this.#change({ overlay: overlay === null ? NO_OVERLAY : { ...NO_OVERLAY, ...overlay } });
  }

  editText(editing: TextEditing | null): void {
    this.#change({ editing });
  }

  setStyle(style: Partial<CurrentStyle>): void {
    this.#change({ style: { ...this.#state.style, ...style } });
  }

  /** Leaves only these suggestions: the others were taken or refused. */
  keepSuggestions(suggestions: readonly PictureSuggestion[]): void {
    this.#change({ suggestions });
  }

  /** Shows where these are, while their buttons are pointed at. */
  pointAtSuggestions(pointedSuggestions: readonly PictureSuggestion[]): void {
    this.#change({ pointedSuggestions });
  }

  setName(name: string): void {
    this.#change({ name });
  }

  /** Says that `scene` is kept somewhere that outlives the tab. */
  markSaved(scene: Scene): void {
    this.#change({ savedScene: scene });
  }

  snap(isSnapping: boolean): void {
    this.#change({ isSnapping });
  }

  /** While the space bar is down, any pointer moves the view. */
  panWithAnyPointer(isPanning: boolean): void {
    if (isPanning !== this.#state.isPanning) this.#change({ isPanning });
  }

  moveCrosshair(crosshair: Point | null): void {
    if (crosshair !== this.#state.crosshair) this.#change({ crosshair });
  }

  /** Opens or closes the sheet of all keys. */
  showKeys(isShowingKeys: boolean): void {
    this.#change({ isShowingKeys });
  }

  /** Has the dialog opened that leads out of the editor; null once that is done. */
  ask(asked: Asked | null): void {
    this.#change({ asked });
  }

  /** Has the person choose one of the pages; its number from 0, or null for none. */
  choosePage(names: readonly string[]): Promise<number | null> {
    this.#state.pageChoice?.answer(null);
    return new Promise((resolve) => {
      const answer = (page: number | null) => {
        this.#change({ pageChoice: null });
        resolve(page);
      };
      this.#change({ pageChoice: { names, answer } });
    });
  }

  /** Says `text` where it is seen until it is closed. */
  tell(text: string, kind: MessageKind = 'problem'): void {
    this.#change({ message: { text, kind } });
  }

  untell(): void {
    this.#change({ message: null });
  }

  /** Has a screen reader say `announcement`. */
  announce(announcement: string): void {
    this.#change({ announcement });
  }

  #step(take: typeof undo): StepName | null {
    const { history, scene, selection } = this.#state;
    const taken = take(history, scene);
    if (taken === null) return null;
    this.#change({
      scene: taken.scene,
      history: taken.history,
      preview: null,
      overlay: NO_OVERLAY,
      editing: null,
      selection: keepPresent(selection, taken.scene),
    });
    return taken.name;
  }

  #change(part: Partial<EditorState>): void {
    this.#state = { ...this.#state, ...part };
    if (this.#depth === 0) this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function keepPresent(ids: Iterable<string>, scene: Scene): ReadonlySet<string> {
  const present = new Set(scene.elements.map(({ id }) => id));
  return new Set([...ids].filter((id) => present.has(id)));
}
