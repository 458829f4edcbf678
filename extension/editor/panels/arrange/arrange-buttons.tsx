import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { pickElements } from '../../../../shared/scene/model/index-elements.ts';
import { unitsOf } from '../../../../shared/scene/operations/arrange-units.ts';
import { ACTIONS } from '../../actions/actions.ts';
import { IconButton } from '../../chrome/icon-button.tsx';
import { useRovingFocus } from '../../chrome/use-roving-focus.ts';
import { ACTION_KEYS } from '../../keys/key-table.ts';
import { useEditor, useStore } from '../../use-editor.ts';
import { showKey } from '../keys/show-key.ts';
import { align, distribute, flip, layOut } from './arrange-actions.ts';

const ORDERS = ['bringToFront', 'bringForward', 'sendBackward', 'sendToBack'] as const;
const ALIGNMENTS = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const;
const AXES = ['horizontal', 'vertical'] as const;
const LAYOUTS = ['layersDown', 'layersRight', 'treeDown', 'treeRight'] as const;
const ACTIONS_HERE = ['group', 'ungroup', 'toggleLock', 'duplicate', 'remove'] as const;

/** What is done to the place of elements, their order and their groups: one stop for Tab, arrows within. */
export function ArrangeButtons() {
  const store = useStore();
  const scene = useEditor((state) => state.scene);
  const selection = useEditor((state) => state.selection);
  const picked = useMemo(() => pickElements(scene, selection), [scene, selection]);
  const units = useMemo(() => unitsOf(scene, selection).length, [scene, selection]);
  const isLocked = picked.every(({ locked }) => locked);
  const isGrouped = picked.some(({ groupIds }) => groupIds.length > 0);
  const roving = useRovingFocus();

  const action = (name: (typeof ORDERS)[number] | (typeof ACTIONS_HERE)[number]) => (
    <IconButton
      key={name}
      icon={name === 'toggleLock' ? (isLocked ? 'unlock' : 'lock') : name}
      label={
        name === 'toggleLock'
          ? i18n.t(isLocked ? 'editor.panels.unlock' : 'editor.panels.lock')
          : i18n.t(`editor.keys.names.${name}`)
      }
      keys={showKey(ACTION_KEYS[name][0])}
      disabled={isOff(name)}
      onClick={() => ACTIONS[name](store)}
    />
  );
  const isOff = (name: string): boolean => {
    if (name === 'toggleLock') return false;
    if (name === 'group') return isLocked || picked.length < 2;
    return isLocked || (name === 'ungroup' && !isGrouped);
  };

  return (
    <div class="arrange" role="toolbar" aria-label={i18n.t('editor.panels.arrange')} {...roving}>
      <div>{ACTIONS_HERE.map(action)}</div>
      <div>{ORDERS.map(action)}</div>
      <div>
        {AXES.map((axis) => (
          <IconButton
            key={axis}
            icon={axis === 'horizontal' ? 'flipHorizontal' : 'flipVertical'}
            label={i18n.t(`editor.panels.flips.${axis}`)}
            disabled={isLocked}
            onClick={() => flip(store, axis)}
          />
        ))}
        {AXES.map((axis) => (
          <IconButton
            key={axis}
            icon={axis === 'horizontal' ? 'distributeHorizontal' : 'distributeVertical'}
            label={i18n.t(`editor.panels.distributions.${axis}`)}
            disabled={units < 3}
            onClick={() => distribute(store, axis)}
          />
        ))}
      </div>
      <div>
        {ALIGNMENTS.map((to) => (
          <IconButton
            key={to}
            icon={`align-${to}`}
            label={i18n.t(`editor.panels.alignments.${to}`)}
            disabled={units < 2}
            onClick={() => align(store, to)}
          />
        ))}
      </div>
      <div>
        {LAYOUTS.map((layout) => (
          <IconButton
            key={layout}
            icon={layout}
            label={i18n.t(`editor.panels.layouts.${layout}`)}
            disabled={units < 2}
            onClick={() => void layOut(store, layout)}
          />
        ))}
      </div>
    </div>
  );
}
