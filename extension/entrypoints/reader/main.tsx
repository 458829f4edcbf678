import { i18n } from '#i18n';
import { mountPage } from '../../page/mount-page.tsx';
import { takeHandedLink } from '../../reader/hand-over-link.ts';
import { ReaderPage } from '../../reader/reader-page.tsx';
import { takeLinkFromUrl } from '../../reader/take-link-from-url.ts';

// Before anything else: the address holds the key.
const text = await takeHandedLink(takeLinkFromUrl());
void mountPage(i18n.t('reader.title'), ({ origin }) => (
  <ReaderPage text={text} ownOrigin={origin} />
));
