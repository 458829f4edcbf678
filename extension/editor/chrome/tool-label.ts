import { i18n } from '#i18n';
import type { ToolName } from '../tools/tool-name.ts';

export function toolLabel(name: ToolName): string {
  return i18n.t(name === 'cut-out' ? 'editor.tools.cutOut' : `editor.tools.${name}`);
}
