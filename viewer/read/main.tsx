import { render } from 'preact';
import '../../shared/ui/base.css';
import { IncompleteLink, Reader } from '../../shared/ui/reader/reader.tsx';
import { startPage } from '../start-page.ts';
import { takeLink } from './take-link.ts';

let isReading = false;

/** Shows the share that the address names. An address typed over one that is being read changes nothing. */
function read(place: Element): void {
  const { link, keyWasSent } = takeLink();
  if (isReading) return;
  isReading = link !== undefined;
  render(
    <main>
      {link ? (
        <Reader origin={location.origin} link={link} keyWasSent={keyWasSent} />
      ) : (
        <IncompleteLink />
      )}
    </main>,
    place,
  );
}

startPage((place) => {
  read(place);
  addEventListener('hashchange', () => read(place));
});
