import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readXml } from '../xml/read-xml.ts';
import { decodePlantuml } from './plantuml-text.ts';
import { readPlantumlComment, readPlantumlPng, readPlantumlUrl } from './read-plantuml.ts';
import { encodePlantuml } from './testing/encode-plantuml.ts';

function sample(name: string): Buffer {
  return readFileSync(
    new URL(`../../../../e2e/fixtures/diagrams/plantuml/${name}`, import.meta.url),
  );
}

/** As PlantUML keeps it in comments and pictures, where a dash is a hyphen. */
const SOURCE = sample('sequence.puml').toString().trim().replace('–', '-');

test('the text in a server’s address is what PlantUML itself encoded', async () => {
  const encoded = sample('sequence.url').toString().trim();
  const text = await readPlantumlUrl(`https://www.plantuml.com/plantuml/svg/${encoded}`);
  expect(text?.replace('–', '-')).toContain('Anna -> S : claim');
  expect(await readPlantumlUrl(`http://localhost:8080/png/${encoded}?v=2`)).toBe(text);
  expect(await readPlantumlUrl(`https://example.com/uml/0/~1${encoded}`)).toBe(text);
});

test('hexadecimal digits are understood too', async () => {
  const hex = Buffer.from('Bob -> Alice : hello').toString('hex');
  expect(await readPlantumlUrl(`https://example.com/png/~h${hex}`)).toBe('Bob -> Alice : hello');
});

test('what PlantUML’s own documentation gives as an example', async () => {
  expect(await decodePlantuml('SyfFKj2rKt3CoKnELR1Io4ZDoSa70000')).toBe('Bob -> Alice : hello');
});

test('other addresses are not taken for one', async () => {
  for (const path of ['/img/logo.png', '/svg/arrow-left', '/png/SyfF', '/img/~hzz', '/a']) {
    expect(await readPlantumlUrl(`https://example.com${path}`)).toBeUndefined();
  }
});

test.each(['@startuml\nA -> B\n@enduml', 'ä – 🦑', 'x'.repeat(5000)])(
  'encoding goes both ways',
  async (text) => {
    expect(await decodePlantuml(encodePlantuml(text))).toBe(text);
  },
);

test('a PNG holds its text', async () => {
  expect(await readPlantumlPng(sample('sequence.png'))).toBe(SOURCE);
});

test('an SVG holds its text, in each of the ways that versions had', async () => {
  const root = readXml(sample('sequence.svg').toString());
  expect(await readPlantumlComment(root)).toBe(SOURCE);
  const packed = encodePlantuml(SOURCE);
  expect(await readPlantumlComment(readXml(`<svg><!--SRC=[${packed}]--></svg>`))).toBe(SOURCE);
  expect(await readPlantumlComment(readXml(`<svg><?plantuml-src ${packed}?></svg>`))).toBe(SOURCE);
  expect(await readPlantumlComment(readXml('<svg><!-- made by hand --></svg>'))).toBeUndefined();
});
