import { expect, test } from 'vitest';
import { ReadError } from '../read-result.ts';
import { expandEntities } from './expand-entities.ts';

/** The head of an SVG as Adobe Illustrator writes it. */
const ILLUSTRATOR = `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
	<!ENTITY ns_svg 'http://www.w3.org/2000/svg'>
]>
<svg xmlns:i="&ns_ai;" xmlns="&ns_svg;"><text>&amp; &#65; &unknown;</text></svg>`;

function codeOf(text: string): string {
  try {
    return expandEntities(text);
  } catch (error) {
    return error instanceof ReadError ? error.code : String(error);
  }
}

test('plain texts stand where they are named, and their declarations are gone', () => {
  expect(expandEntities(ILLUSTRATOR)).toBe(`<?xml version="1.0" encoding="utf-8"?>

<svg xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/" xmlns="http://www.w3.org/2000/svg"><text>&amp; &#65; &unknown;</text></svg>`);
});

test('a document without entities is left alone', () => {
  const plain = '<!DOCTYPE svg PUBLIC "a" "b"><svg><text>[&lt;!DOCTYPE x [</text></svg>';
  expect(expandEntities(plain)).toBe(plain);
});

test('a value can’t break out of where it is put', () => {
  const text = `<!DOCTYPE svg [<!ENTITY a '" onload="x'>]><svg id="&a;"/>`;
  expect(expandEntities(text)).toBe('<svg id="&quot; onload=&quot;x"/>');
});

test.each([
  ['nested', '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg>&b;</svg>'],
  ['nested by number', '<!DOCTYPE svg [<!ENTITY a "&#38;b;">]><svg>&a;</svg>'],
  ['from a file', '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>'],
  ['from the web', '<!DOCTYPE svg [<!ENTITY a PUBLIC "x" "https://a.b">]><svg>&a;</svg>'],
  ['for the head itself', '<!DOCTYPE svg [<!ENTITY % a "x"> %a;]><svg/>'],
  ['with tags in it', '<!DOCTYPE svg [<!ENTITY a "<script/>">]><svg>&a;</svg>'],
  ['beside other things', '<!DOCTYPE svg [<!ATTLIST svg a CDATA "x">]><svg/>'],
  ['without an end', '<!DOCTYPE svg [<!ENTITY a "x">'],
  ['very long', `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(1001)}">]><svg/>`],
  [
    'very many',
    `<!DOCTYPE svg [${Array.from({ length: 65 }, (_, i) => `<!ENTITY a${i} "x">`).join('')}]><svg/>`,
  ],
])('an entity %s is refused', (_, text) => {
  expect(codeOf(text)).toBe('unsafe-content');
});

test('what they add together is limited', () => {
  const value = 'x'.repeat(1000);
  const text = `<!DOCTYPE svg [<!ENTITY a "${value}">]><svg>${'&a;'.repeat(263)}</svg>`;
  expect(codeOf(text)).toBe('too-large');
});
