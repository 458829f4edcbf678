import { ReadError } from '../read-result.ts';

/*
 * Illustrator names its namespaces by entities, so that an SVG of its can't be read without them. XML's own way to
 * expand entities is a weapon (nested ones grow without end, external ones read files), so that this does nothing of
 * it: only texts that are written out, and little of that.
 */

const MAX_ENTITIES = 64;
const MAX_VALUE_CHARS = 1000;
const MAX_ADDED_CHARS = 256 * 2 ** 10;
const DOCTYPE = /<!DOCTYPE\s[^[>]*\[/i;
const ENTITY = /^<!ENTITY\s+([A-Za-z_][\w.:-]*)\s+(?:"([^"&%<]*)"|'([^'&%<]*)')\s*>\s*/;

/**
 * Puts the plain texts of a document's entities where they are named, and leaves their declarations away. A document
 * that declares none stays as it is.
 *
 * @throws {ReadError} `unsafe-content` where it declares anything else
 */
export function expandEntities(text: string): string {
  const head = DOCTYPE.exec(text);
  if (head === null) return text;
  const start = head.index + head[0].length;
  const end = text.indexOf(']', start);
  const close = /^\]\s*>/.exec(text.slice(end, end + 100))?.[0];
  if (end === -1 || close === undefined) throw refuse();
  const values = readEntities(text.slice(start, end));
  const body = text.slice(end + close.length);
  let added = 0;
  const expanded = body.replace(/&([A-Za-z_][\w.:-]*);/g, (reference, name: string) => {
    const value = values.get(name);
    if (value === undefined) return reference;
    added += value.length;
    if (added > MAX_ADDED_CHARS) throw new ReadError('too-large');
    return value;
  });
  return text.slice(0, head.index) + expanded;
}

function readEntities(subset: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let rest = subset.trimStart();
  while (rest !== '') {
    const entity = ENTITY.exec(rest);
    const value = entity?.[2] ?? entity?.[3];
    if (entity === null || value === undefined || value.length > MAX_VALUE_CHARS) throw refuse();
    if (values.size === MAX_ENTITIES) throw refuse();
    // The first declaration counts, as in XML.
    if (!values.has(entity[1] ?? '')) values.set(entity[1] ?? '', escapeQuotes(value));
    rest = rest.slice(entity[0].length);
  }
  return values;
}

function escapeQuotes(value: string): string {
  return value.replaceAll('"', '&quot;').replaceAll("'", '&apos;').replaceAll('>', '&gt;');
}

function refuse(): ReadError {
  return new ReadError(
    'unsafe-content',
    'its head declares more than plain texts: save it as plain SVG and open that',
  );
}
