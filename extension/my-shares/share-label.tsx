import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OwnerRecord } from './owner-record.ts';
import { relabelShare } from './store-shares.ts';

interface ShareLabelProps {
  readonly record: OwnerRecord;
  readonly headingId: string;
}

/** What a person calls the share, and a way to change it. Only this profile knows it. */
export function ShareLabel({ record, headingId }: ShareLabelProps) {
  const [label, setLabel] = useState(record.label);
  const [isEditing, setEditing] = useState(false);
  const hasEdited = useRef(false);
  const name = label || i18n.t('shares.unnamed');

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const typed = new FormData(event.currentTarget as HTMLFormElement).get('label');
    const relabelled = await relabelShare(record, String(typed));
    setLabel(relabelled.label);
    hasEdited.current = true;
    setEditing(false);
  }

  if (!isEditing) {
    return (
      <div class="row spread">
        <h2 id={headingId} dir="auto">
          {name}
        </h2>
        <button
          type="button"
          class="quiet"
          ref={(button) => {
            // The focus was in the form that this button replaces.
            if (hasEdited.current) button?.focus();
            hasEdited.current = false;
          }}
          onClick={() => setEditing(true)}
        >
          {i18n.t('shares.rename')}
        </button>
      </div>
    );
  }
  return (
    <form class="row" onSubmit={save}>
      <input
        class="label-input"
        name="label"
        aria-label={i18n.t('shares.label')}
        defaultValue={label}
        maxLength={200}
        autoComplete="off"
        spellcheck={false}
        ref={(field) => field?.focus()}
      />
      <button type="submit">{i18n.t('shares.saveLabel')}</button>
    </form>
  );
}
