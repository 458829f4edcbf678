import { i18n } from '#i18n';
import type { Box } from '../../../shared/scene/model/element.ts';
import { SCALES } from '../export-scale.ts';
import { fittingScale, isOversize, type Oversize, planPictures } from '../picture/plan-pictures.ts';

export interface PictureLook {
  readonly scale: number;
  readonly isTransparent: boolean;
  readonly opensInExcalidraw: boolean;
  readonly oversize: Oversize;
}

interface PictureChoicesProps {
  readonly box: Box;
  /** Whether there is a file that Excalidraw could open. */
  readonly canOpenInExcalidraw: boolean;
  readonly look: PictureLook;
  readonly onChange: (look: PictureLook) => void;
}

/** How large pictures are, what is behind the drawing, and what is done where one would be too large. */
export function PictureChoices(props: PictureChoicesProps) {
  const { box, canOpenInExcalidraw, look, onChange } = props;
  const { scale, oversize } = look;
  const size = (by: number) => `${Math.round(box.width * by)} × ${Math.round(box.height * by)}`;
  const parts = planPictures(box, scale, 'split').length;
  return (
    <>
      <fieldset class="field">
        <legend>{i18n.t('export.size')}</legend>
        <div class="row">
          {SCALES.map((each) => (
            <label key={each} class="check">
              <input
                type="radio"
                name="export-scale"
                checked={each === scale}
                onChange={() => onChange({ ...look, scale: each })}
              />
              <span>
                {each}× <span class="small faded">{size(each)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <label class="check">
        <input
          type="checkbox"
          checked={look.isTransparent}
          onChange={() => onChange({ ...look, isTransparent: !look.isTransparent })}
        />
        {i18n.t('export.transparent')}
      </label>
      {canOpenInExcalidraw && (
        <label class="check">
          <input
            type="checkbox"
            checked={look.opensInExcalidraw}
            onChange={() => onChange({ ...look, opensInExcalidraw: !look.opensInExcalidraw })}
          />
          {i18n.t('export.opensInExcalidraw')}
        </label>
      )}
      {isOversize(box, scale) && (
        <fieldset class="notice field">
          <legend class="unseen">{i18n.t('export.oversize')}</legend>
          <p>{i18n.t('export.oversize')}</p>
          {(['shrink', 'split'] as const).map((each) => (
            <label key={each} class="check">
              <input
                type="radio"
                name="export-oversize"
                checked={each === oversize}
                onChange={() => onChange({ ...look, oversize: each })}
              />
              {each === 'split'
                ? i18n.t('export.split', parts)
                : i18n.t('export.shrink', [size(fittingScale(box, scale))])}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
