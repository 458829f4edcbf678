import { DiagramActions } from '../../export/diagram-actions.tsx';
import type { Settings } from '../../settings/settings.ts';
import { useEditor, useStore } from '../use-editor.ts';

interface LeavingButtonsProps {
  readonly settings: Settings;
  readonly draftId: string | undefined;
  readonly isOpening: boolean;
}

/** Export and share, by button or by key. */
export function LeavingButtons(props: LeavingButtonsProps) {
  const store = useStore();
  const asked = useEditor((state) => state.asked);
  return (
    <DiagramActions
      {...props}
      asked={asked}
      onAnswered={() => store.ask(null)}
      getDiagram={() => store.state}
    />
  );
}
