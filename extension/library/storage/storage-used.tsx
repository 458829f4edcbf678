import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatBytes } from '../../../shared/ui/format.ts';
import type { Diagram } from '../model/diagram.ts';
import { diagramBytes } from '../model/find-diagrams.ts';

interface StorageUsedProps {
  readonly diagrams: readonly Diagram[];
}

/** How much the diagrams take, and what there is for them. */
export function StorageUsed({ diagrams }: StorageUsedProps) {
  const [free, setFree] = useState<number>();
  useEffect(() => {
    void navigator.storage.estimate().then(({ quota = 0, usage = 0 }) => {
      setFree(Math.max(0, quota - usage));
    });
  }, [diagrams]);
  const used = diagrams.reduce((sum, diagram) => sum + diagramBytes(diagram), 0);
  const count = i18n.t('library.storage.count', diagrams.length);
  return (
    <p class="small faded row">
      <span>
        {i18n.t('library.storage.used', [count, formatBytes(used)])}{' '}
        {free !== undefined && i18n.t('library.storage.free', [formatBytes(free)])}
      </span>
      {location.hash !== '#storage' && <a href="#storage">{i18n.t('library.storage.more')}</a>}
    </p>
  );
}
