import { i18n } from '#i18n';
import type { StepName } from '../../../shared/scene/history/step-name.ts';

/** "Move 3 elements" */
export function stepText({ key, count }: StepName): string {
  return i18n.t(`editor.steps.${key}`, count);
}
