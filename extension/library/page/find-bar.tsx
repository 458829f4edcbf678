import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { KINDS, type Kind, SORTS, type Sort } from '../model/find-diagrams.ts';

interface FindBarProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
  readonly tags: readonly string[];
  /** All tags that are used here, and how often. */
  readonly counted: readonly (readonly [tag: string, count: number])[];
  readonly onTags: (tags: readonly string[]) => void;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** Search, order, kinds and tags. */
export function FindBar(props: FindBarProps) {
  const { words, onWords, kind, onKind, tags, counted, onTags, sort, onSort } = props;
  const id = useId();
  const toggle = (tag: string) =>
    onTags(tags.includes(tag) ? tags.filter((it) => it !== tag) : [...tags, tag]);
  return (
    <search class="find-bar">
      <div class="field grow">
        <label for={`${id}-words`}>{i18n.t('library.find.label')}</label>
        <input
          id={`${id}-words`}
          type="search"
          value={words}
          autoComplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => onWords(currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-sort`}>{i18n.t('library.find.sort')}</label>
        <select
          id={`${id}-sort`}
          value={sort}
          onChange={({ currentTarget }) => onSort(currentTarget.value as Sort)}
        >
          {SORTS.map((it) => (
            <option key={it} value={it}>
              {i18n.t(`library.find.sorts.${it}`)}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="tags">
        <legend class="unseen">{i18n.t('library.find.kinds.label')}</legend>
        {KINDS.map((it) => (
          <button
            key={it}
            type="button"
            class="tag"
            aria-pressed={kind === it}
            onClick={() => onKind(it)}
          >
            {i18n.t(`library.find.kinds.${it}`)}
          </button>
        ))}
      </fieldset>
      {counted.length > 0 && (
        <fieldset class="tags">
          <legend class="unseen">{i18n.t('library.find.tags')}</legend>
          {counted.map(([tag, count]) => (
            <button
              key={tag}
              type="button"
              class="tag"
              aria-pressed={tags.includes(tag)}
              onClick={() => toggle(tag)}
            >
              <bdi>{tag}</bdi> <span class="faded">{count}</span>
            </button>
          ))}
        </fieldset>
      )}
    </search>
  );
}
