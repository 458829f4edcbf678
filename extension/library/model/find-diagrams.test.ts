import { expect, test } from 'vitest';
import type { Diagram, DiagramId, Folder, FolderId } from './diagram.ts';
import { countTags, findDiagrams, type Search } from './find-diagrams.ts';

let made = 0;
function diagram(name: string, given: Partial<Diagram> = {}): Diagram {
  return {
    id: `${++made}` as DiagramId,
    name,
    folderId: null,
    tags: [],
    createdAt: made,
    savedAt: made,
    binnedAt: null,
    text: '',
    thumbnail: null,
    versions: [],
    parts: [],
    nextVersion: 2,
    ...given,
  };
}

const work = 'work' as FolderId;
const bank = 'bank' as FolderId;
const folders: readonly Folder[] = [
  { id: work, name: 'Work', parentId: null },
  { id: bank, name: 'Bank', parentId: work },
];
const library = [
  diagram('Login flow', { tags: ['auth'], text: 'Browser\nToken service' }),
  diagram('Überblick', { folderId: work, text: 'Login page' }),
  diagram('Queue 10', { folderId: bank, tags: ['infra', 'login'] }),
  diagram('Queue 9', { tags: ['infra'] }),
  diagram('Old login', { binnedAt: 5, tags: ['auth'] }),
];
const ALL: Search = { place: { name: 'all' }, kind: 'all', words: '', tags: [], sort: 'savedAt' };
const names = (search: Partial<Search>) =>
  findDiagrams(library, folders, { ...ALL, ...search }).map(({ diagram }) => diagram.name);

test('a folder shows what lies in it and in the folders within; the bin only what was binned', () => {
  expect(names({})).toEqual(['Queue 9', 'Queue 10', 'Überblick', 'Login flow']);
  expect(names({ place: { name: 'folder', id: work } })).toEqual(['Queue 10', 'Überblick']);
  expect(names({ place: { name: 'folder', id: bank } })).toEqual(['Queue 10']);
  expect(names({ place: { name: 'bin' } })).toEqual(['Old login']);
});

test('secrets, files and diagrams are looked for apart', () => {
  const mixed = [
    ...library,
    diagram('Bank', { kind: 'secret' }),
    diagram('a.zip', { kind: 'file' }),
  ];
  const found = (kind: Search['kind']) =>
    findDiagrams(mixed, folders, { ...ALL, kind, words: 'a' }).map((it) => it.diagram.name);
  expect(found('secret')).toEqual(['Bank']);
  expect(found('file')).toEqual(['a.zip']);
  expect(found('diagram')).not.toContain('Bank');
  expect(found('all')).toHaveLength(found('diagram').length + 2);
});

test('words are found in names, then tags, then texts, whatever their case and accents', () => {
  expect(names({ words: 'LOGIN' })).toEqual(['Login flow', 'Queue 10', 'Überblick']);
  expect(names({ words: ' uberblick ' })).toEqual(['Überblick']);
  expect(names({ words: 'login token' })).toEqual(['Login flow']);
  expect(names({ words: 'login nowhere' })).toEqual([]);
  const [found] = findDiagrams(library, folders, { ...ALL, words: 'token' });
  expect(found?.line).toBe('Token service');
});

test('tags narrow, and are counted where one looks', () => {
  expect(names({ tags: ['infra'] })).toEqual(['Queue 9', 'Queue 10']);
  expect(names({ tags: ['infra', 'login'] })).toEqual(['Queue 10']);
  expect(countTags(library, folders, { name: 'all' })).toEqual([
    ['auth', 1],
    ['infra', 2],
    ['login', 1],
  ]);
  expect(countTags(library, folders, { name: 'folder', id: work })).toEqual([
    ['infra', 1],
    ['login', 1],
  ]);
});

test('names are sorted as a person counts', () => {
  expect(names({ sort: 'name' })).toEqual(['Login flow', 'Queue 9', 'Queue 10', 'Überblick']);
  expect(names({ sort: 'createdAt' })[0]).toBe('Queue 9');
});
