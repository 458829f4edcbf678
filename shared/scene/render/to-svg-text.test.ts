import { parseXml, XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSvgText } from './to-svg-text.ts';

test('any text and attribute comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, value) => {
      const { root } = parseXml(
        toSvgText({ tag: 'text', attributes: { 'data-a': value, x: 1 }, children: [text] }),
      );
      expect(root).toBeInstanceOf(XmlElement);
      expect(root?.attributes).toEqual({ 'data-a': value.replace(/[\t\n\r]/g, ' '), x: '1' });
      expect(root?.text).toBe(text.replace(/\r\n?/g, '\n'));
    }),
  );
});

test('what XML has no way to write is replaced', () => {
  expect(toSvgText({ tag: 'g', attributes: { a: '\u0000' }, children: ['\uD800'] })).toBe(
    '<g a="\uFFFD">\uFFFD</g>',
  );
});
