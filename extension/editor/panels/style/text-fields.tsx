import { i18n } from '#i18n';
import { FONT_FACES } from '../../../fonts/font-faces.ts';
import { Choice } from './choice.tsx';
import { AlignFace } from './faces.tsx';
import type { FieldsProps } from './paint-fields.tsx';

const FAMILIES = ['sans', 'hand', 'mono'] as const;
const SIZES = { small: 16, medium: 20, large: 28, huge: 36 } as const;
const ACROSS = ['left', 'center', 'right'] as const;
const DOWN = ['top', 'middle', 'bottom'] as const;
const MAX_SIZE = 400;

/** Font, size and place of texts and labels. */
export function TextFields({ chosen, onChoose }: FieldsProps) {
  const { fontFamily, fontSize, textAlign, verticalAlign } = chosen;
  return (
    <>
      {fontFamily && (
        <Choice
          legend={i18n.t('editor.panels.fontFamily')}
          value={fontFamily.value}
          options={FAMILIES.map((value) => ({
            value,
            label: i18n.t(`editor.panels.fonts.${value}`),
            face: (
              <span aria-hidden="true" style={{ fontFamily: FONT_FACES[value].name }}>
                Aa
              </span>
            ),
          }))}
          onChoose={(value) => onChoose({ fontFamily: value })}
        />
      )}
      {fontSize && (
        <div class="font-size">
          <Choice
            legend={i18n.t('editor.panels.fontSize')}
            value={fontSize.value}
            options={(Object.keys(SIZES) as (keyof typeof SIZES)[]).map((name) => ({
              value: SIZES[name],
              label: i18n.t(`editor.panels.sizes.${name}`),
              face: <span aria-hidden="true">{i18n.t(`editor.panels.sizeLetters.${name}`)}</span>,
            }))}
            onChoose={(value: number) => onChoose({ fontSize: value })}
          />
          <input
            type="number"
            min="4"
            max={MAX_SIZE}
            aria-label={i18n.t('editor.panels.exactSize')}
            value={fontSize.value === undefined ? '' : Math.round(fontSize.value)}
            onChange={(event) => {
              const size = event.currentTarget.valueAsNumber;
              if (size >= 4 && size <= MAX_SIZE) onChoose({ fontSize: size });
            }}
          />
        </div>
      )}
      {textAlign && (
        <Choice
          legend={i18n.t('editor.panels.textAlign')}
          value={textAlign.value}
          options={ACROSS.map((value) => ({
            value,
            label: i18n.t(`editor.panels.places.${value}`),
            face: <AlignFace to={value} />,
          }))}
          onChoose={(value) => onChoose({ textAlign: value })}
        />
      )}
      {verticalAlign && (
        <Choice
          legend={i18n.t('editor.panels.verticalAlign')}
          value={verticalAlign.value}
          options={DOWN.map((value) => ({
            value,
            label: i18n.t(`editor.panels.places.${value}`),
            face: <AlignFace to={value} />,
          }))}
          onChoose={(value) => onChoose({ verticalAlign: value })}
        />
      )}
    </>
  );
}
