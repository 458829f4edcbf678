import { useEffect, useRef } from 'preact/hooks';
import * as text from '../text/composer.ts';
import type { SharingState, UseSharing } from './use-sharing.ts';

interface SharingProgressProps {
  readonly sharing: UseSharing;
  readonly state: Exclude<SharingState, { name: 'idle' | 'shared' }>;
}

/** Where the upload stands, or why it stopped and how it goes on. */
export function SharingProgress({ sharing, state }: SharingProgressProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFailed = state.name === 'failed';
  useEffect(() => heading.current?.focus(), [isFailed]);

  if (state.name === 'failed') {
    const { message, canResume } = state.failure;
    return (
      <section class="stack notice">
        <h2 ref={heading} tabIndex={-1}>
          {text.failedTitle}
        </h2>
        <p role="alert">
          {message} {canResume && text.failedKept}
        </p>
        <div class="row">
          {canResume && (
            <button type="button" class="primary" onClick={sharing.tryAgain}>
              {text.tryAgain}
            </button>
          )}
          <button type="button" onClick={sharing.cancel}>
            {text.back}
          </button>
        </div>
      </section>
    );
  }

  const isUploading = state.name === 'uploading';
  return (
    <section class="stack">
      <h2 ref={heading} tabIndex={-1}>
        {isUploading ? text.uploading : text.sealing}
      </h2>
      <progress
        aria-label={text.uploading}
        {...(isUploading ? { value: state.done, max: state.total } : {})}
      />
      <p>
        {isUploading && text.uploaded(state.done, state.total)} {text.keepOpen}
      </p>
      <p>
        <button type="button" onClick={sharing.cancel}>
          {text.cancel}
        </button>
      </p>
    </section>
  );
}
