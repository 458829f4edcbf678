import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { SECRET_LIMITS, type SecretField } from './secret.ts';
import { ValueField } from './value-field.tsx';

interface OwnFieldProps {
  readonly dataKey: number;
  /** Its name, or its number. */
  readonly label: string;
  readonly field: SecretField;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (field: SecretField) => void;
  readonly onRemove: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

/** One field of the person's own: its name, its value, and whether that is hidden. */
export function OwnField(props: OwnFieldProps) {
  const { label, field, isFirst, isLast, onChange, onRemove, onMove } = props;
  const id = useId();
  return (
    <fieldset class="own-field stack" data-key={props.dataKey}>
      <legend>
        <bdi>{label}</bdi>
      </legend>
      <div class="field">
        <label for={id}>{i18n.t('library.secret.fields.name')}</label>
        <input
          id={id}
          class="name"
          value={field.name}
          maxLength={SECRET_LIMITS.name}
          autoComplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => onChange({ ...field, name: currentTarget.value })}
        />
      </div>
      <ValueField
        label={i18n.t('library.secret.fields.value', [label])}
        value={field.value}
        isHidden={field.isHidden}
        lines={1}
        maxLength={SECRET_LIMITS.value}
        onInput={(value) => onChange({ ...field, value })}
      />
      <div class="row tight spread">
        <label class="check">
          <input
            type="checkbox"
            checked={field.isHidden}
            onChange={({ currentTarget }) =>
              onChange({ ...field, isHidden: currentTarget.checked })
            }
          />
          {i18n.t('library.secret.fields.hidden')}
        </label>
        <div class="row tight">
          <button type="button" class="quiet up" disabled={isFirst} onClick={() => onMove(-1)}>
            {i18n.t('library.secret.fields.up')}
            <span class="unseen"> {label}</span>
          </button>
          <button type="button" class="quiet down" disabled={isLast} onClick={() => onMove(1)}>
            {i18n.t('library.secret.fields.down')}
            <span class="unseen"> {label}</span>
          </button>
          <button type="button" class="quiet" onClick={onRemove}>
            {i18n.t('library.secret.fields.remove')}
            <span class="unseen"> {label}</span>
          </button>
        </div>
      </div>
    </fieldset>
  );
}
