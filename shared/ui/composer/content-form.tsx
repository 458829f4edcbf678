import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ConfigAnswer } from '../../api/contract.ts';
import * as text from '../text/composer.ts';
import './composer.css';
import { type ContentDraft, draftBytes, namePasted, pinFile } from './content-draft.ts';
import { FileList } from './file-list.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';

interface ContentFormProps {
  readonly draft: ContentDraft;
  /** Given the whole new draft. */
  readonly onChange: (draft: ContentDraft) => void;
  /** Missing until the server's limits are known. */
  readonly config: ConfigAnswer | undefined;
  /** From `findDraftProblem`, once the person tried to share. */
  readonly problem?: string | undefined;
  /** While an upload is under way. */
  readonly isDisabled: boolean;
}

/** A text and files, chosen, dropped or pasted anywhere in the window. */
export function ContentForm({ draft, onChange, config, problem, isDisabled }: ContentFormProps) {
  const [news, setNews] = useState('');
  const id = useId();
  const bytes = draftBytes(draft);
  const max = config?.content.itemBytes;
  const isMissing = problem !== undefined && bytes === 0;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isMissing) field.current?.focus();
  }, [isMissing]);

  function addFiles(files: readonly File[]): void {
    if (files.length === 0) return;
    onChange({ ...draft, files: [...draft.files, ...files.map(pinFile)] });
    setNews(text.filesAdded(files.length));
  }

  useDroppedFiles(({ files, pasted, hasFolders }) => {
    if (isDisabled) return;
    addFiles(pasted ? namePasted(files, draft.files.length) : files);
    if (hasFolders) setNews(text.noFolders);
  });

  return (
    <fieldset class="stack" disabled={isDisabled}>
      <div class="field">
        <label for={`${id}-text`}>{text.secretText}</label>
        <textarea
          ref={field}
          id={`${id}-text`}
          class="secret-text"
          dir="auto"
          rows={6}
          placeholder={text.secretTextHint}
          autoComplete="off"
          spellcheck={false}
          value={draft.text}
          aria-invalid={isMissing}
          aria-describedby={`${id}-problem`}
          onInput={({ currentTarget }) => onChange({ ...draft, text: currentTarget.value })}
        />
      </div>
      <div class="field">
        <span class="label">{text.files}</span>
        <div class="drop stack">
          <FileList
            files={draft.files}
            onChange={(files) => {
              onChange({ ...draft, files });
              setNews('');
            }}
          />
          <div class="row">
            <span class="faded">{text.dropHere}</span>
            <label class="button">
              <input
                type="file"
                multiple
                class="unseen"
                onChange={({ currentTarget }) => {
                  addFiles([...(currentTarget.files ?? [])]);
                  currentTarget.value = '';
                }}
              />
              {text.chooseFiles}
            </label>
          </div>
        </div>
        <p class="small faded">
          {max !== undefined && (bytes === 0 ? text.sizeLimit(max) : text.sizeOf(bytes, max))}
        </p>
        <p class="small" role="status">
          {news}
        </p>
        <p id={`${id}-problem`} class="error" role="alert">
          {problem}
        </p>
      </div>
    </fieldset>
  );
}
