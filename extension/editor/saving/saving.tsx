import { useCallback, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { hidesSomething } from '../../../shared/scene/redaction/cover.ts';
import { deleteDraft } from '../../drafts/store-drafts.ts';
import { burnScene } from '../../export/burn/burn-scene.ts';
import { AutosaveStatus } from '../../library/autosave/autosave-status.tsx';
import { NameVersion } from '../../library/autosave/name-version.tsx';
import { keepOriginals } from '../../library/originals/originals.ts';
import { drawThumbnail } from '../../library/picture/draw-thumbnail.ts';
import { useAutosave } from '../../library/use-autosave.ts';
import type { EditorStart } from '../opening/editor-start.ts';
import { useEditor, useStore } from '../use-editor.ts';
import { sessionFor } from './tab-session.ts';

interface SavingProps {
  readonly start: EditorStart;
  /** As it was opened. */
  readonly opened: { readonly scene: Scene; readonly name: string };
}

/** Keeps what is edited in the library, and says so. To be shown once something is open. */
export function Saving({ start, opened }: SavingProps) {
  const store = useStore();
  const scene = useEditor((state) => state.scene);
  const name = useEditor((state) => state.name);
  const [session] = useState(() => sessionFor('diagram' in start ? start.diagram : undefined));

  const burn = useCallback(
    async (scene: Scene) => {
      const burned = await burnScene(scene);
      // Without them the tab still has everything; only reloading it would not.
      if (burned !== scene) await keepOriginals(session.id, scene).catch(() => {});
      return burned;
    },
    [session],
  );
  const onSaved = useCallback(
    (saved: Scene) => {
      store.markSaved(saved);
      const hash = new URLSearchParams({ diagram: session.diagramId });
      if (location.hash !== `#${hash}`) history.replaceState(null, '', `#${hash}`);
      // It lies in the library now. Swept later where this fails.
      if ('draft' in start) void deleteDraft(start.draft).catch(() => {});
    },
    [store, session, start],
  );
  const autosave = useAutosave({
    diagramId: session.diagramId,
    scene,
    name,
    opened,
    burn,
    drawThumbnail,
    onSaved,
  });

  return (
    <div class="saving">
      <AutosaveStatus autosave={autosave} />
      {autosave.state.name === 'saved' && <NameVersion onName={autosave.nameVersion} />}
      {hidesSomething(scene) && autosave.state.name !== 'failed' && (
        <p class="small faded">{i18n.t('library.autosave.originals')}</p>
      )}
    </div>
  );
}
