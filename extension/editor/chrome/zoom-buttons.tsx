import { i18n } from '#i18n';
import { zoomStep, zoomTo, zoomToFit } from '../canvas/zooming.ts';
import { useEditor, useStore } from '../use-editor.ts';
import { IconButton } from './icon-button.tsx';

export function ZoomButtons() {
  const store = useStore();
  const percent = useEditor(({ view }) => Math.round(view.zoom * 100));
  return (
    <fieldset class="island" aria-label={i18n.t('editor.zoom.label')}>
      <IconButton
        icon="minus"
        label={i18n.t('editor.zoom.out')}
        keys="Ctrl −"
        onClick={() => zoomStep(store, -1)}
      />
      <button
        type="button"
        class="icon-button zoom-percent"
        title={i18n.t('editor.zoom.reset')}
        aria-label={i18n.t('editor.zoom.now', [percent])}
        onClick={() => zoomTo(store, 1)}
      >
        {percent} %
      </button>
      <IconButton
        icon="plus"
        label={i18n.t('editor.zoom.in')}
        keys="Ctrl +"
        onClick={() => zoomStep(store, 1)}
      />
      <IconButton
        icon="fit"
        label={i18n.t('editor.zoom.fit')}
        keys="Shift 1"
        onClick={() => zoomToFit(store)}
      />
    </fieldset>
  );
}
