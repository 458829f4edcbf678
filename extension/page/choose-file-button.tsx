import { useRef } from 'preact/hooks';

interface ChooseFileButtonProps {
  readonly label: string;
  /** As of an `<input type="file">`. */
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onChoose: (file: File) => Promise<void>;
}

/** A button that asks for a file, the same one twice if need be. */
export function ChooseFileButton({ label, accept, disabled, onChoose }: ChooseFileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" disabled={disabled} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        hidden
        type="file"
        accept={accept}
        aria-label={label}
        onChange={async ({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) await onChoose(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
