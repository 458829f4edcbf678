import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { PassphraseInput } from '../../../shared/ui/passphrase-input.tsx';
import { saveFile } from '../../../shared/ui/reader/save-file.ts';
import { ConfirmButton } from '../../page/confirm-button.tsx';
import type { LibraryContent, UseLibrary } from '../page/use-library.ts';
import type { TransferOutcome } from './transfer.ts';

interface TransferLibraryProps {
  readonly content: LibraryContent;
  readonly act: UseLibrary['act'];
}

/** Takes the whole library to a file, and brings one in. */
export function TransferLibrary({ content, act }: TransferLibraryProps) {
  const [passphrase, setPassphrase] = useState('');
  const [isWorking, setWorking] = useState(false);
  const [outcome, setOutcome] = useState<TransferOutcome>();
  const file = useRef<HTMLInputElement>(null);
  const canExport = content.diagrams.length > 0;

  async function run(work: () => Promise<TransferOutcome>): Promise<void> {
    setWorking(true);
    setOutcome(undefined);
    setOutcome(await work());
    setWorking(false);
  }

  async function exportAll(asPlain: boolean): Promise<void> {
    await run(async () => {
      const { exportLibrary } = await import('./transfer.ts');
      const exported = await exportLibrary(asPlain ? undefined : passphrase);
      if (exported.file) saveFile(exported.file.name, exported.file.data);
      return exported.outcome;
    });
  }

  async function importFile(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    await run(async () => {
      const { importLibraryFile } = await import('./transfer.ts');
      let outcome: TransferOutcome = { text: '', isProblem: true };
      await act('', async () => {
        outcome = await importLibraryFile(chosen, passphrase);
      });
      return outcome;
    });
  }

  return (
    <details class="card transfer">
      <summary>{i18n.t('library.transfer.title')}</summary>
      <div class="stack">
        <p>{i18n.t('library.transfer.about')}</p>
        <div class="field">
          <label for="library-passphrase">{i18n.t('library.transfer.passphrase')}</label>
          <PassphraseInput
            isNew
            id="library-passphrase"
            showLabel={i18n.t('library.transfer.show')}
            value={passphrase}
            isInvalid={outcome?.isProblem ?? false}
            describedBy="library-passphrase-hint library-transfer-outcome"
            onInput={setPassphrase}
          />
          <p id="library-passphrase-hint" class="small faded">
            {i18n.t('library.transfer.passphraseHint')}
          </p>
        </div>
        <p id="library-transfer-outcome" role="status" class={outcome?.isProblem ? 'error' : ''}>
          {isWorking ? i18n.t('library.transfer.working') : outcome?.text}
        </p>
        <div class="row">
          {canExport && (
            <>
              <button type="button" disabled={isWorking} onClick={() => exportAll(false)}>
                {i18n.t('library.transfer.exportSealed')}
              </button>
              <ConfirmButton
                label={i18n.t('library.transfer.exportPlain')}
                title={i18n.t('library.transfer.plainTitle')}
                body={i18n.t('library.transfer.plainBody')}
                failed={i18n.t('library.transfer.failed')}
                onConfirm={() => exportAll(true)}
              />
            </>
          )}
          <button type="button" disabled={isWorking} onClick={() => file.current?.click()}>
            {i18n.t('library.transfer.import')}
          </button>
          <input
            ref={file}
            hidden
            type="file"
            accept=".inkseal-library,.zip,application/zip"
            aria-label={i18n.t('library.transfer.import')}
            onChange={async ({ currentTarget }) => {
              await importFile(currentTarget.files?.[0]);
              currentTarget.value = '';
            }}
          />
        </div>
      </div>
    </details>
  );
}
