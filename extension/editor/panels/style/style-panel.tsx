import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Style } from '../../../../shared/scene/operations/set-style.ts';
import { useEditor, useStore } from '../../use-editor.ts';
import { ArrangeButtons } from '../arrange/arrange-buttons.tsx';
import { FrameName } from '../elements/frame-name.tsx';
import { StepNumber } from '../elements/step-number.tsx';
import { chooseStyle } from './choose-style.ts';
import { chosenStyle } from './chosen-style.ts';
import { LineFields } from './line-fields.tsx';
import { PaintFields } from './paint-fields.tsx';
import { PaperChoice } from './paper-choice.tsx';
import { TextFields } from './text-fields.tsx';

/** How a group of fields gives back what was chosen. */
export type ChooseStyle = (style: Partial<Style>, goesOn?: boolean) => void;

/** The look of what is selected or drawn next, and where it lies among others. */
export function StylePanel() {
  const store = useStore();
  const scene = useEditor((state) => state.scene);
  const selection = useEditor((state) => state.selection);
  const tool = useEditor((state) => state.tool);
  const style = useEditor((state) => state.style);
  const chosen = useMemo(
    () => chosenStyle(scene, selection, tool, style),
    [scene, selection, tool, style],
  );
  const choose: ChooseStyle = (given, goesOn) => chooseStyle(store, given, goesOn);
  const isEmpty = selection.size === 0 && Object.keys(chosen).length === 0;
  return (
    <>
      {isEmpty && (
        <>
          <PaperChoice />
          <p class="faded small">{i18n.t('editor.panels.nothing')}</p>
        </>
      )}
      <FrameName />
      <StepNumber />
      <PaintFields chosen={chosen} onChoose={choose} />
      <LineFields chosen={chosen} onChoose={choose} />
      <TextFields chosen={chosen} onChoose={choose} />
      {selection.size > 0 && <ArrangeButtons />}
    </>
  );
}
