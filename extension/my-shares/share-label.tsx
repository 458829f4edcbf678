import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { OwnerRecord } from './owner-record.ts';
import { relabelShare } from './store-shares.ts';

/** What a person calls the share, and a way to change it. Only this profile knows it. */
export function ShareLabel({ record }: { readonly record: OwnerRecord }) {
  const [label, setLabel] = useState(record.label);
  const [isEditing, setEditing] = useState(false);
  const name = label || i18n.t('shares.unnamed');

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const typed = new FormData(event.currentTarget as HTMLFormElement).get('label');
    const relabelled = await relabelShare(record, String(typed));
    setLabel(relabelled.label);
    setEditing(false);
  }

  if (!isEditing) {
    return (
      <div class="row spread">
        <h2 dir="auto">{name}</h2>
        <button type="button" class="quiet" onClick={() => setEditing(true)}>
          {i18n.t('shares.rename')}
        </button>
      </div>
    );
  }
  return (
    <form class="row" onSubmit={save}>
      <input
        class="grow"
        name="label"
        aria-label={i18n.t('shares.label')}
        defaultValue={label}
        maxLength={200}
        ref={(field) => field?.focus()}
      />
      <button type="submit">{i18n.t('shares.saveLabel')}</button>
    </form>
  );
}
