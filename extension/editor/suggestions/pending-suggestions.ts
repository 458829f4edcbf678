import type { ElementOf } from '../../../shared/scene/model/element.ts';
import { makeElement } from '../../../shared/scene/model/make-element.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import {
  SUGGESTION_KINDS,
  type Suggestion,
  type SuggestionKind,
} from '../../capture/suggestions/suggestion.ts';

const redactions = new WeakMap<Suggestion, ElementOf<'redaction'>>();

/** The redaction that a suggestion becomes: always the same one, so that undoing it brings the suggestion back. */
export function redactionFor(suggestion: Suggestion): ElementOf<'redaction'> {
  const made = redactions.get(suggestion) ?? makeElement('redaction', suggestion.box);
  redactions.set(suggestion, made);
  return made;
}

/** The suggestions that are not redactions in the scene yet. */
export function pendingSuggestions(
  suggestions: readonly Suggestion[],
  scene: Scene,
): readonly Suggestion[] {
  const present = new Set(scene.elements.map(({ id }) => id));
  return suggestions.filter((suggestion) => !present.has(redactionFor(suggestion).id));
}

/** By kind, those kinds that there are. */
export function groupByKind(
  suggestions: readonly Suggestion[],
): readonly (readonly [SuggestionKind, readonly Suggestion[]])[] {
  return SUGGESTION_KINDS.map(
    (kind) => [kind, suggestions.filter((it) => it.kind === kind)] as const,
  ).filter(([, found]) => found.length > 0);
}
