import { i18n } from '#i18n';
import type { Diagram, DiagramVersion } from '../model/diagram.ts';

/** Its name, or when it was saved. */
export function titleOf({ name, savedAt }: DiagramVersion): string {
  return name ?? secondOf(savedAt);
}

/** Day and time to the second, by which versions are told apart: `22 Nov 2026, 20:19:04`. */
export function secondOf(time: number): string {
  return new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
}

/** What else there is to say of a version. */
export function aboutVersion(
  { kind, versions }: Diagram,
  version: DiagramVersion,
  isNewest: boolean,
): string {
  const from = versions.find((it) => it.version === version.restoredFrom);
  const restored = from ? i18n.t('library.versions.restoredFrom', [titleOf(from)]) : '';
  return [
    isNewest ? i18n.t('library.versions.newest') : '',
    kind ? '' : i18n.t('library.versions.elements', version.elementCount),
    version.restoredFrom === null ? '' : restored || i18n.t('library.versions.restoredFromGone'),
  ]
    .filter(Boolean)
    .join(' · ');
}
