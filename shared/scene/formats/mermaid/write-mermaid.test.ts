import { expect, it } from 'vitest';
import type { SceneElement } from '../../model/element.ts';
import { makeElement } from '../../model/make-element.ts';
import { EMPTY_SCENE } from '../../model/scene.ts';
import { quoteLabel } from './mermaid-text.ts';
import { writeMermaid } from './write-mermaid.ts';

const write = (...elements: SceneElement[]) => writeMermaid({ ...EMPTY_SCENE, elements });
const box = { width: 80, height: 40 };
const arrow = (from: string, to: string, given = {}) =>
  makeElement('arrow', {
    points: [
      [0, 0],
      [0, 50],
    ],
    startBinding: { elementId: from, focus: 0, gap: 0 },
    endBinding: { elementId: to, focus: 0, gap: 0 },
    ...given,
  });
const label = (containerId: string, text: string) => makeElement('text', { containerId, text });

it('says shapes, labels, arrows, frames, groups and colours', () => {
  const { text, losses } = write(
    makeElement('frame', { id: 'f', name: 'Server' }),
    makeElement('rectangle', { ...box, id: 'a', groupIds: ['g'], backgroundColor: '#ffec99' }),
    label('a', 'Log in'),
    makeElement('rectangle', { ...box, id: 'b', groupIds: ['g', 'alone'], rounded: true }),
    makeElement('diamond', { ...box, id: 'c', frameId: 'f', strokeColor: '#e03131' }),
    label('c', 'Right?'),
    makeElement('ellipse', { ...box, id: 'd', strokeStyle: 'dashed' }),
    makeElement('ellipse', { id: 'e', width: 40, height: 40 }),
    makeElement('text', { id: 't', text: 'A note' }),
    makeElement('step', { id: 's', number: 3 }),
    arrow('a', 'c', { id: 'x' }),
    label('x', 'yes'),
    arrow('a', 'f', { strokeStyle: 'dotted', endArrowhead: null }),
    arrow('b', 'd', { strokeWidth: 4, startArrowhead: 'triangle' }),
    arrow('d', 'e', { startArrowhead: 'arrow', endArrowhead: null }),
    arrow('e', 's', { startArrowhead: 'dot', endArrowhead: 'bar' }),
  );
  expect(text).toBe(`flowchart TD
  n5([" "])
  n6((" "))
  n7["A note"]
  n8(("3"))
  subgraph frame1["Server"]
    n4{"Right?"}
  end
  subgraph group1[" "]
    n2["Log in"]
    n3(" ")
  end
  n2 -->|"yes"| n4
  n2 -.- frame1
  n3 <==> n5
  n6 --> n5
  n6 o--x n8
  style n2 fill:#ffec99
  style n4 stroke:#e03131
  style n5 stroke-dasharray:5 5
  style n7 fill:none,stroke:none
  style n8 fill:#e03131,stroke:#ffffff
`);
  expect(losses).toEqual([{ what: 'Places and sizes, which Mermaid chooses itself', count: 1 }]);
});

it('says what it can’t say', () => {
  const { losses } = write(
    makeElement('redaction', {}),
    makeElement('image', {}),
    makeElement('rectangle', { angle: 1, link: 'https://a.example' }),
    arrow('gone', 'gone'),
  );
  expect(losses.map(({ what }) => what)).toEqual([
    'Arrows that hold on to nothing at an end',
    'Places and sizes, which Mermaid chooses itself',
    'Redactions',
    'Pictures',
    'Rotations',
    'Links',
  ]);
});

it('writes labels that mean what they say', () => {
  expect(quoteLabel('a "b" #1 & <c>\nd')).toBe('"a #quot;b#quot; #35;1 #amp; #lt;c#gt;<br>d"');
  expect(quoteLabel('%%{init: {}}%% `x` $$y$$ fa:fa-ban \\n')).not.toMatch(/%%|`|\$|fa:|\\/);
  expect(quoteLabel(' ')).toBe('" "');
});
