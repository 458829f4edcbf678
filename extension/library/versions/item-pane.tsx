import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { formatBytes } from '../../../shared/ui/format.ts';
import type { ItemKind } from '../model/diagram.ts';
import { unpackSecret } from '../secrets/pack-secret.ts';
import { filledFields, type NamedValue } from '../secrets/secret-words.ts';

interface ItemPaneProps {
  readonly kind: ItemKind;
  readonly scene: Scene;
}

/** What a version of a secret or of a file holds, in words; what a secret hides is shown when asked for. */
export function ItemPane({ kind, scene }: ItemPaneProps) {
  const [isShown, setShown] = useState(false);
  const fields = kind === 'file' ? fileFields(scene) : secretFields(scene);
  return (
    <div class="item-pane stack">
      <dl class="difference">
        {fields.map(({ name, value, isHidden }, index) => (
          <div key={`${index} ${name}`}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd dir="auto">
              {isHidden && !isShown ? i18n.t('library.secret.hiddenValue') : value}
            </dd>
          </div>
        ))}
      </dl>
      {fields.some(({ isHidden }) => isHidden) && (
        <div>
          <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
            {i18n.t(isShown ? 'library.secret.hideAll' : 'library.secret.showAll')}
          </button>
        </div>
      )}
    </div>
  );
}

interface ItemDifferenceProps {
  readonly before: Scene;
  readonly after: Scene;
}

/** Which fields of a secret are other in one version than in another. */
export function SecretDifference({ before, after }: ItemDifferenceProps) {
  const old = new Map(secretFields(before).map((field) => [field.name, field.value]));
  const now = new Map(secretFields(after).map((field) => [field.name, field.value]));
  const names = [...new Set([...old.keys(), ...now.keys()])];
  const changed = names.filter((name) => old.get(name) !== now.get(name));
  if (changed.length === 0) return <p class="faded">{i18n.t('library.versions.same')}</p>;
  return <p dir="auto">{i18n.t('library.versions.changedFields', [changed.join(', ')])}</p>;
}

function secretFields(scene: Scene): readonly NamedValue[] {
  const secret = unpackSecret(scene);
  return secret && secret !== 'newer' ? filledFields(secret) : [];
}

function fileFields({ attachments }: Scene): readonly NamedValue[] {
  return attachments.map(({ name, bytes }) => ({
    name,
    value: formatBytes(bytes.length),
    isHidden: false,
  }));
}
