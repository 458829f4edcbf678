import { useState } from 'preact/hooks';
import type { RevealedShare } from '../../api/client/read-share.ts';
import type { OpenedItem } from '../../crypto/share.ts';
import { formatBytes } from '../format.ts';
import { PageHeading } from '../page-heading.tsx';
import * as text from '../text/reader.ts';
import { useLeaveWarning } from '../use-leave-warning.ts';
import { isPicture, PictureItem } from './picture-item.tsx';
import { saveFile, saveFiles } from './save-file.ts';
import { TextItem } from './text-item.tsx';

type NamedItem = OpenedItem & { readonly name: string };

/** What was in the share. Warns before it is lost: it can't be opened again after the last view. */
export function RevealedView({ share }: { readonly share: RevealedShare }) {
  const [kept, setKept] = useState<ReadonlySet<OpenedItem>>(new Set());
  const [items] = useState(() => share.items.map(withName));
  useLeaveWarning(share.remaining === 0 && kept.size < items.length);

  const keep = (...added: OpenedItem[]) => setKept((before) => new Set([...before, ...added]));
  function save(item: NamedItem): void {
    saveFile(item.name, item.data);
    keep(item);
  }
  async function saveAll(): Promise<void> {
    await saveFiles(items);
    keep(...items);
  }

  return (
    <div class="stack">
      <PageHeading title={titleOf(share)} />
      <p class={share.remaining === 0 ? 'notice' : ''} role="status">
        {share.remaining === 0 ? text.wasLastView : text.viewsLeft(share.remaining)}
      </p>
      {share.note && (
        <section class="stack">
          <h2>{text.note}</h2>
          <p class="note" dir="auto">
            {share.note}
          </p>
        </section>
      )}
      <ul class="items stack">
        {items.map((item, index) =>
          share.kind === 'text' && index === 0 ? (
            <li key={index}>
              <TextItem data={item.data} onKept={() => keep(item)} onSave={() => save(item)} />
            </li>
          ) : (
            <li key={index} class="stack">
              {isPicture(item.type) && <PictureItem {...item} />}
              <div class="row spread">
                <span>
                  <bdi>{item.name}</bdi> <span class="faded">{formatBytes(item.data.size)}</span>
                </span>
                <button
                  type="button"
                  aria-label={text.saveItem(item.name)}
                  onClick={() => save(item)}
                >
                  {kept.has(item) ? text.saved : text.save}
                </button>
              </div>
            </li>
          ),
        )}
      </ul>
      {items.length > 1 && (
        <div class="row">
          <button type="button" class="primary" onClick={saveAll}>
            {text.saveAll(items.length)}
          </button>
          <span class="small faded">{text.saveAllHint}</span>
        </div>
      )}
    </div>
  );
}

function withName(item: OpenedItem, index: number): NamedItem {
  const extension = /^text\/plain\b/i.test(item.type) ? '.txt' : '';
  return { ...item, name: item.name ?? text.unnamed(index + 1) + extension };
}

function titleOf({ kind, items }: RevealedShare): string {
  if (kind !== 'files') return text.revealedTitles[kind];
  return items.length === 1 ? text.fileTitle : text.revealedTitles.files;
}
