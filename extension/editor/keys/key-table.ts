import type { ToolName } from '../tools/tool-name.ts';

/**
 * Every key of the editor: the handler and the sheet behind `?` are both made from this. `Mod` is Ctrl, on a Mac
 * Command; letters are meant without Shift unless it is named. Where Flameshot and Excalidraw agree, these are
 * theirs; keys by which a browser does something else (bookmark, search, zoom the page) are left to it.
 */
export const TOOL_KEYS: Readonly<Record<ToolName, readonly string[]>> = {
  select: ['V', '1'],
  hand: ['H'],
  rectangle: ['R', '2'],
  diamond: ['D', '3'],
  ellipse: ['O', '4', 'C'],
  arrow: ['A', '5'],
  line: ['L', '6'],
  freedraw: ['P', '7'],
  text: ['T', '8'],
  image: ['I', '9'],
  eraser: ['E', '0'],
  highlight: ['M'],
  step: ['N'],
  redaction: ['B'],
  frame: ['F'],
  crop: ['K'],
  'cut-out': ['U'],
};

export const ACTION_KEYS = {
  undo: ['Mod+Z'],
  redo: ['Mod+Shift+Z', 'Mod+Y'],
  selectAll: ['Mod+A'],
  duplicate: ['Shift+D'],
  remove: ['Delete', 'Backspace'],
  group: ['G'],
  ungroup: ['Shift+G'],
  toggleLock: ['Shift+L'],
  bringForward: [']'],
  sendBackward: ['['],
  bringToFront: ['Shift+]'],
  sendToBack: ['Shift+['],
  rotateRight: ['.'],
  rotateLeft: [','],
  removeCrop: ['Shift+K'],
  keepTool: ['Q'],
  toggleGrid: ["'"],
  toggleSnapping: ["Shift+'"],
  zoomIn: ['+'],
  zoomOut: ['-'],
  zoomReset: ['Shift+0'],
  zoomToFit: ['Shift+1'],
  zoomToSelection: ['Shift+2'],
  showKeys: ['?'],
  exportDiagram: ['Shift+E'],
  shareDiagram: ['Shift+S'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ActionName = keyof typeof ACTION_KEYS;

/** Keys that act on where the focus is, and are handled there; named here for the sheet. */
export const PLACE_KEYS = {
  copy: ['Mod+C'],
  cut: ['Mod+X'],
  paste: ['Mod+V'],
  nextElement: ['Tab'],
  previousElement: ['Shift+Tab'],
  nudge: ['↑ ↓ ← →'],
  nudgeFar: ['Shift+↑ ↓ ← →'],
  resize: ['Mod+↑ ↓ ← →'],
  resizeFar: ['Mod+Shift+↑ ↓ ← →'],
  editText: ['Enter'],
  press: ['Enter', 'Space'],
  leave: ['Escape'],
  pan: ['Space'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PlaceKeyName = keyof typeof PLACE_KEYS;

/** Where a key stands in the sheet. */
export const KEY_GROUPS = {
  edit: ['undo', 'redo', 'copy', 'cut', 'paste', 'duplicate', 'remove', 'selectAll', 'editText'],
  arrange: [
    'group',
    'ungroup',
    'toggleLock',
    'bringForward',
    'sendBackward',
    'bringToFront',
    'sendToBack',
    'nudge',
    'nudgeFar',
    'resize',
    'resizeFar',
    'rotateRight',
    'rotateLeft',
    'removeCrop',
  ],
  view: [
    'zoomIn',
    'zoomOut',
    'zoomReset',
    'zoomToFit',
    'zoomToSelection',
    'pan',
    'toggleGrid',
    'toggleSnapping',
  ],
  out: ['exportDiagram', 'shareDiagram'],
  reach: ['nextElement', 'previousElement', 'press', 'leave', 'keepTool', 'showKeys'],
} as const satisfies Readonly<Record<string, readonly (ActionName | PlaceKeyName)[]>>;

/** The first key of a tool, as its tooltip shows it. */
export function toolKey(tool: ToolName): string {
  return TOOL_KEYS[tool][0] ?? '';
}
