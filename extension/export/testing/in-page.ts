import { decodeBase64, encodeBase64 } from '../../../shared/scene/formats/base64.ts';
import { readInkseal } from '../../../shared/scene/formats/inkseal/read-inkseal.ts';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { writeElements } from '../../editor/clipboard/copy.ts';
import { makeFiles } from '../make-files.ts';
import { makeShare } from '../sharing/make-share.ts';
import { zipFiles } from '../zip-files.ts';

/* What tests run in a page of their own: files in and out as base64, since nothing else crosses. */

export interface FileInPage {
  readonly name: string;
  readonly base64: string;
}

type Options = Parameters<typeof makeFiles>[1];

/** Exports the scene of a native file; the ZIP of all comes last. */
export async function exportInPage(inkseal: string, options: Options): Promise<FileInPage[]> {
  const files = await makeFiles(await open(inkseal), options);
  return Promise.all([...files, await zipFiles(files, 'all.zip')].map(toBase64));
}

export async function shareInPage(inkseal: string): Promise<FileInPage[]> {
  const { pictures, source } = await makeShare(await open(inkseal), 1);
  const items = [...pictures, source];
  return Promise.all(items.map(({ name = '', data }) => toBase64(new File([data], name))));
}

/** Which steps are announced of an export that is stopped in its second one, and what it ends with. */
export async function stopInPage(inkseal: string, options: Options): Promise<FileInPage[]> {
  const stopping = new AbortController();
  const said: string[] = [];
  const onProgress = (done: number, total: number) => {
    said.push(`${done} of ${total}`);
    if (done === 1) stopping.abort();
  };
  const made = await makeFiles(await open(inkseal), options, {
    signal: stopping.signal,
    onProgress,
  }).then(
    () => 'made',
    (error: DOMException) => error.name,
  );
  return [await toBase64(new File([[...said, made].join(', ')], 'said.txt'))];
}

/** What copying these elements puts on the clipboard. */
export async function copyInPage(inkseal: string, ids: readonly string[]): Promise<FileInPage[]> {
  const text = await writeElements(await open(inkseal), new Set(ids));
  return [await toBase64(new File([text], 'copied.json'))];
}

async function open(inkseal: string): Promise<Scene> {
  const read = await readInkseal(decodeBase64(inkseal));
  if (!read.ok) throw new Error(read.message);
  return read.scene;
}

async function toBase64(file: File): Promise<FileInPage> {
  return { name: file.name, base64: encodeBase64(new Uint8Array(await file.arrayBuffer())) };
}
