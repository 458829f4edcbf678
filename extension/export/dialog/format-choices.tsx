import { i18n } from '#i18n';
import { EXPORT_FORMAT_NAMES, type ExportFormat } from '../export-format.ts';

interface FormatChoicesProps {
  readonly chosen: readonly ExportFormat[];
  readonly onChange: (chosen: readonly ExportFormat[]) => void;
}

/** A box to tick for each format, in their own order. */
export function FormatChoices({ chosen, onChange }: FormatChoicesProps) {
  function toggle(format: ExportFormat): void {
    const isChosen = (name: ExportFormat) => chosen.includes(name) !== (name === format);
    onChange(EXPORT_FORMAT_NAMES.filter(isChosen));
  }
  return (
    <fieldset class="field">
      <legend>{i18n.t('export.formats')}</legend>
      <div class="export-formats">
        {EXPORT_FORMAT_NAMES.map((format) => (
          <label key={format} class="check">
            <input
              type="checkbox"
              checked={chosen.includes(format)}
              onChange={() => toggle(format)}
            />
            <span>
              {i18n.t(`export.kinds.${format}`)}
              <span class="small faded">{i18n.t(`export.about.${format}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
