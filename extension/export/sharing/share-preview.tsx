import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ShareItem } from '../../../shared/crypto/share.ts';

/** The first picture as it will be shared. */
export function SharePreview({ pictures }: { readonly pictures: readonly ShareItem[] }) {
  const [url, setUrl] = useState<string>();
  const data = pictures[0]?.data;
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  return url ? <img class="share-preview" src={url} alt={i18n.t('export.share.preview')} /> : null;
}
