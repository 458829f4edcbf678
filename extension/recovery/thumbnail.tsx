import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Found } from './found.ts';
import { readDataAddress } from './picture-bytes.ts';

/** Of a source that was not drawn: enough to know it by. */
const EXCERPT_CHARS = 240;

/** What was found, small: only ever as an image, in which nothing runs and nothing is loaded. */
export function Thumbnail({ found }: { readonly found: Found }) {
  const address = usePicture(found);
  if (address !== undefined) {
    return (
      <div class="found-picture">
        <img src={address} alt="" />
      </div>
    );
  }
  if (found.source === undefined) {
    return <p class="found-picture faded small">{i18n.t('recover.notRead')}</p>;
  }
  return <pre class="found-picture excerpt">{found.source.trim().slice(0, EXCERPT_CHARS)}</pre>;
}

/** An address of its picture that holds while it is shown. */
function usePicture({ svg, data }: Found): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const blob = svg ? new Blob([svg], { type: 'image/svg+xml' }) : data && readDataAddress(data);
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg, data]);
  return address;
}
