import { i18n } from '#i18n';
import { CryptoError } from '../../../shared/crypto/error.ts';
import { SealedStoreError } from '../../../shared/keys/sealed-store.ts';
import { ReadError } from '../../../shared/scene/formats/read-result.ts';
import { completeAccount } from '../account/complete-account.ts';
import { LIBRARY_SHELF } from '../library.ts';
import { importLibrary } from './import-library.ts';
import { kindOfFile, openLibrary, SEALED_EXTENSION, sealLibrary } from './library-file.ts';
import { packLibrary } from './pack-library.ts';
import { unpackLibrary } from './unpack-library.ts';

/** What came of it, in words. */
export interface TransferOutcome {
  readonly text: string;
  readonly isProblem: boolean;
}

export interface ExportedFile {
  readonly outcome: TransferOutcome;
  readonly file?: { readonly name: string; readonly data: Blob };
}

/** The library of this profile, and of its account, as a file: sealed under the passphrase, or a plain ZIP where there is none. */
export async function exportLibrary(passphrase: string | undefined): Promise<ExportedFile> {
  try {
    const completeness = await completeAccount();
    const { zip, diagramCount, skippedCount } = await packLibrary(LIBRARY_SHELF);
    const base = `inkseal-library-${new Date().toISOString().slice(0, 10)}`;
    const isSealed = passphrase !== undefined;
    const data = isSealed
      ? await sealLibrary(zip, passphrase)
      : new Blob([...zip], { type: 'application/zip' });
    const done = isSealed ? 'library.transfer.exportedSealed' : 'library.transfer.exported';
    const missing = completeness === 'complete' ? '' : i18n.t(`library.transfer.${completeness}`);
    const text = [i18n.t(done, diagramCount), skippedText(skippedCount), missing]
      .filter(Boolean)
      .join(' ');
    const name = base + (isSealed ? SEALED_EXTENSION : '.zip');
    return { outcome: { text, isProblem: missing !== '' }, file: { name, data } };
  } catch (error) {
    return { outcome: { text: wordsFor(error), isProblem: true } };
  }
}

/** Adds what is in a file to the library of this profile. */
export async function importLibraryFile(file: File, passphrase: string): Promise<TransferOutcome> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kind = kindOfFile(bytes);
    if (kind === 'other') return problem(i18n.t('library.transfer.noFile'));
    if (kind === 'newer') return problem(i18n.t('library.transfer.newer'));
    if (kind === 'sealed' && passphrase === '') {
      return problem(i18n.t('library.transfer.needsPassphrase'));
    }
    const zip = kind === 'sealed' ? await openLibrary(bytes, passphrase) : bytes;
    const imported = await importLibrary(LIBRARY_SHELF, unpackLibrary(zip));
    const parts = [
      i18n.t('library.transfer.imported', imported.addedCount),
      imported.knownCount > 0 ? i18n.t('library.transfer.known', imported.knownCount) : '',
      skippedText(imported.skippedCount),
    ];
    return { text: parts.filter(Boolean).join(' '), isProblem: false };
  } catch (error) {
    return problem(wordsFor(error));
  }
}

function problem(text: string): TransferOutcome {
  return { text, isProblem: true };
}

function skippedText(count: number): string {
  return count > 0 ? i18n.t('library.transfer.skipped', count) : '';
}

function wordsFor(error: unknown): string {
  if (error instanceof SealedStoreError && error.code === 'no-room') {
    return i18n.t('library.transfer.noRoom');
  }
  if (error instanceof CryptoError) {
    return error.code === 'cannot-open' ? i18n.t('library.transfer.wrong') : error.message;
  }
  if (error instanceof ReadError) {
    if (error.code === 'newer-version') return i18n.t('library.transfer.newer');
    if (error.code === 'too-large') return i18n.t('library.transfer.tooLarge');
    return i18n.t('library.transfer.noFile');
  }
  return i18n.t('library.transfer.failed');
}
