import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { PageHeading } from '../../../shared/ui/page-heading.tsx';
import { AddFile } from '../files/add-file.tsx';

interface BlankStartProps {
  readonly onFiles: (files: readonly File[]) => void;
}

/** What a library is for, while there is nothing in it. */
export function BlankStart({ onFiles }: BlankStartProps) {
  const key = useCaptureKey();
  return (
    <div class="blank-start stack">
      <div class="stack tight">
        <PageHeading title={i18n.t('library.blank.title')} />
        <p>{i18n.t('library.blank.about')}</p>
        <p>{i18n.t('library.blank.promise')}</p>
      </div>
      <h2>{i18n.t('library.blank.tryTitle')}</h2>
      <ol class="tries">
        <li class="card stack">
          <h3>{i18n.t('library.blank.draw')}</h3>
          <p>{i18n.t('library.blank.drawAbout')}</p>
          <a class="button primary" href="/editor.html#new">
            {i18n.t('library.blank.drawGo')}
          </a>
        </li>
        <li class="card stack">
          <h3>{i18n.t('library.blank.mermaid')}</h3>
          <p>{i18n.t('library.blank.mermaidAbout')}</p>
          <a class="button" href="/editor.html#mermaid">
            {i18n.t('library.blank.mermaidGo')}
          </a>
        </li>
        <li class="card stack">
          <h3>{i18n.t('library.blank.capture')}</h3>
          <p>
            {i18n.t(key ? 'library.blank.captureAbout' : 'library.blank.captureAboutNoKey')}{' '}
            {key && <kbd>{key}</kbd>}
          </p>
        </li>
      </ol>
      <div class="row">
        <span>{i18n.t('library.blank.keeps')}</span>
        <a class="button" href="#new-secret">
          {i18n.t('library.newSecret')}
        </a>
        <AddFile onFiles={onFiles} />
      </div>
    </div>
  );
}

/** The key that the user, or else the browser, gave to capturing a region. */
function useCaptureKey(): string | undefined {
  const [key, setKey] = useState<string>();
  useEffect(() => {
    void browser.commands.getAll().then((commands) => {
      setKey(commands.find(({ name }) => name === 'capture-region')?.shortcut || undefined);
    });
  }, []);
  return key;
}
