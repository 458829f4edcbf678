import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CryptoError } from '../../shared/crypto/error.ts';
import { saveFile } from '../../shared/ui/reader/save-file.ts';
import { ChooseFileButton } from '../page/choose-file-button.tsx';
import { FilePassphrase } from '../page/file-passphrase.tsx';
import { readShareFile, writeShareFile } from './share-file.ts';
import { exportShares, importShares } from './store-shares.ts';

interface TransferSharesProps {
  readonly canExport: boolean;
  readonly onImported: () => void;
}

/** Takes my shares to another profile or computer, in a file under a passphrase. */
export function TransferShares({ canExport, onImported }: TransferSharesProps) {
  const [passphrase, setPassphrase] = useState('');
  const [outcome, setOutcome] = useState<{ readonly text: string; readonly isProblem: boolean }>();
  const say = (text: string) => setOutcome({ text, isProblem: false });
  const complain = (error: unknown) => setOutcome({ text: wordsFor(error), isProblem: true });

  async function exportAll(): Promise<void> {
    try {
      const text = await writeShareFile(await exportShares(), passphrase);
      saveFile('inkseal-my-shares.json', new Blob([text], { type: 'application/json' }));
      say(i18n.t('transfer.exported'));
    } catch (error) {
      complain(error);
    }
  }

  async function importFile(chosen: File): Promise<void> {
    try {
      const added = await importShares(await readShareFile(await chosen.text(), passphrase));
      say(i18n.t('transfer.imported', added));
      onImported();
    } catch (error) {
      complain(error);
    }
  }

  return (
    <details class="card transfer-shares">
      <summary>{i18n.t('transfer.title')}</summary>
      <div class="stack">
        <p>{i18n.t('transfer.about')}</p>
        <FilePassphrase
          label={i18n.t('transfer.passphrase')}
          value={passphrase}
          onInput={setPassphrase}
          outcome={outcome}
        />
        <div class="row">
          {canExport && (
            <button type="button" onClick={exportAll}>
              {i18n.t('transfer.export')}
            </button>
          )}
          <ChooseFileButton
            label={i18n.t('transfer.import')}
            accept=".json,application/json"
            onChoose={importFile}
          />
        </div>
      </div>
    </details>
  );
}

function wordsFor(error: unknown): string {
  if (error instanceof SyntaxError) return i18n.t('transfer.noFile');
  if (!(error instanceof CryptoError)) return i18n.t('transfer.failed');
  if (error.code === 'invalid-encoding') return i18n.t('transfer.noFile');
  return error.code === 'cannot-open' ? i18n.t('transfer.wrong') : error.message;
}
