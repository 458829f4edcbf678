import type { ShareLink } from '../../crypto/link.ts';
import { PageHeading } from '../page-heading.tsx';
import * as text from '../text/reader.ts';
import { EndedView } from './ended-view.tsx';
import { OpeningView } from './opening-view.tsx';
import './reader.css';
import { ReportDialog } from './report-dialog.tsx';
import { RevealedView } from './revealed-view.tsx';
import { SealedView } from './sealed-view.tsx';
import { useReading } from './use-reading.ts';

interface ReaderProps {
  /** Scheme, host and port of the server that has the share. */
  readonly origin: string;
  /** Fixed for the component's life: give another link another `key`. */
  readonly link: ShareLink;
  /** The link came with its key in path or query, so the network saw the key: says so. */
  readonly keyWasSent?: boolean;
}

/** The recipient's side of a share, from the look at its seal to what was in it. */
export function Reader({ origin, link, keyWasSent }: ReaderProps) {
  const { state, reveal, retry, report } = useReading(origin, link);
  return (
    <div class="card stack">
      {keyWasSent && <p class="notice">{text.keyWasSent}</p>}
      {state.name === 'looking' ? (
        <PageHeading title={text.lookingTitle} />
      ) : state.name === 'waiting' ? (
        <SealedView
          seen={state.seen}
          problem={state.problem}
          hasPassphrase={link.hasPassphrase || state.problem !== undefined}
          onReveal={reveal}
        />
      ) : state.name === 'opening' ? (
        <OpeningView {...state} />
      ) : state.name === 'revealed' ? (
        <RevealedView share={state.share} />
      ) : (
        <EndedView state={state} onRetry={retry} />
      )}
      {(state.name === 'waiting' || state.name === 'revealed' || state.name === 'gone') && (
        <footer class="reader-foot">
          <ReportDialog onReport={report} />
        </footer>
      )}
    </div>
  );
}

/** In place of `Reader` where a link lacks its key. */
export function IncompleteLink() {
  return (
    <div class="card stack">
      <EndedView state={{ name: 'incomplete' }} />
    </div>
  );
}
