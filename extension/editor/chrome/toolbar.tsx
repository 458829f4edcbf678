import { i18n } from '#i18n';
import { toolKey } from '../keys/key-table.ts';
import { TOOL_NAMES } from '../tools/tool-name.ts';
import { useEditor, useStore } from '../use-editor.ts';
import { IconButton } from './icon-button.tsx';
import { toolLabel } from './tool-label.ts';
import { useRovingFocus } from './use-roving-focus.ts';
import './toolbar.css';

/** All tools: one stop for Tab, arrows within. */
export function Toolbar() {
  const store = useStore();
  const tool = useEditor((state) => state.tool);
  const isKept = useEditor((state) => state.isToolKept);
  const roving = useRovingFocus();
  return (
    <div
      class="island toolbar"
      role="toolbar"
      aria-label={i18n.t('editor.tools.label')}
      {...roving}
    >
      {TOOL_NAMES.map((name) => (
        <IconButton
          key={name}
          icon={name}
          label={toolLabel(name)}
          keys={toolKey(name)}
          isPressed={name === tool}
          onClick={() => store.setTool(name)}
        />
      ))}
      <IconButton
        icon={isKept ? 'lock' : 'unlock'}
        label={i18n.t('editor.tools.keep')}
        keys="Q"
        isPressed={isKept}
        onClick={() => store.keepTool(!isKept)}
      />
    </div>
  );
}
