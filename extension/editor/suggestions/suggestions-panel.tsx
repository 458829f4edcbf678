import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { makeElement } from '../../../shared/scene/model/make-element.ts';
import { addElements } from '../../../shared/scene/operations/add-elements.ts';
import type { SuggestionKind } from '../../capture/suggestions/suggestion.ts';
import { announceStep } from '../chrome/announce.ts';
import type { EditorStore } from '../store.ts';
import { useEditor, useStore } from '../use-editor.ts';
import { groupByKind, type PendingSuggestion, pendingSuggestions } from './pending-suggestions.ts';
import './suggestions.css';

const NARROW_PX = 640;

/** Offers what was found in the page to be redacted: one, all of a kind, or all. */
export function SuggestionsPanel() {
  const store = useStore();
  const suggestions = useEditor((state) => state.suggestions);
  const scene = useEditor((state) => state.scene);
  // In a narrow window it would lie over half of the picture.
  const [isOpen, setOpen] = useState(() => innerWidth > NARROW_PX);
  const pending = pendingSuggestions(suggestions, scene);
  if (pending.length === 0) return null;
  return (
    <section class="suggestions island" aria-labelledby="suggestions-title">
      <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h2 id="suggestions-title">{i18n.t('capture.suggestions.title', pending.length)}</h2>
        </summary>
        <p class="small faded">{i18n.t('capture.suggestions.about')}</p>
        <ul>
          {groupByKind(pending).map(([kind, found]) => (
            <KindRow key={kind} kind={kind} found={found} />
          ))}
        </ul>
        <p class="row">
          <AcceptButton
            class="primary"
            pending={pending}
            label={i18n.t('capture.suggestions.acceptAll')}
          />
          <button type="button" onClick={() => store.keepSuggestions([])}>
            {i18n.t('capture.suggestions.dismiss')}
          </button>
        </p>
      </details>
    </section>
  );
}

interface KindRowProps {
  readonly kind: SuggestionKind;
  readonly found: readonly PendingSuggestion[];
}

function KindRow({ kind, found }: KindRowProps) {
  const name = i18n.t(`capture.suggestions.kinds.${kind}`, found.length);
  return (
    <li>
      <details>
        <summary>{name}</summary>
        <ul class="row">
          {found.map((one, i) => (
            <li key={keyOf(one)}>
              <AcceptButton
                pending={[one]}
                label={String(i + 1)}
                title={i18n.t('capture.suggestions.acceptOne', [String(i + 1), name])}
              />
            </li>
          ))}
        </ul>
      </details>
      <AcceptButton
        pending={found}
        label={i18n.t('capture.suggestions.accept')}
        title={i18n.t('capture.suggestions.acceptKind', [name])}
      />
    </li>
  );
}

/** The same wherever its picture is moved to. */
function keyOf({ suggestion }: PendingSuggestion): string {
  return JSON.stringify(suggestion.parts);
}

interface AcceptButtonProps {
  readonly pending: readonly PendingSuggestion[];
  readonly label: string;
  /** What a screen reader says, and is shown on hovering. */
  readonly title?: string;
  readonly class?: string;
}

/** Redacts what is suggested; while it is pointed at, the canvas shows where that is. */
function AcceptButton({ pending, label, title, class: name }: AcceptButtonProps) {
  const store = useStore();
  const point = () => store.pointAtSuggestions(pending.map(({ suggestion }) => suggestion));
  const leave = () => store.pointAtSuggestions([]);
  return (
    <button
      type="button"
      class={name}
      {...(title ? { title, 'aria-label': title } : {})}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
      onClick={() => acceptSuggestions(store, pending)}
    >
      {label}
    </button>
  );
}

/** Covers every place where they are seen, as one step. */
function acceptSuggestions(store: EditorStore, pending: readonly PendingSuggestion[]): void {
  const step = { key: 'redact', count: pending.length } as const;
  const redactions = pending.flatMap(({ places }) =>
    places.map((place) => makeElement('redaction', place)),
  );
  store.batch(() => {
    store.commit(step, addElements(store.state.scene, redactions));
    store.pointAtSuggestions([]);
  });
  announceStep(store, step);
}
