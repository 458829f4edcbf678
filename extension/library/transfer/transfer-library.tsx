import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { saveFile } from '../../../shared/ui/reader/save-file.ts';
import { ChooseFileButton } from '../../page/choose-file-button.tsx';
import { ConfirmButton } from '../../page/confirm-button.tsx';
import { FilePassphrase } from '../../page/file-passphrase.tsx';
import type { LibraryContent, UseLibrary } from '../page/use-library.ts';
import type { TransferOutcome } from './transfer.ts';

/** With it in the address, the library shows how it goes into a file. */
const EXPORT_HASH = '#export';

interface TransferLibraryProps {
  readonly content: LibraryContent;
  readonly act: UseLibrary['act'];
}

/** Takes the whole library to a file, and brings one in. */
export function TransferLibrary({ content, act }: TransferLibraryProps) {
  const [passphrase, setPassphrase] = useState('');
  const [isWorking, setWorking] = useState(false);
  const [outcome, setOutcome] = useState<TransferOutcome>();
  const canExport = content.diagrams.length > 0;
  const open = new Set(content.diagrams.map(({ id }) => id));
  const isSomeLocked = [...content.accountIds].some((id) => !open.has(id));

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

  async function importFile(chosen: File): Promise<void> {
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
    <details class="card transfer" open={location.hash === EXPORT_HASH}>
      <summary>{i18n.t('library.transfer.title')}</summary>
      <div class="stack">
        <p>{i18n.t('library.transfer.about')}</p>
        {isSomeLocked && <p class="notice">{i18n.t('library.transfer.lockedNow')}</p>}
        <FilePassphrase
          label={i18n.t('library.transfer.passphrase')}
          hint={i18n.t('library.transfer.passphraseHint')}
          value={passphrase}
          onInput={setPassphrase}
          outcome={
            isWorking ? { text: i18n.t('library.transfer.working'), isProblem: false } : outcome
          }
        />
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
          <ChooseFileButton
            label={i18n.t('library.transfer.import')}
            accept=".inkseal-library,.zip,application/zip"
            disabled={isWorking}
            onChoose={importFile}
          />
        </div>
      </div>
    </details>
  );
}
