import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ActForm } from '../account/forms/act-form.tsx';
import { LineField } from '../account/forms/line-field.tsx';
import { FieldProblem, useSubmit } from '../account/forms/use-submit.ts';
import { shareHref } from './read-place.ts';
import { ShareFacts } from './share-facts.tsx';

const ID = /(?:^|\/s\/)([\w-]{22})(?:$|[?#])/;

/** A share by its id or link; of a link nothing but the id is used. */
export function ShareView({ shareId }: { readonly shareId: string }) {
  const [typed, setTyped] = useState(shareId);
  const submission = useSubmit();

  async function look(): Promise<void> {
    const id = ID.exec(typed.trim())?.[1];
    if (id === undefined) throw new FieldProblem('id', i18n.t('operator.share.idInvalid'));
    location.hash = shareHref(id);
  }

  return (
    <div class="card stack">
      <h2>{i18n.t('operator.places.share')}</h2>
      <ActForm
        submission={submission}
        label={i18n.t('operator.share.look')}
        busyLabel={i18n.t('operator.share.look')}
        onSubmit={look}
      >
        <LineField
          kind="name"
          label={i18n.t('operator.share.id')}
          value={typed}
          hint={i18n.t('operator.share.idHint')}
          problem={submission.fields.id}
          onInput={setTyped}
        />
      </ActForm>
      {shareId !== '' && <ShareFacts id={shareId} />}
    </div>
  );
}
