import { i18n } from '#i18n';
import type { Arrowhead } from '../../../../shared/scene/model/element.ts';
import { Choice } from './choice.tsx';
import { CornerFace, DashFace, HeadFace, WidthFace } from './faces.tsx';
import type { FieldsProps } from './paint-fields.tsx';

const WIDTHS = { thin: 1, medium: 2, bold: 4, heavy: 8 } as const;
const DASHES = ['solid', 'dashed', 'dotted'] as const;
const HEADS: readonly (Arrowhead | null)[] = [null, 'arrow', 'triangle', 'dot', 'bar', 'diamond'];

/** Width, dashes, corners and heads of lines. */
export function LineFields({ chosen, onChoose }: FieldsProps) {
  const { strokeWidth, strokeStyle, rounded, startArrowhead, endArrowhead } = chosen;
  const isLine = endArrowhead !== undefined;
  const heads = (isStart: boolean) =>
    HEADS.map((value) => ({
      value,
      label: i18n.t(`editor.panels.heads.${value ?? 'none'}`),
      face: <HeadFace head={value} isStart={isStart} />,
    }));
  return (
    <>
      {strokeWidth && (
        <Choice
          legend={i18n.t('editor.panels.strokeWidth')}
          value={strokeWidth.value}
          options={(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).map((name) => ({
            value: WIDTHS[name],
            label: i18n.t(`editor.panels.widths.${name}`),
            face: <WidthFace width={WIDTHS[name]} />,
          }))}
          onChoose={(value: number) => onChoose({ strokeWidth: value })}
        />
      )}
      {strokeStyle && (
        <Choice
          legend={i18n.t('editor.panels.strokeStyle')}
          value={strokeStyle.value}
          options={DASHES.map((value) => ({
            value,
            label: i18n.t(`editor.panels.dashes.${value}`),
            face: <DashFace dash={value} />,
          }))}
          onChoose={(value) => onChoose({ strokeStyle: value })}
        />
      )}
      {rounded && (
        <Choice
          legend={i18n.t(isLine ? 'editor.panels.course' : 'editor.panels.corners')}
          value={rounded.value}
          options={[false, true].map((value) => ({
            value,
            label: cornerLabel(value, isLine),
            face: <CornerFace rounded={value} />,
          }))}
          onChoose={(value) => onChoose({ rounded: value })}
        />
      )}
      {startArrowhead && (
        <Choice
          legend={i18n.t('editor.panels.startArrowhead')}
          value={startArrowhead.value}
          options={heads(true)}
          onChoose={(value) => onChoose({ startArrowhead: value })}
        />
      )}
      {endArrowhead && (
        <Choice
          legend={i18n.t('editor.panels.endArrowhead')}
          value={endArrowhead.value}
          options={heads(false)}
          onChoose={(value) => onChoose({ endArrowhead: value })}
        />
      )}
    </>
  );
}

function cornerLabel(isRounded: boolean, isLine: boolean): string {
  if (isLine) return i18n.t(isRounded ? 'editor.panels.curved' : 'editor.panels.straight');
  return i18n.t(isRounded ? 'editor.panels.round' : 'editor.panels.sharp');
}
