import DOMPurify from 'dompurify';

/** Addresses that a picture may name: its own parts, and pictures that it carries along. */
const OWN_ADDRESS = /^\s*(#|data:image\/(png|jpeg|gif|webp);)/i;
const ADDRESSES = ['href', 'xlink:href', 'src'];
/** In a style, an address that is none of these, and another sheet. */
const FOREIGN_URL = /url\(\s*["']?(?!\s*(#|data:image\/(png|jpeg|gif|webp);|data:font\/))[^)]*\)/gi;
const IMPORT = /@import[^;]*;?/gi;

/** Foreign addresses that were taken out of the picture at hand. */
let foreign = 0;

DOMPurify.addHook('uponSanitizeAttribute', (_, attribute) => {
  if (!ADDRESSES.includes(attribute.attrName)) {
    attribute.attrValue = withoutForeignUrls(attribute.attrValue);
  } else if (!OWN_ADDRESS.test(attribute.attrValue)) {
    attribute.keepAttr = false;
  }
});

DOMPurify.addHook('uponSanitizeElement', (node, { tagName }) => {
  if (tagName === 'style') node.textContent = withoutForeignUrls(node.textContent ?? '');
});

/**
 * `svg` as XML of its own, with nothing in it that runs or loads.
 *
 * @returns also how many parts were taken out that did, or could have done
 * @throws {Error} where there is no picture in it
 */
export function sanitizeSvgText(text: string): { svg: string; removed: number } {
  foreign = 0;
  const body: Node = DOMPurify.sanitize(text, {
    USE_PROFILES: { svg: true, svgFilters: true },
    ADD_TAGS: ['use'],
    FORBID_TAGS: ['a', 'foreignObject'],
    RETURN_DOM: true,
  });
  const picture = body instanceof Element ? body.querySelector('svg') : null;
  if (picture === null) throw new Error('There is no picture in this SVG');
  const removed = DOMPurify.removed.filter(isTelling).length + foreign;
  return { svg: new XMLSerializer().serializeToString(picture), removed };
}

function isTelling(gone: (typeof DOMPurify.removed)[number]): boolean {
  if ('element' in gone) return gone.element.nodeType === Node.ELEMENT_NODE;
  const name = gone.attribute?.name ?? '';
  return name.startsWith('on') || ADDRESSES.includes(name);
}

function withoutForeignUrls(style: string): string {
  const takeOut = () => {
    foreign++;
    return '';
  };
  return style.replace(IMPORT, takeOut).replace(FOREIGN_URL, takeOut);
}
