import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Diagram } from '../model/diagram.ts';
import { nameOf } from '../page/diagram-card.tsx';
import { versionsHref } from '../page/read-where.ts';
import { Thumbnail } from '../page/thumbnail.tsx';
import type { UseLibrary } from '../page/use-library.ts';
import { type ClashDecision, decideClash } from './decide-clash.ts';

interface ClashNoticeProps {
  readonly copies: readonly Diagram[];
  readonly act: UseLibrary['act'];
}

/** Tells of diagrams that two devices changed, and lets the person choose, one after the other. */
export function ClashNotice({ copies, act }: ClashNoticeProps) {
  const [isOpen, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [copy] = copies;
  useEffect(() => {
    if (isOpen && copy) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen, copy?.id]);
  if (!copy) return null;
  const decide = (decision: ClashDecision) =>
    act(i18n.t('sync.clash.decided'), () => decideClash(copy, decision));
  return (
    <>
      <p class="notice row spread">
        <span>{i18n.t('sync.clash.notice', copies.length)}</span>
        <button type="button" onClick={() => setOpen(true)}>
          {i18n.t('sync.clash.choose')}
        </button>
      </p>
      <dialog ref={dialog} aria-labelledby={titleId} onClose={() => setOpen(false)}>
        <div class="stack">
          <h2 id={titleId}>{i18n.t('sync.clash.title', [nameOf(copy)])}</h2>
          <p>{i18n.t('sync.clash.about')}</p>
          {!copy.kind && <Thumbnail id={copy.id} part={copy.thumbnail} />}
          {copy.clashesWith && (
            <a href={versionsHref(copy.clashesWith)}>{i18n.t('sync.clash.look')}</a>
          )}
          <div class="row">
            <button type="button" class="primary" onClick={() => decide('both')}>
              {i18n.t('sync.clash.both')}
            </button>
            <button type="button" onClick={() => decide('this')}>
              {i18n.t('sync.clash.this')}
            </button>
            <button type="button" onClick={() => decide('other')}>
              {i18n.t('sync.clash.other')}
            </button>
            <button type="button" class="quiet" onClick={() => setOpen(false)}>
              {i18n.t('sync.clash.later')}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
