import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { IconButton } from '../chrome/icon-button.tsx';
import './covered-note.css';

const KEY = 'inkseal-covered-note';

/** Says what becomes of what is covered, until a person has read it; then behind a button. */
export function CoveredNote() {
  const [isOpen, setOpen] = useState(() => localStorage.getItem(KEY) !== 'read');
  const toggle = () => {
    localStorage.setItem(KEY, 'read');
    setOpen(!isOpen);
  };
  return (
    <>
      <IconButton
        icon="covered"
        label={i18n.t('library.autosave.aboutOriginals')}
        isExpanded={isOpen}
        onClick={toggle}
      />
      {isOpen && (
        <div class="covered-note small">
          <p>{i18n.t('library.autosave.originals')}</p>
          <IconButton icon="close" label={i18n.t('editor.close')} onClick={toggle} />
        </div>
      )}
    </>
  );
}
