import type { XmlElement } from '@rgrove/parse-xml';
import type { Point, SceneElement } from '../../model/element.ts';
import { classesOf, findTags, nameOf, tagsIn } from '../xml/read-xml.ts';
import { withLabel } from './attach-labels.ts';
import { connect, shapeAt } from './connect.ts';
import { draw, drawInside, placeIn } from './draw.ts';
import type { Drawing, Place } from './drawing.ts';
import { joinLines, makeNode } from './make-node.ts';

function isNode(tag: XmlElement): boolean {
  return nameOf(tag) === 'g' && classesOf(tag).includes('node');
}

function isCluster(tag: XmlElement): boolean {
  return nameOf(tag) === 'g' && classesOf(tag).includes('cluster');
}

function isEdge(tag: XmlElement): boolean {
  const classes = classesOf(tag);
  return (
    nameOf(tag) === 'path' &&
    (tag.attributes['data-edge'] === 'true' ||
      ['flowchart-link', 'transition', 'relation', 'relationshipLine'].some((name) =>
        classes.includes(name),
      ))
  );
}

interface Found {
  readonly nodes: SceneElement[];
  readonly clusters: SceneElement[];
  readonly shapes: SceneElement[];
  readonly edges: { readonly tag: XmlElement; readonly drawn: SceneElement }[];
  readonly labels: { readonly id: string | undefined; readonly text: SceneElement | undefined }[];
  readonly others: SceneElement[];
}

/**
 * Mermaid's nodes as labelled shapes, its edges as arrows that hold on to the nodes at their ends; undefined where it
 * drew no nodes.
 */
export function drawMermaid(
  root: XmlElement,
  place: Place,
  drawing: Drawing,
): SceneElement[] | undefined {
  if (findTags(root, isNode).length === 0) return undefined;
  const found: Found = { nodes: [], clusters: [], shapes: [], edges: [], labels: [], others: [] };
  collect(root, place, drawing, found);
  const shapes = new Map(found.shapes.map((shape) => [shape.id, shape]));
  // Older versions name no edge in a label: then they come in the same order.
  const isNamed = found.labels.some(({ id }) => id !== undefined);
  const arrows = found.edges.flatMap(({ tag, drawn }, i): SceneElement[] => {
    if (drawn.type !== 'arrow' && drawn.type !== 'line') return [drawn];
    const points = drawn.points.map(([x, y]): Point => [drawn.x + x, drawn.y + y]);
    const ends = {
      start: shapeAt(points[0] as Point, found.shapes),
      end: shapeAt(points.at(-1) as Point, found.shapes),
    };
    const base = { ...drawn, backgroundColor: 'transparent' };
    const arrow = connect(
      { ...base, type: 'arrow', startBinding: null, endBinding: null },
      shapes,
      ends,
    );
    const label = isNamed
      ? found.labels.find(({ id }) => id === tag.attributes['data-id'])
      : found.labels[i];
    return label?.text?.type === 'text' ? withLabel(arrow, label.text) : [arrow];
  });
  return [...found.clusters, ...found.others, ...arrows, ...found.nodes];
}

function collect(tag: XmlElement, outer: Place, drawing: Drawing, found: Found): void {
  const place = tag.parent?.parent ? placeIn(tag, outer, drawing) : outer;
  if (!place.style.isShown) return;
  if (isNode(tag)) {
    const node = makeNode(drawInside(tag, place, drawing), drawing.measure);
    found.nodes.push(...(node?.parts ?? []));
    if (node) found.shapes.push(node.shape);
  } else if (isCluster(tag)) {
    const node = makeNode(drawInside(tag, place, drawing), drawing.measure, 'top');
    found.clusters.push(...(node?.parts ?? []));
  } else if (isEdge(tag)) {
    const [drawn] = draw(tag, outer, drawing);
    if (drawn) found.edges.push({ tag, drawn });
  } else if (classesOf(tag).includes('edgeLabel') && nameOf(tag) === 'g') {
    const id = findTags(tag, ({ attributes }) => attributes['data-id'] !== undefined)[0];
    const texts = drawInside(tag, place, drawing).filter((element) => element.type === 'text');
    const text = joinLines(texts, drawing.measure);
    found.labels.push({ id: id?.attributes['data-id'], text });
  } else if (nameOf(tag) === 'g' || tag.parent?.parent === null) {
    for (const child of tagsIn(tag)) collect(child, place, drawing, found);
  } else {
    found.others.push(...draw(tag, outer, drawing));
  }
}
