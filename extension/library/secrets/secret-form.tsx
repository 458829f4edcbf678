import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ConfirmButton } from '../../page/confirm-button.tsx';
import type { DiagramId } from '../model/diagram.ts';
import { versionsHref } from '../page/read-where.ts';
import { GeneratorDialog } from './generate/generator-dialog.tsx';
import { OwnFields } from './own-fields.tsx';
import { baseFields, SECRET_LIMITS, SECRET_TYPES, type Secret, type SecretBase } from './secret.ts';
import { filledFields, labelOf } from './secret-words.ts';
import { ShareSecret } from './share-secret.tsx';
import type { SecretDraft } from './unsaved-secret.ts';
import { ValueField } from './value-field.tsx';

interface SecretFormProps {
  /** Null: a new one. */
  readonly id: DiagramId | null;
  readonly draft: SecretDraft;
  readonly isChanged: boolean;
  readonly onChange: (draft: SecretDraft) => void;
  readonly onDiscard: () => void;
  readonly onSave: () => Promise<void>;
}

export function SecretForm(props: SecretFormProps) {
  const { id, draft, isChanged, onChange, onDiscard, onSave } = props;
  const { name, secret } = draft;
  const [asked, setAsked] = useState<'generator' | 'share'>();
  // Fields of the person's own are told apart by their places: what comes from elsewhere begins anew.
  const [round, setRound] = useState(0);
  const nameId = useId();
  const change = (changed: Partial<Secret>) =>
    onChange({ name, secret: { ...secret, ...changed } });
  const close = () => setAsked(undefined);
  return (
    <>
      <form
        class="card stack secret-form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void onSave();
        }}
      >
        <fieldset class="row">
          <legend>{i18n.t('library.secret.type')}</legend>
          {SECRET_TYPES.map((type) => (
            <label key={type} class="check">
              <input
                type="radio"
                name="type"
                checked={secret.type === type}
                onChange={() => change({ type })}
              />
              {i18n.t(`library.secret.types.${type}`)}
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for={nameId}>{i18n.t('library.secret.name')}</label>
          <input
            id={nameId}
            value={name}
            required
            maxLength={SECRET_LIMITS.name}
            autoComplete="off"
            spellcheck={false}
            onInput={({ currentTarget }) => onChange({ name: currentTarget.value, secret })}
          />
        </div>
        {baseFields(secret).map((field) => (
          <ValueField
            key={field}
            label={labelOf(secret.type, field)}
            value={secret[field]}
            isHidden={field === 'value'}
            {...shapeOf(field)}
            onInput={(value) => change({ [field]: value })}
          >
            {field === 'value' && (
              <button type="button" onClick={() => setAsked('generator')}>
                {i18n.t('library.secret.generator.open')}
              </button>
            )}
          </ValueField>
        ))}
        <OwnFields key={round} fields={secret.fields} onChange={(fields) => change({ fields })} />
        <div class="row">
          <button type="submit" class="primary">
            {i18n.t('library.secret.save')}
          </button>
          <button
            type="button"
            disabled={filledFields(secret).length === 0}
            onClick={() => setAsked('share')}
          >
            {i18n.t('library.secret.share.open')}
          </button>
          {isChanged && (
            <ConfirmButton
              label={i18n.t('library.secret.discard')}
              title={i18n.t('library.secret.discardTitle')}
              body={i18n.t('library.secret.discardBody')}
              failed={i18n.t('library.failed')}
              onConfirm={async () => {
                setRound(round + 1);
                onDiscard();
              }}
            />
          )}
          {id !== null && <a href={versionsHref(id)}>{i18n.t('library.selection.versions')}</a>}
        </div>
      </form>
      <GeneratorDialog
        isOpen={asked === 'generator'}
        onClose={close}
        onUse={(value) => change({ value })}
      />
      <ShareSecret id={id} isOpen={asked === 'share'} draft={draft} onClose={close} />
    </>
  );
}

function shapeOf(field: keyof SecretBase): { lines?: number; maxLength: number } {
  if (field === 'note') return { lines: 4, maxLength: SECRET_LIMITS.value };
  if (field === 'value') return { lines: 1, maxLength: SECRET_LIMITS.value };
  return { maxLength: SECRET_LIMITS.line };
}
