import { i18n } from '#i18n';
import type { Diagram, DiagramVersion } from '../model/diagram.ts';
import { timeOf } from '../page/diagram-card.tsx';

/** Its name, or when it was saved. */
export function titleOf({ name, savedAt }: DiagramVersion): string {
  return name ?? timeOf(savedAt);
}

/** What else there is to say of a version. */
export function aboutVersion(
  { versions }: Diagram,
  version: DiagramVersion,
  isNewest: boolean,
): string {
  const from = versions.find((it) => it.version === version.restoredFrom);
  const restored = from ? i18n.t('library.versions.restoredFrom', [titleOf(from)]) : '';
  return [
    isNewest ? i18n.t('library.versions.newest') : '',
    i18n.t('library.versions.elements', version.elementCount),
    version.restoredFrom === null ? '' : restored || i18n.t('library.versions.restoredFromGone'),
  ]
    .filter(Boolean)
    .join(' · ');
}
