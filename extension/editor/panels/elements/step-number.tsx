import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { findElement } from '../../../../shared/scene/model/index-elements.ts';
import { restartSteps } from '../../../../shared/scene/operations/steps.ts';
import { announceStep } from '../../chrome/announce.ts';
import { useEditor, useStore } from '../../use-editor.ts';

const MAX_NUMBER = 9999;

/** The number of the step that is selected alone: counted, or one from which counting begins anew. */
export function StepNumber() {
  const store = useStore();
  const id = useId();
  const step = useEditor(({ scene, selection }) => {
    const [only, ...others] = selection;
    const element =
      others.length === 0 && only !== undefined ? findElement(scene, only) : undefined;
    return element?.type === 'step' ? element : null;
  });
  if (step === null) return null;

  function restart(number: number | null): void {
    const name = { key: 'renumber', count: 1 } as const;
    if (step === null) return;
    store.commit(name, restartSteps(store.state.scene, step.id, number));
    announceStep(store, name);
  }

  return (
    <div class="field step-number">
      <label for={id}>{i18n.t('editor.panels.stepNumber')}</label>
      <input
        id={id}
        type="number"
        min="0"
        max={MAX_NUMBER}
        value={step.number}
        disabled={step.locked}
        onChange={({ currentTarget }) => {
          const { valueAsNumber } = currentTarget;
          const isUsable =
            Number.isInteger(valueAsNumber) && valueAsNumber >= 0 && valueAsNumber <= MAX_NUMBER;
          if (isUsable) restart(valueAsNumber);
          else currentTarget.value = String(step.number);
        }}
      />
      <label class="check small">
        <input
          type="checkbox"
          checked={step.restartAt === null}
          disabled={step.locked}
          onChange={({ currentTarget }) => restart(currentTarget.checked ? null : step.number)}
        />
        {i18n.t('editor.panels.countOn')}
      </label>
    </div>
  );
}
