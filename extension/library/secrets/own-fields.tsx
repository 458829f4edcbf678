import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { OwnField } from './own-field.tsx';
import { SECRET_LIMITS, type SecretField } from './secret.ts';
import { nameOfField } from './secret-words.ts';

interface OwnFieldsProps {
  readonly fields: readonly SecretField[];
  readonly onChange: (fields: readonly SecretField[]) => void;
}

/** Where the focus goes after a change. */
interface Target {
  readonly key: number;
  readonly part: 'name' | 'up' | 'down';
}

const EMPTY_FIELD: SecretField = { name: '', value: '', isHidden: true };

/** The fields of the person's own: added, removed, and put in order. */
export function OwnFields({ fields, onChange }: OwnFieldsProps) {
  const [keys, setKeys] = useState<readonly number[]>(() => fields.map((_, index) => index));
  const [target, setTarget] = useState<Target | 'add'>();
  const [outcome, setOutcome] = useState('');
  const list = useRef<HTMLDivElement>(null);

  // Not after the next paint: somebody may type on before it.
  useLayoutEffect(() => {
    if (!target) return;
    const place = target === 'add' ? '.add-field' : `[data-key="${target.key}"] .${target.part}`;
    list.current?.querySelector<HTMLElement>(place)?.focus();
    setTarget(undefined);
  }, [target]);

  function replace(index: number, field: SecretField): void {
    onChange(fields.map((it, at) => (at === index ? field : it)));
  }

  function add(): void {
    const key = Math.max(-1, ...keys) + 1;
    setKeys([...keys, key]);
    onChange([...fields, EMPTY_FIELD]);
    setTarget({ key, part: 'name' });
  }

  function remove(index: number): void {
    const left = keys.filter((_, at) => at !== index);
    setKeys(left);
    onChange(fields.filter((_, at) => at !== index));
    setOutcome(i18n.t('library.secret.fields.removed', [nameAt(index)]));
    const next = left[Math.min(index, left.length - 1)];
    setTarget(next === undefined ? 'add' : { key: next, part: 'name' });
  }

  function move(index: number, by: -1 | 1): void {
    const to = index + by;
    setKeys(swap(keys, index, to));
    onChange(swap(fields, index, to));
    setOutcome(i18n.t('library.secret.fields.moved', [nameAt(index), String(to + 1)]));
    const isAtEnd = by === -1 ? to === 0 : to === fields.length - 1;
    const part = (by === -1) === isAtEnd ? 'down' : 'up';
    setTarget({ key: keys[index] as number, part });
  }

  const nameAt = (index: number) => nameOfField(fields[index]?.name ?? '', index);
  return (
    <div ref={list} class="stack">
      {fields.map((field, index) => (
        <OwnField
          key={keys[index]}
          dataKey={keys[index] as number}
          label={nameAt(index)}
          field={field}
          isFirst={index === 0}
          isLast={index === fields.length - 1}
          onChange={(changed) => replace(index, changed)}
          onRemove={() => remove(index)}
          onMove={(by) => move(index, by)}
        />
      ))}
      <div class="row">
        <button
          type="button"
          class="quiet add-field"
          disabled={fields.length >= SECRET_LIMITS.fields}
          onClick={add}
        >
          {i18n.t('library.secret.fields.add')}
        </button>
        <span class="small faded" role="status">
          {outcome}
        </span>
      </div>
    </div>
  );
}

function swap<T>(list: readonly T[], a: number, b: number): readonly T[] {
  const swapped = [...list];
  [swapped[a], swapped[b]] = [list[b] as T, list[a] as T];
  return swapped;
}
