import { useEffect, useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { readHexColor } from './hex-color.ts';
import type { ColorName, Palette } from './palette.ts';

interface ColorChoiceProps {
  readonly legend: string;
  readonly palette: Palette;
  readonly value: string | undefined;
  /** `goesOn` while a picker is dragged. */
  readonly onChoose: (color: string, goesOn: boolean) => void;
}

/** A colour of the palette, or one's own by picker or as hex digits. */
export function ColorChoice({ legend, palette, value, onChoose }: ColorChoiceProps) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      <div class="swatches">
        {(Object.entries(palette) as [ColorName, string][]).map(([colorName, color]) => (
          <label key={color} title={i18n.t(`editor.panels.colors.${colorName}`)}>
            <input
              type="radio"
              name={name}
              aria-label={i18n.t(`editor.panels.colors.${colorName}`)}
              checked={color === value}
              onChange={() => onChoose(color, false)}
            />
            <Swatch color={color} />
          </label>
        ))}
      </div>
      <OwnColor legend={legend} value={value} onChoose={onChoose} />
    </fieldset>
  );
}

function OwnColor({ legend, value, onChoose }: Omit<ColorChoiceProps, 'palette'>) {
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  const color = readHexColor(typed);
  const isKnown = color !== null || typed === '' || typed === 'transparent';
  return (
    <div class="own-color">
      <input
        type="color"
        aria-label={i18n.t('editor.panels.pickColor', [legend])}
        value={value?.startsWith('#') ? value.slice(0, 7) : '#ffffff'}
        onInput={(event) => onChoose(event.currentTarget.value, true)}
      />
      <input
        aria-label={i18n.t('editor.panels.hexColor', [legend])}
        aria-invalid={!isKnown}
        value={typed}
        spellcheck={false}
        placeholder="#rrggbb"
        onInput={(event) => {
          const next = event.currentTarget.value;
          setTyped(next);
          const read = readHexColor(next);
          if (read !== null) onChoose(read, true);
        }}
        onBlur={() => setTyped(value ?? '')}
      />
    </div>
  );
}

function Swatch({ color }: { readonly color: string }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <rect class="swatch" x="0.5" y="0.5" width="19" height="19" rx="4" fill={color} />
      {color === 'transparent' && <path class="swatch-none" d="M3 17 17 3" />}
    </svg>
  );
}
