import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning.ts';
import { noticeWords } from '../drafts/notice-words.ts';
import { loadFonts } from '../fonts/load-fonts.ts';
import type { Settings } from '../settings/settings.ts';
import { Canvas } from './canvas/canvas.tsx';
import { zoomToFit } from './canvas/zooming.ts';
import { DiagramName } from './chrome/diagram-name.tsx';
import { EditButtons } from './chrome/edit-buttons.tsx';
import { HistoryButtons } from './chrome/history-buttons.tsx';
import { LeavingButtons } from './chrome/leaving-buttons.tsx';
import { LiveRegion } from './chrome/live-region.tsx';
import { MessageBar } from './chrome/message-bar.tsx';
import { RemoveCropButton } from './chrome/remove-crop-button.tsx';
import { Toolbar } from './chrome/toolbar.tsx';
import { ZoomButtons } from './chrome/zoom-buttons.tsx';
import { readEditorStart } from './opening/editor-start.ts';
import { firstScene, type Opened, type OpenedScene, openStart } from './opening/open-start.ts';
import { PageDialog } from './opening/page-dialog.tsx';
import { Panels } from './panels/panels.tsx';
import { PictureInput } from './pictures/picture-input.tsx';
import { Saving } from './saving/saving.tsx';
import { EditorStore } from './store.ts';
import { SuggestionOutlines } from './suggestions/suggestion-outlines.tsx';
import { SuggestionsPanel } from './suggestions/suggestions-panel.tsx';
import { StoreContext, useEditor } from './use-editor.ts';
import './editor.css';

interface EditorPageProps {
  readonly settings: Settings;
}

/** The editor in a tab of its own. Each part of the frame is a place for what belongs there. */
export function EditorPage({ settings }: EditorPageProps) {
  const [start] = useState(() => readEditorStart(location.hash));
  const [store] = useState(() => {
    const made = new EditorStore();
    made.open(firstScene(start));
    return made;
  });
  const [opened, setOpened] = useState<OpenedScene>();
  // An export of what is not there yet would be an empty one.
  const [isOpening, setIsOpening] = useState(!('blank' in start));

  useEffect(() => {
    const show = (opened: Opened) => {
      if (!opened.ok) {
        store.tell(i18n.t(`editor.problems.${opened.code}`));
        return;
      }
      // What was drawn on a new one meanwhile stays.
      if (!('blank' in start)) {
        store.open(opened.scene, opened);
        zoomToFit(store);
      }
      setOpened(opened);
      const { losses = [] } = opened;
      const words = captureWords(opened);
      if (losses.length > 0) store.tell(losses.join('. '), 'losses');
      else if (words) store.tell(words);
    };
    Promise.all([openStart(start, store.state.scene), loadFonts()])
      .then(
        ([opened]) => show(opened),
        () => store.tell(i18n.t('editor.problems.storageFailed'), 'unopened'),
      )
      .finally(() => setIsOpening(false));
  }, [start, store]);

  return (
    <StoreContext.Provider value={store}>
      <div class="editor">
        <header class="editor-top">
          <h1 class="unseen">{i18n.t('editor.title')}</h1>
          <div class="editor-start">
            <DiagramName />
            {opened && <Saving start={start} opened={opened} />}
          </div>
          <div class="editor-tools">
            <Toolbar />
          </div>
          <div class="editor-end">
            <LeavingButtons
              settings={settings}
              isOpening={isOpening}
              draftId={'draft' in start ? start.draft : undefined}
            />
          </div>
        </header>
        <Canvas>
          <SuggestionOutlines />
        </Canvas>
        <aside class="editor-left" aria-label={i18n.t('editor.places.left')}>
          <Panels />
        </aside>
        <aside class="editor-right" aria-label={i18n.t('editor.places.right')}>
          <SuggestionsPanel />
        </aside>
        <footer class="editor-bottom">
          <HistoryButtons />
          <ZoomButtons />
          <EditButtons />
          <RemoveCropButton />
        </footer>
        <MessageBar />
      </div>
      <PictureInput />
      <PageDialog />
      <LiveRegion />
      <LeaveWarning />
    </StoreContext.Provider>
  );
}

/** What is to be known of a capture. */
function captureWords({ notice, tileCount }: OpenedScene): string {
  const tiles = tileCount ? [i18n.t('capture.notices.tiles', [String(tileCount)])] : [];
  return [...(notice ? [noticeWords(notice)] : []), ...tiles].join(' ');
}

function LeaveWarning() {
  useLeaveWarning(useEditor(({ scene, savedScene }) => scene !== savedScene));
  return null;
}
