import { i18n } from '#i18n';
import type { StepName } from '../../../shared/scene/history/step-name.ts';
import type { EditorStore } from '../store.ts';
import { stepText } from './step-text.ts';

/** Has a screen reader say what was done. */
export function announceStep(store: EditorStore, step: StepName): void {
  store.announce(stepText(step));
}

export function announceUndo(
  store: EditorStore,
  direction: 'undone' | 'redone',
  step: StepName | null,
): void {
  store.announce(
    step === null
      ? i18n.t('editor.history.nothing')
      : i18n.t(`editor.history.${direction}`, [stepText(step)]),
  );
}
