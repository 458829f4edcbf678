import { parseXml, XmlElement } from '@rgrove/parse-xml';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSvgText } from './to-svg-text.ts';

test('any text and attribute comes back as it was', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, text, (text, value) => {
      const { root } = parseXml(
        toSvgText({ tag: 'text', attributes: { 'data-a': value, x: 1 }, children: [text] }),
      );
      expect(root).toBeInstanceOf(XmlElement);
      expect(root?.attributes).toEqual({ 'data-a': value, x: '1' });
      expect(root?.text).toBe(text);
    }),
  );
});

test('what XML has no way to write is replaced', () => {
  expect(toSvgText({ tag: 'g', attributes: { a: '\u0000' }, children: ['\uD800'] })).toBe(
    '<g a="\uFFFD">\uFFFD</g>',
  );
});

test('a name that could end its tag is refused', () => {
  expect(() => toSvgText({ tag: 'a b', attributes: {}, children: [] })).toThrow('no name');
  expect(() => toSvgText({ tag: 'g', attributes: { 'x="">': 1 }, children: [] })).toThrow(
    'no name',
  );
});
