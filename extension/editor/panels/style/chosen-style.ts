import type { ElementType, SceneElement } from '../../../../shared/scene/model/element.ts';
import { pickElements } from '../../../../shared/scene/model/index-elements.ts';
import type { Scene } from '../../../../shared/scene/model/scene.ts';
import { labelOf } from '../../../../shared/scene/operations/pick.ts';
import {
  STYLE_KEYS,
  type Style,
  type StyleKey,
} from '../../../../shared/scene/operations/set-style.ts';
import type { CurrentStyle } from '../../current-style.ts';
import { newElement } from '../../tools/new-element.ts';
import type { ToolName } from '../../tools/tool-name.ts';

/** What the panel shows of a style: what all have in common, or undefined where they differ. */
export type ChosenStyle = {
  readonly [Key in StyleKey]?: { readonly value: Style[Key] | undefined };
};

/** The style of what is selected, else of what the tool will draw; without what none of them has. */
export function chosenStyle(
  scene: Scene,
  selection: ReadonlySet<string>,
  tool: ToolName,
  style: CurrentStyle,
): ChosenStyle {
  const picked = pickElements(scene, selection);
  const drawn = picked.length > 0 ? null : typeOfTool(tool);
  const elements = drawn === null ? picked : [newElement<ElementType>(drawn, style, {})];
  const labels = elements
    .map((element) => labelOf(scene, element))
    .filter((label) => label !== undefined);
  const chosen: Record<string, { value: unknown }> = {};
  for (const element of elements) collect(chosen, element, STYLE_KEYS[element.type]);
  for (const label of labels) {
    if (!selection.has(label.id)) collect(chosen, label, LABEL_KEYS);
  }
  return chosen;
}

/** The type of what a tool draws, or null. */
export function typeOfTool(tool: ToolName): ElementType | null {
  return tool in STYLE_KEYS ? (tool as ElementType) : null;
}

const LABEL_KEYS: readonly StyleKey[] = ['fontFamily', 'fontSize', 'textAlign', 'verticalAlign'];

function collect(
  chosen: Record<string, { value: unknown }>,
  element: SceneElement,
  keys: readonly StyleKey[],
): void {
  const has: Readonly<Record<string, unknown>> = { ...element };
  for (const key of keys) {
    // A text by itself has no height to be placed in.
    if (key === 'verticalAlign' && element.type === 'text' && element.containerId === null)
      continue;
    const known = chosen[key];
    if (known === undefined) chosen[key] = { value: has[key] };
    else if (known.value !== has[key]) chosen[key] = { value: undefined };
  }
}

/** What of `style`, chosen for elements of `types`, the next element is to have too. */
export function rememberStyle(
  types: ReadonlySet<ElementType>,
  style: Partial<Style>,
): Partial<CurrentStyle> {
  const { backgroundColor, style: redaction, verticalAlign: _, ...rest } = style;
  const others = [...types].filter((type) => !OWN_FILL.has(type));
  const remembered: { -readonly [Key in keyof CurrentStyle]?: CurrentStyle[Key] } = rest;
  if (redaction !== undefined) remembered.redaction = redaction;
  if (backgroundColor === undefined) return remembered;
  if (types.has('highlight')) remembered.highlightColor = backgroundColor;
  if (types.has('step')) remembered.stepColor = backgroundColor;
  if (others.length > 0) remembered.backgroundColor = backgroundColor;
  return remembered;
}

/** Types whose fill is remembered apart, or not at all. */
const OWN_FILL: ReadonlySet<ElementType> = new Set(['highlight', 'step', 'redaction']);
