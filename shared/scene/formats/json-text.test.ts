import { describe, expect, it } from 'vitest';
import { parseJson } from './json-text.ts';
import { ReadError } from './read-result.ts';

function codeOf(text: string): string {
  try {
    parseJson(text);
    return 'ok';
  } catch (error) {
    return error instanceof ReadError ? error.code : String(error);
  }
}

describe('JSON of strangers', () => {
  it('is parsed where it is harmless', () => {
    const value = { a: [1, -2.5, 'x"\\', '[[{{', null, true], ',': {} };
    expect(parseJson(JSON.stringify(value))).toEqual(value);
    expect(codeOf('"\\\\"')).toBe('ok');
  });

  it.each([
    ['broken', '{"a":NaN}'],
    ['broken', '{"a":"'],
    ['broken', ''],
    ['bad-number', '{"a":[1e999]}'],
    ['unsafe-content', '{"a":{"__proto__":{"x":1}}}'],
    ['unsafe-content', '{"\\u005f_proto__":1}'],
    ['too-deep', '['.repeat(5_000_000)],
    ['too-deep', `${'{"a":'.repeat(101)}1${'}'.repeat(101)}`],
    ['too-many-elements', `[${'0,'.repeat(5_000_000)}0]`],
  ])('%s: %.20s', (code, text) => {
    expect(codeOf(text)).toBe(code);
  });
});
