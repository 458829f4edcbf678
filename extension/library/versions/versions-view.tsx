import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import type { Diagram } from '../model/diagram.ts';
import { nameOf } from '../page/diagram-card.tsx';
import { itemHref } from '../page/read-where.ts';
import type { UseLibrary } from '../page/use-library.ts';
import { CompareVersions } from './compare-versions.tsx';
import { VersionRow } from './version-row.tsx';
import './versions.css';

interface VersionsViewProps {
  /** None where it is gone. */
  readonly diagram: Diagram | undefined;
  readonly act: UseLibrary['act'];
}

/** The history of one diagram: two versions side by side, and all of them below. */
export function VersionsView({ diagram, act }: VersionsViewProps) {
  const [left, setLeft] = useState<number>();
  const [right, setRight] = useState<number>();
  const [newest, previous] = diagram?.versions ?? [];
  if (!diagram || !newest) {
    return (
      <div class="card stack">
        <PageHeading title={i18n.t('library.versions.gone')} />
        <p>
          <a href="#all">{i18n.t('library.storage.back')}</a>
        </p>
      </div>
    );
  }
  const has = (version: number | undefined) =>
    diagram.versions.some((it) => it.version === version) ? version : undefined;
  const shownRight = has(right) ?? newest.version;
  const shownLeft = has(left) ?? (previous ?? newest).version;
  return (
    <div class="stack">
      <a href="#all">{i18n.t('library.storage.back')}</a>
      <div class="row spread">
        <PageHeading title={i18n.t('library.versions.title', [nameOf(diagram)])} />
        <a class="button" href={itemHref(diagram)}>
          {i18n.t('library.versions.open')}
        </a>
      </div>
      <CompareVersions
        diagram={diagram}
        left={shownLeft}
        right={shownRight}
        onLeft={setLeft}
        onRight={setRight}
      />
      <h2>{i18n.t('library.versions.all')}</h2>
      <ol class="versions" aria-label={i18n.t('library.versions.all')}>
        {diagram.versions.map((version, index) => (
          <VersionRow
            key={version.version}
            diagram={diagram}
            version={version}
            isNewest={index === 0}
            isShown={version.version === shownLeft}
            onShow={() => setLeft(version.version)}
            act={act}
          />
        ))}
      </ol>
      <p class="small faded">{i18n.t('library.storage.hint')}</p>
    </div>
  );
}
