import { i18n } from '#i18n';
import { useEditor, useStore } from '../use-editor.ts';
import { IconButton } from './icon-button.tsx';

/** What has to be said and read: stays until it is closed. */
export function MessageBar() {
  const store = useStore();
  const message = useEditor((state) => state.message);
  return (
    <div class="message-place" role="alert">
      {message && (
        <div class="island message">
          <div class="message-words">
            <p>
              {message.kind === 'losses' && <strong>{i18n.t('editor.losses')} </strong>}
              {message.text}
            </p>
            {message.kind === 'unopened' && (
              <p class="row">
                <button type="button" onClick={() => location.reload()}>
                  {i18n.t('editor.reload')}
                </button>
                <a href="/library.html">{i18n.t('editor.toLibrary')}</a>
              </p>
            )}
          </div>
          <IconButton icon="close" label={i18n.t('editor.close')} onClick={() => store.untell()} />
        </div>
      )}
    </div>
  );
}
