import type { ElementType } from '../../../../shared/scene/model/element.ts';
import { pickElements } from '../../../../shared/scene/model/index-elements.ts';
import { type Style, setStyle } from '../../../../shared/scene/operations/set-style.ts';
import { measureText } from '../../../fonts/measure-text.ts';
import type { EditorStore } from '../../store.ts';
import { rememberStyle, typeOfTool } from './chosen-style.ts';

/** Gives what is selected, and what is drawn next, a style. With `goesOn` it is one step with the last change. */
export function chooseStyle(store: EditorStore, style: Partial<Style>, goesOn = false): void {
  const { scene, selection, tool } = store.state;
  const drawn = typeOfTool(tool);
  const types = new Set<ElementType>(pickElements(scene, selection).map(({ type }) => type));
  if (types.size === 0 && drawn !== null) types.add(drawn);
  store.setStyle(rememberStyle(types, style));
  if (selection.size === 0) return;
  const styled = setStyle(scene, selection, style, measureText);
  store.commit({ key: 'style', count: selection.size }, styled, { goesOn });
}
