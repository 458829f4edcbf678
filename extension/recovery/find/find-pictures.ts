import { FIND_LIMITS, type FoundKind } from '../found.ts';
import { type Candidate, isLargeEnough } from './candidate.ts';

/** Elements whose background is looked at: to ask of each costs time. */
const MAX_BACKGROUNDS = 3000;
const MAX_FETCHED = 40;

/** Pictures that may hold the source of what they show. */
export async function findPictures(root: ParentNode): Promise<Candidate[]> {
  const shown = [
    ...root.querySelectorAll('img, object, embed, image, input[type="image"]'),
  ].flatMap((element) => addressOf(element).map((address) => ({ element, address })));
  const pictures = [...shown, ...findBackgrounds(root)].filter(
    ({ element, address }) => isLikely(address) && isLargeEnough(element),
  );
  const seen = new Set<string>();
  const found: Candidate[] = [];
  for (const { element, address } of pictures) {
    if (seen.has(address)) continue;
    seen.add(address);
    const candidate = await readPicture(element, address, seen.size <= MAX_FETCHED);
    if (candidate) found.push(candidate);
  }
  return found;
}

function addressOf(element: Element): string[] {
  const image = element as HTMLImageElement;
  const address =
    image.currentSrc ||
    element.getAttribute('data') ||
    element.getAttribute('src') ||
    element.getAttribute('href');
  if (!address) return [];
  try {
    return [new URL(address, element.baseURI).href];
  } catch {
    return [];
  }
}

function findBackgrounds(root: ParentNode): { element: Element; address: string }[] {
  const all = [...root.querySelectorAll('body *')].slice(0, MAX_BACKGROUNDS);
  return all.flatMap((element) => {
    const { backgroundImage } = getComputedStyle(element);
    const address = /url\("([^"]+)"\)/.exec(backgroundImage)?.[1];
    return address ? [{ element, address }] : [];
  });
}

/** Photographs hold no source. */
function isLikely(address: string): boolean {
  if (/^data:image\/(svg\+xml|png)[;,]/.test(address)) return true;
  if (address.startsWith('blob:')) return true;
  if (!/^https?:/.test(address)) return false;
  const { pathname } = new URL(address);
  return /\.(svg|svgz|png|drawio|excalidraw)$/i.test(pathname) || isPlantuml(address);
}

function isPlantuml(address: string): boolean {
  return /\/(png|svg|uml|img|dpng|dsvg)\/(\d+\/)?[\w~-]{12,}([?#].*)?$/.test(address);
}

/** With its bytes where the page may read them; undefined where they hold no source and draw no shapes. */
async function readPicture(
  element: Element,
  address: string,
  mayFetch: boolean,
): Promise<Candidate | undefined> {
  const plantuml = isPlantuml(address);
  const isOwn = /^(data|blob):/.test(address) || new URL(address).origin === location.origin;
  const blob = isOwn && mayFetch ? await fetchPicture(address) : undefined;
  if (blob === undefined) {
    if (!/^https?:/.test(address)) return undefined;
    return { kind: plantuml ? 'plantuml' : 'picture', element, address };
  }
  const kind = kindOf(await readLatin1(blob), blob.type);
  if (kind === undefined && !plantuml) return undefined;
  const source = plantuml ? { address } : {};
  return {
    kind: plantuml ? 'plantuml' : (kind ?? 'picture'),
    element,
    data: await toDataUrl(blob),
    ...source,
  };
}

/** From the browser's own store where it is there: the page shows it already. */
async function fetchPicture(address: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(address, { cache: 'force-cache' });
    const blob = await response.blob();
    const isPicture = /^image\/(svg\+xml|png)/.test(blob.type);
    return response.ok && isPicture && blob.size <= FIND_LIMITS.pictureBytes ? blob : undefined;
  } catch {
    return undefined;
  }
}

/** What a picture holds, by the words that tools leave in it. */
function kindOf(text: string, type: string): FoundKind | undefined {
  if (text.includes('application/vnd.excalidraw+json')) return 'excalidraw';
  if (/mxfile|mxGraphModel/.test(text)) return 'drawio';
  if (/(iTXt|zTXt|tEXt)plantuml\0|@start\w+|<!--SRC=|<\?plantuml/.test(text)) return 'plantuml';
  if (!type.includes('svg')) return undefined;
  return /class="graph"/.test(text) && /class="(node|edge)"/.test(text) ? 'graphviz' : 'svg';
}

async function readLatin1(blob: Blob): Promise<string> {
  return new TextDecoder('latin1').decode(await blob.arrayBuffer());
}

function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
