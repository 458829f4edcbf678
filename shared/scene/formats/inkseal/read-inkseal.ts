import { SCENE_VERSION, type SceneAttachment } from '../../model/scene.ts';
import { decodeBase64 } from '../base64.ts';
import { decodeUtf8, isRecord, isSafeKey, parseJson } from '../json-text.ts';
import { readPngText } from '../png-chunks/png-text.ts';
import { READ_LIMITS } from '../read-limits.ts';
import { ReadError, type ReadResult, toFailure } from '../read-result.ts';
import { readSafely } from '../read-safely.ts';
import { readSceneFile } from '../scene-file.ts';
import { INKSEAL_TYPE, PNG_KEYWORD } from './inkseal-format.ts';

/** Reads a native file: `broken`, `newer-version`, `bad-number`, or a limit as error. */
export function readInkseal(bytes: Uint8Array): Promise<ReadResult> {
  return readSafely(() => {
    if (bytes.length > READ_LIMITS.fileBytes) throw new ReadError('too-large');
    return { scene: toScene(parseJson(decodeUtf8(bytes))) };
  });
}

/** The scene in a PNG that `embedInPng` made; undefined where the PNG holds none. */
export async function readInksealPng(png: Uint8Array): Promise<ReadResult | undefined> {
  try {
    if (png.length > READ_LIMITS.fileBytes) throw new ReadError('too-large');
    const text = await readPngText(png, PNG_KEYWORD);
    if (text === undefined) return undefined;
    return await readSafely(() => ({ scene: toScene(parseJson(text)) }));
  } catch (error) {
    return toFailure(error);
  }
}

function toScene(json: unknown): unknown {
  if (!isRecord(json) || json.type !== INKSEAL_TYPE) throw new ReadError('broken');
  if (typeof json.version === 'number' && json.version > SCENE_VERSION) {
    throw new ReadError('newer-version');
  }
  const { type: _, files, attachments, ...rest } = json;
  if (!isRecord(files) || !Array.isArray(attachments)) throw new ReadError('broken');
  const isTooMuch = Array.isArray(rest.elements) && rest.elements.length > READ_LIMITS.elements;
  if (isTooMuch) throw new ReadError('too-many-elements');
  return {
    ...rest,
    files: Object.fromEntries(
      Object.entries(files).map(([id, file]) => [readKey(id), readSceneFile(readData(file))]),
    ),
    attachments: attachments.map(readAttachment),
  };
}

function readKey(key: string): string {
  if (!isSafeKey(key)) throw new ReadError('unsafe-content');
  return key;
}

function readData(held: unknown) {
  if (!isRecord(held) || typeof held.data !== 'string') throw new ReadError('broken');
  return { held, bytes: decodeBase64(held.data), mimeType: held.mimeType };
}

function readAttachment(value: unknown): SceneAttachment {
  const { held, bytes } = readData(value);
  const { name, type } = held;
  if (typeof name !== 'string' || typeof type !== 'string') throw new ReadError('broken');
  return { name, type, bytes };
}
