import { useState } from 'preact/hooks';
import '../../shared/ui/base.css';
import '../../shared/ui/making.css';
import {
  type ContentDraft,
  draftBytes,
  draftContent,
  EMPTY_DRAFT,
  findDraftProblem,
} from '../../shared/ui/composer/content-draft.ts';
import { ContentForm } from '../../shared/ui/composer/content-form.tsx';
import { SharePanel } from '../../shared/ui/composer/share-panel.tsx';
import { useConfig } from '../../shared/ui/composer/use-config.ts';
import { useSharing } from '../../shared/ui/composer/use-sharing.ts';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { promise } from '../../shared/ui/text/promise.ts';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning.ts';
import './compose-page.css';
import { OpenLinkForm } from './open-link-form.tsx';
import { ServerProblem } from './server-problem.tsx';
import * as text from './text.ts';

/** The guest's page: write, choose, seal, share. */
export function ComposePage() {
  const server = useConfig(location.origin);
  const sharing = useSharing({ origin: location.origin });
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [hasTried, setTried] = useState(false);
  const { config } = server;
  const stage = sharing.state.name;
  const bytes = draftBytes(draft);
  const problem = config && hasTried ? findDraftProblem(draft, config) : undefined;
  useLeaveWarning(bytes > 0 && stage !== 'shared');

  function change(changed: ContentDraft): void {
    setDraft(changed);
    // A draft that is too large is said to be so at once; an empty one only at the click on Share.
    setTried(config !== undefined && draftBytes(changed) > config.content.itemBytes);
  }

  return (
    <>
      <main class="card stack">
        {stage !== 'shared' && (
          <>
            <PageHeading title={text.title} />
            <p>{text.introduction}</p>
            <ContentForm
              draft={draft}
              onChange={change}
              config={config}
              problem={problem}
              isDisabled={stage !== 'idle'}
            />
            {server.isFailed && <ServerProblem onRetry={server.reload} />}
          </>
        )}
        <SharePanel
          sharing={sharing}
          config={config}
          contentBytes={bytes}
          getContent={() => {
            setTried(true);
            return config && findDraftProblem(draft, config) ? undefined : draftContent(draft);
          }}
          onAnother={() => change(EMPTY_DRAFT)}
        />
      </main>
      {stage === 'idle' && <OpenLinkForm />}
      <footer class="small faded">
        <details>
          <summary>{text.promiseTitle}</summary>
          <ul class="promise">
            {promise.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      </footer>
    </>
  );
}
