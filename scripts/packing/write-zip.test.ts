import { Buffer } from 'node:buffer';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeZip } from './write-zip.ts';
import { readZipEntries } from './zip-entries.ts';

test('another tool reads all of it, and its entries add up', () => {
  const files = new Map([
    ['a/text.js', Buffer.from('const a = 1;\n'.repeat(500))],
    ['a/fast.js', Buffer.from('const b = 2;\n'.repeat(500))],
    ['picture.png', Buffer.from(Array.from({ length: 99 }, (_, i) => (i * i * 7) % 251))],
    ['empty', Buffer.alloc(0)],
    ['ä.txt', Buffer.from('ä')],
  ]);
  const zip = writeZip(files, (path) => path === 'a/fast.js');
  const read = Object.entries(unzipSync(zip)).map(([path, data]) => [path, Buffer.from(data)]);
  expect(read).toEqual([...files]);
  const entries = readZipEntries(zip);
  expect([...entries.keys()]).toEqual([...files.keys()]);
  const sum = [...entries.values()].reduce((all, bytes) => all + bytes, 0);
  expect(sum + 22).toBe(zip.length);
});
