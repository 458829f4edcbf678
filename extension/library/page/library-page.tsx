import { i18n } from '#i18n';
import { PageFrame } from '../../page/page-frame.tsx';
import { LazyAccountBar } from '../account/lazy-account-bar.tsx';
import { FileView } from '../files/file-view.tsx';
import type { DiagramId } from '../model/diagram.ts';
import { SecretView } from '../secrets/secret-view.tsx';
import { StorageView } from '../storage/storage-view.tsx';
import { VersionsView } from '../versions/versions-view.tsx';
import { BrowseView } from './browse-view.tsx';
import './library.css';
import { readWhere } from './read-where.ts';
import { useHash } from './use-hash.ts';
import { type LibraryContent, useLibrary } from './use-library.ts';

const PROBLEMS = {
  'no-room': i18n.t('library.noRoom'),
  locked: i18n.t('library.locked'),
  failed: i18n.t('library.failed'),
};

/** All diagrams of this profile: found, put in order, and with their history. */
export function LibraryPage() {
  const library = useLibrary();
  const where = readWhere(useHash());
  const { content, outcome, act } = library;
  return (
    <PageFrame isWide>
      {outcome && outcome.name !== 'done' && (
        <p class="notice" role="alert">
          {PROBLEMS[outcome.name]}
        </p>
      )}
      <p class="unseen" role="status">
        {outcome?.name === 'done' && outcome.text}
      </p>
      {content && <LazyAccountBar content={content} act={act} onChanged={library.reload} />}
      {content && where.view === 'browse' && (
        <BrowseView place={where.place} content={content} act={act} />
      )}
      {content && where.view === 'secret' && (
        <SecretView
          key={where.id}
          id={where.id}
          isLocked={where.id !== null && isLocked(where.id, content)}
          act={act}
        />
      )}
      {content && where.view === 'file' && (
        <FileView key={where.id} id={where.id} isLocked={isLocked(where.id, content)} act={act} />
      )}
      {content && where.view === 'storage' && <StorageView content={content} act={act} />}
      {content && where.view === 'versions' && (
        <VersionsView
          key={where.id}
          diagram={content.diagrams.find(({ id }) => id === where.id)}
          act={act}
        />
      )}
    </PageFrame>
  );
}

/** It lies in an account that does not open now. */
function isLocked(id: DiagramId, { accountIds, diagrams }: LibraryContent): boolean {
  return accountIds.has(id) && !diagrams.some((diagram) => diagram.id === id);
}
