import {
  XmlComment,
  type XmlElement,
  type XmlNode,
  XmlProcessingInstruction,
} from '@rgrove/parse-xml';
import { readPngText } from '../png-chunks/png-text.ts';
import { ReadError } from '../read-result.ts';
import { decodePlantuml } from './plantuml-text.ts';

/** The diagram's text that PlantUML wrote into a PNG, undefined where there is none. @throws {ReadError} */
export async function readPlantumlPng(png: Uint8Array): Promise<string | undefined> {
  const text = await readPngText(png, 'plantuml');
  return text === undefined ? undefined : cutSource(text);
}

/** The diagram's text in the address of a PlantUML server, like `https://…/svg/SyfF…`; undefined for others. */
export async function readPlantumlUrl(address: string): Promise<string | undefined> {
  const pattern =
    /\/(?:png|svg|txt|uml|img|map|dpng|dsvg|latex|check)\/(?:\d+\/)?([\w~-]{4,})(?:[?#].*)?$/;
  const encoded = pattern.exec(address)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const text = await decodePlantuml(encoded);
    // Other servers have such addresses too.
    return /^\s*[\x20-\x7e\s\u00a0-\uffff]+$/.test(text) ? text : undefined;
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}

/** The diagram's text that PlantUML wrote into an SVG: in a comment, as `SRC=[…]`, or in an instruction. */
export async function readPlantumlComment(root: XmlElement): Promise<string | undefined> {
  const document = root.parent ?? root;
  for (const node of nodesIn(document)) {
    const source = await readNode(node);
    if (source !== undefined) return source;
  }
  return undefined;
}

function nodesIn(node: XmlNode): XmlNode[] {
  const { children } = node as XmlNode & { children?: readonly XmlNode[] };
  return [node, ...(children ?? []).flatMap(nodesIn)];
}

async function readNode(node: XmlNode): Promise<string | undefined> {
  if (node instanceof XmlProcessingInstruction && node.name === 'plantuml-src') {
    return tryDecode(node.content.trim());
  }
  if (!(node instanceof XmlComment)) return undefined;
  const packed = /SRC=\[([^\]]*)\]/.exec(node.content)?.[1];
  if (packed !== undefined) return tryDecode(packed);
  // A comment can't hold two hyphens, so PlantUML sets them apart.
  return cutSource(node.content.replaceAll('- -', '--'));
}

async function tryDecode(encoded: string): Promise<string | undefined> {
  try {
    return await decodePlantuml(encoded);
  } catch {
    return undefined;
  }
}

/** From `@start…` to `@end…`: what else PlantUML writes there is about the computer that it ran on. */
function cutSource(text: string): string | undefined {
  return /@start(\w+)[\s\S]*?@end\1/.exec(text)?.[0].replaceAll('\r\n', '\n');
}
