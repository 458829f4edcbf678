import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';

interface AddFileProps {
  readonly onFiles: (files: readonly File[]) => void;
}

/** Asks for files of any kind. */
export function AddFile({ onFiles }: AddFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {i18n.t('library.file.add')}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={i18n.t('library.file.add')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          onFiles(files);
        }}
      />
    </>
  );
}
