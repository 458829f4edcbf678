import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatBytes } from '../../shared/ui/format.ts';
import { saveFile } from '../../shared/ui/reader/save-file.ts';
import { copyPicture } from './copy-picture.ts';
import './share.css';

interface PicturePreviewProps {
  readonly data: Blob;
  readonly name: string;
  /** Smaller, where something else matters more. */
  readonly isAside: boolean;
}

/** The picture as it will be shared, and what can be done with it without sharing. */
export function PicturePreview({ data, name, isAside }: PicturePreviewProps) {
  const [url, setUrl] = useState<string>();
  const [size, setSize] = useState('');
  const [outcome, setOutcome] = useState('');

  useEffect(() => {
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);

  async function copy(): Promise<void> {
    try {
      await copyPicture(data);
      setOutcome(i18n.t('share.pictureCopied'));
    } catch {
      setOutcome(i18n.t('share.pictureNotCopied'));
    }
  }

  return (
    <figure class={isAside ? 'preview aside stack' : 'preview stack'}>
      {url && (
        <img
          src={url}
          alt={i18n.t('share.pictureAlt')}
          onLoad={({ currentTarget }) =>
            setSize(`${currentTarget.naturalWidth} × ${currentTarget.naturalHeight}, `)
          }
        />
      )}
      <figcaption class="row spread">
        <span class="faded">
          {size}
          {formatBytes(data.size)}
        </span>
        <span class="row">
          <span role="status">{outcome}</span>
          <button type="button" onClick={copy}>
            {i18n.t('share.copyPicture')}
          </button>
          <button type="button" onClick={() => saveFile(name, data)}>
            {i18n.t('share.savePicture')}
          </button>
        </span>
      </figcaption>
    </figure>
  );
}
