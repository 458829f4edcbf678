import { i18n } from '#i18n';
import { setBackground } from '../../../../shared/scene/operations/scene-settings.ts';
import { announceStep } from '../../chrome/announce.ts';
import type { EditorStore } from '../../store.ts';
import { useEditor, useStore } from '../../use-editor.ts';
import { ColorChoice } from './color-choice.tsx';
import { PAPER_COLORS } from './palette.ts';

/** What the diagram is drawn on, here and in what is exported. */
export function PaperChoice() {
  const store = useStore();
  const paper = useEditor((state) => state.scene.backgroundColor);
  return (
    <ColorChoice
      legend={i18n.t('editor.panels.paper')}
      palette={PAPER_COLORS}
      value={paper}
      onChoose={(color, goesOn) => choosePaper(store, color, goesOn)}
    />
  );
}

/** Gives the diagram another paper; with `goesOn` as one step with the last such change. */
function choosePaper(store: EditorStore, color: string, goesOn: boolean): void {
  const step = { key: 'background', count: 1 } as const;
  store.commit(step, setBackground(store.state.scene, color), { goesOn });
  if (!goesOn) announceStep(store, step);
}
