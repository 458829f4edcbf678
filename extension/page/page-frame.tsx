import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { SealMark } from '../../shared/ui/seal-mark.tsx';

const PLACES = [
  { href: '/my-shares.html', label: i18n.t('places.shares') },
  { href: '/reader.html', label: i18n.t('places.reader') },
  { href: '/settings.html', label: i18n.t('places.settings') },
];

/** What every page in a tab has around its own: the name, and the way to the others. */
export function PageFrame({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="page stack">
      <header class="row spread">
        <span class="brand">
          <SealMark />
          {i18n.t('name')}
        </span>
        <nav aria-label={i18n.t('places.label')} class="row places">
          {PLACES.map(({ href, label }) => (
            <a
              key={href}
              href={href}
              aria-current={location.pathname === href ? 'page' : undefined}
            >
              {label}
            </a>
          ))}
        </nav>
      </header>
      <main class="stack">{children}</main>
    </div>
  );
}
