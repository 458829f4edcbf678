import { deflate } from '../../shared/scene/formats/compressed.ts';
import { ZipWriter } from '../zip/write-zip.ts';

/** `files` in one ZIP. What is compressed already is only packed. */
export async function zipFiles(files: readonly File[], name: string): Promise<File> {
  const zip = new ZipWriter();
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    zip.add(file.name, bytes, /png|pdf/.test(file.type) ? undefined : await deflate(bytes, 'raw'));
  }
  return new File([...zip.end()], name, { type: 'application/zip' });
}
