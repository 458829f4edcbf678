import { useCallback, useEffect, useState } from 'preact/hooks';
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
import type { OpenedScene } from '../opening/open-start.ts';
import { useEditor, useStore } from '../use-editor.ts';
import { CoveredNote } from './covered-note.tsx';
import { sessionFor } from './tab-session.ts';
import './saving.css';

interface SavingProps {
  readonly start: EditorStart;
  /** As it was opened. */
  readonly opened: OpenedScene;
}

/** Keeps what is edited in the library, and says so. To be shown once something is open. */
export function Saving({ start, opened }: SavingProps) {
  const store = useStore();
  const scene = useEditor((state) => state.scene);
  const name = useEditor((state) => state.name);
  const suggestions = useEditor((state) => state.suggestions);
  const [offered] = useState(suggestions);
  const [session] = useState(() => sessionFor('diagram' in start ? start.diagram : undefined));

  const burn = useCallback(
    async (scene: Scene) => {
      const burned = await burnScene(scene);
      const { suggestions } = store.state;
      if (burned !== scene || suggestions.length > 0) {
        // Without them the tab still has everything; only reloading it would not.
        await keepOriginals(session.id, { scene, suggestions }).catch(() => {});
      }
      return burned;
    },
    [store, session],
  );
  const onSaved = useCallback(
    (saved: Scene, showing: readonly string[]) => {
      store.markSaved(saved);
      if (showing.length > 0) {
        store.tell(i18n.t('library.autosave.showing', showing.length, [showing.join(', ')]));
      }
      const hash = new URLSearchParams({ diagram: session.diagramId });
      if (location.hash !== `#${hash}`) history.replaceState(null, '', `#${hash}`);
      // It lies in the library now. Swept later where this fails.
      if ('draft' in start) void deleteDraft(start.draft).catch(() => {});
    },
    [store, session, start],
  );
  useEffect(() => {
    // What was dismissed is not to come back with a reload.
    if (suggestions !== offered && location.hash.startsWith('#diagram')) {
      const { scene } = store.state;
      void keepOriginals(session.id, { scene, suggestions }).catch(() => {});
    }
  }, [store, session, offered, suggestions]);
  const autosave = useAutosave({
    diagramId: session.diagramId,
    scene,
    name,
    // What was captured or recovered is kept at once: a person expects to find it again.
    ...('draft' in start ? {} : { kept: opened }),
    burn,
    drawThumbnail,
    onSaved,
  });

  return (
    <div class="saving">
      <AutosaveStatus autosave={autosave} />
      {autosave.state.name === 'saved' && <NameVersion onName={autosave.nameVersion} />}
      {hidesSomething(scene) && autosave.state.name !== 'failed' && <CoveredNote />}
    </div>
  );
}
