import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CryptoError } from '../../shared/crypto/error.ts';
import { PassphraseInput } from '../../shared/ui/passphrase-input.tsx';
import { saveFile } from '../../shared/ui/reader/save-file.ts';
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
  const file = useRef<HTMLInputElement>(null);
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

  async function importFile(chosen: File | undefined): Promise<void> {
    if (!chosen) return;
    try {
      const added = await importShares(await readShareFile(await chosen.text(), passphrase));
      say(i18n.t('transfer.imported', added));
      onImported();
    } catch (error) {
      complain(error);
    }
  }

  return (
    <details class="card">
      <summary>{i18n.t('transfer.title')}</summary>
      <div class="stack">
        <p>{i18n.t('transfer.about')}</p>
        <div class="field">
          <label for="file-passphrase">{i18n.t('transfer.passphrase')}</label>
          <PassphraseInput
            isNew
            id="file-passphrase"
            showLabel={i18n.t('transfer.show')}
            value={passphrase}
            isInvalid={outcome?.isProblem ?? false}
            describedBy="file-outcome"
            onInput={setPassphrase}
          />
        </div>
        <p id="file-outcome" role="status" class={outcome?.isProblem ? 'error' : ''}>
          {outcome?.text}
        </p>
        <div class="row">
          {canExport && (
            <button type="button" onClick={exportAll}>
              {i18n.t('transfer.export')}
            </button>
          )}
          <button type="button" onClick={() => file.current?.click()}>
            {i18n.t('transfer.import')}
          </button>
          <input
            ref={file}
            hidden
            type="file"
            accept=".json,application/json"
            aria-label={i18n.t('transfer.import')}
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

function wordsFor(error: unknown): string {
  if (error instanceof SyntaxError) return i18n.t('transfer.noFile');
  if (!(error instanceof CryptoError)) return i18n.t('transfer.failed');
  if (error.code === 'invalid-encoding') return i18n.t('transfer.noFile');
  return error.code === 'cannot-open' ? i18n.t('transfer.wrong') : error.message;
}
