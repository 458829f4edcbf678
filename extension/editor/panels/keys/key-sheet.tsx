import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { IconButton } from '../../chrome/icon-button.tsx';
import { toolLabel } from '../../chrome/tool-label.ts';
import {
  ACTION_KEYS,
  type ActionName,
  KEY_GROUPS,
  PLACE_KEYS,
  type PlaceKeyName,
  TOOL_KEYS,
} from '../../keys/key-table.ts';
import { TOOL_NAMES } from '../../tools/tool-name.ts';
import { useEditor, useStore } from '../../use-editor.ts';
import { capsOf } from './show-key.ts';

const KEYS: Readonly<Record<ActionName | PlaceKeyName, readonly string[]>> = {
  ...ACTION_KEYS,
  ...PLACE_KEYS,
};

/** All keys of the editor, behind `?`. */
export function KeySheet() {
  const store = useStore();
  const isShown = useEditor((state) => state.isShowingKeys);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isShown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isShown]);
  return (
    <dialog
      ref={dialog}
      class="key-sheet"
      aria-labelledby="key-sheet-title"
      onClose={() => store.showKeys(false)}
    >
      <div class="row spread">
        <h2 id="key-sheet-title">{i18n.t('editor.keys.title')}</h2>
        <IconButton
          icon="close"
          label={i18n.t('editor.keys.close')}
          onClick={() => dialog.current?.close()}
        />
      </div>
      {isShown && (
        <div class="key-groups">
          <section aria-labelledby="key-group-tools">
            <h3 id="key-group-tools">{i18n.t('editor.tools.label')}</h3>
            <dl>
              {TOOL_NAMES.map((tool) => (
                <KeyRow key={tool} name={toolLabel(tool)} keys={TOOL_KEYS[tool]} />
              ))}
            </dl>
          </section>
          {(Object.keys(KEY_GROUPS) as (keyof typeof KEY_GROUPS)[]).map((group) => (
            <section key={group} aria-labelledby={`key-group-${group}`}>
              <h3 id={`key-group-${group}`}>{i18n.t(`editor.keys.groups.${group}`)}</h3>
              <dl>
                {KEY_GROUPS[group].map((name) => (
                  <KeyRow key={name} name={i18n.t(`editor.keys.names.${name}`)} keys={KEYS[name]} />
                ))}
              </dl>
            </section>
          ))}
        </div>
      )}
    </dialog>
  );
}

function KeyRow({ name, keys }: { readonly name: string; readonly keys: readonly string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {keys.map((key, index) => (
          <span key={key}>
            {index > 0 && <span class="faded"> {i18n.t('editor.keys.or')} </span>}
            {capsOf(key).map((cap) => (
              <kbd key={cap}>{cap}</kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  );
}
