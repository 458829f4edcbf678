import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { encodeBase64url } from '../../shared/crypto/base64url.ts';
import { parseLink, type ShareLink } from '../../shared/crypto/link.ts';
import { PageHeading } from '../../shared/ui/page-heading.tsx';
import { Reader } from '../../shared/ui/reader/reader.tsx';
import { PageFrame } from '../page/page-frame.tsx';
import { parseServerAddress } from '../settings/server-address.ts';
import { ConfirmServer } from './confirm-server.tsx';
import { PasteLink } from './paste-link.tsx';

interface Opened {
  readonly origin: string;
  readonly link: ShareLink;
}

interface ReaderPageProps {
  /** The link this page was opened with, or nothing. */
  readonly text: string;
  /** The server of one's own shares, which needs no asking. */
  readonly ownOrigin: string;
}

/** Reads a share with the packaged code alone: nothing that a server sends is run. */
export function ReaderPage({ text, ownOrigin }: ReaderPageProps) {
  const [opened, setOpened] = useState(() => readLink(text, ownOrigin));
  const [trusted, setTrusted] = useState(ownOrigin);

  function paste(pasted: string): boolean {
    const next = readLink(pasted, ownOrigin);
    setOpened(next);
    return next !== undefined;
  }

  return (
    <PageFrame>
      {!opened ? (
        <div class="card stack">
          <PageHeading title={i18n.t('reader.title')} />
          <PasteLink wasBroken={text !== ''} onPaste={paste} />
        </div>
      ) : opened.origin !== trusted && opened.origin !== ownOrigin ? (
        <ConfirmServer
          origin={opened.origin}
          onConfirm={() => setTrusted(opened.origin)}
          onRefuse={() => setOpened(undefined)}
        />
      ) : (
        <Reader key={encodeBase64url(opened.link.id)} {...opened} />
      )}
    </PageFrame>
  );
}

/** The link in `text` with its server; undefined where there is none, or its server is not safe to ask. */
function readLink(text: string, ownOrigin: string): Opened | undefined {
  try {
    const link = parseLink(text);
    const origin = parseServerAddress(link.origin ?? ownOrigin);
    return origin === undefined ? undefined : { origin, link };
  } catch {
    return undefined;
  }
}
