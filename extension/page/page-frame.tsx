import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { SealMark } from '../../shared/ui/seal-mark.tsx';

const PLACES = [
  { href: '/library.html', label: i18n.t('places.library') },
  { href: '/my-shares.html', label: i18n.t('places.shares') },
  { href: '/reader.html', label: i18n.t('places.reader') },
  { href: '/account.html', label: i18n.t('places.account') },
  { href: '/settings.html', label: i18n.t('places.settings') },
];

interface PageFrameProps {
  readonly children: ComponentChildren;
  /** Uses all of a wide window, for pages that show much side by side. */
  readonly isWide?: boolean;
}

/** What every page in a tab has around its own: the name, and the way to the others. */
export function PageFrame({ children, isWide }: PageFrameProps) {
  return (
    <div class={isWide ? 'page wide stack' : 'page stack'}>
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
