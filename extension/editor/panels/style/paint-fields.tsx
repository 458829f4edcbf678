import { i18n } from '#i18n';
import { Choice } from './choice.tsx';
import type { ChosenStyle } from './chosen-style.ts';
import { ColorChoice } from './color-choice.tsx';
import { CoverFace, FillFace } from './faces.tsx';
import { DEEP_COLORS, FILL_COLORS, LINE_COLORS } from './palette.ts';
import type { ChooseStyle } from './style-panel.tsx';

export interface FieldsProps {
  readonly chosen: ChosenStyle;
  readonly onChoose: ChooseStyle;
}

const FILL_STYLES = ['solid', 'hachure', 'cross-hatch', 'zigzag'] as const;
const COVERS = ['solid', 'pixelate'] as const;

/** Colours, fill and opacity. */
export function PaintFields({ chosen, onChoose }: FieldsProps) {
  const { strokeColor, backgroundColor, fillStyle, opacity, style: cover } = chosen;
  // Of covers and badges, whose colour must be deep: what else has a fill has a line style, or lets see through.
  const isDeep =
    cover !== undefined || (strokeColor !== undefined && chosen.strokeWidth === undefined);
  return (
    <>
      {strokeColor && (
        <ColorChoice
          legend={i18n.t('editor.panels.strokeColor')}
          palette={LINE_COLORS}
          value={strokeColor.value}
          onChoose={(color, goesOn) => onChoose({ strokeColor: color }, goesOn)}
        />
      )}
      {backgroundColor && (
        <ColorChoice
          legend={i18n.t('editor.panels.backgroundColor')}
          palette={isDeep ? DEEP_COLORS : FILL_COLORS}
          value={backgroundColor.value}
          onChoose={(color, goesOn) => onChoose({ backgroundColor: color }, goesOn)}
        />
      )}
      {fillStyle && backgroundColor?.value !== 'transparent' && (
        <Choice
          legend={i18n.t('editor.panels.fillStyle')}
          value={fillStyle.value}
          options={FILL_STYLES.map((value) => ({
            value,
            label: i18n.t(`editor.panels.fills.${value === 'cross-hatch' ? 'crossHatch' : value}`),
            face: <FillFace fill={value} />,
          }))}
          onChoose={(value) => onChoose({ fillStyle: value })}
        />
      )}
      {cover && (
        <Choice
          legend={i18n.t('editor.panels.cover')}
          value={cover.value}
          options={COVERS.map((value) => ({
            value,
            label: i18n.t(`editor.panels.covers.${value}`),
            face: <CoverFace style={value} />,
          }))}
          onChoose={(value) => onChoose({ style: value })}
        />
      )}
      {opacity && (
        <label class="opacity">
          <span>{i18n.t('editor.panels.opacity', [opacity.value ?? '–'])}</span>
          <input
            type="range"
            min="10"
            max="100"
            step="10"
            value={opacity.value ?? 100}
            onInput={(event) => onChoose({ opacity: event.currentTarget.valueAsNumber }, true)}
          />
        </label>
      )}
    </>
  );
}
