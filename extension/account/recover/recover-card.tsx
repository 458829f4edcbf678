import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';

/** What both steps of recovering stand in. */
export function RecoverCard({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="card stack">
      <PageHeading title={i18n.t('account.recover.title')} />
      {children}
    </div>
  );
}
