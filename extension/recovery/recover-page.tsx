import { i18n } from '#i18n';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { PageFrame } from '../page/page-frame.tsx';
import { FoundCard } from './found-card.tsx';
import './recover.css';
import { type Finding, useFound } from './use-found.ts';

/** What a tab's page shows of diagrams, each to be opened in the editor. */
export function RecoverPage({ tabId }: { readonly tabId: number }) {
  const { finding, lookAgain } = useFound(tabId);
  return (
    <PageFrame>
      <div class="row spread">
        <PageHeading title={i18n.t('recover.title')} />
        <button type="button" disabled={finding.state === 'looking'} onClick={lookAgain}>
          {i18n.t('recover.again')}
        </button>
      </div>
      <p role="status">{statusOf(finding)}</p>
      {finding.state === 'failed' && (
        <div class="notice" role="alert">
          <p>{i18n.t(`whyNot.${finding.why}`)}</p>
          <p>{i18n.t('recover.failed')}</p>
        </div>
      )}
      {finding.state === 'found' && finding.list.found.length === 0 && (
        <div class="card stack">
          <p>{i18n.t('recover.empty')}</p>
          <p class="faded">{i18n.t('recover.emptyHint')}</p>
        </div>
      )}
      {finding.state === 'found' && (
        <ul class="founds stack">
          {finding.list.found.map((found) => (
            <li key={found.index}>
              <FoundCard found={found} recovery={{ tabId, title: finding.title }} />
            </li>
          ))}
        </ul>
      )}
      {finding.state === 'found' && finding.list.more > 0 && (
        <p class="small faded">{i18n.t('recover.more', finding.list.more)}</p>
      )}
      <p class="small faded">{i18n.t('recover.stays')}</p>
    </PageFrame>
  );
}

function statusOf(finding: Finding): string {
  if (finding.state === 'looking') return i18n.t('recover.looking');
  if (finding.state === 'failed' || finding.list.found.length === 0) return '';
  return i18n.t('recover.count', finding.list.found.length);
}
