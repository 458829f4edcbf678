import { asBytes, utf8 } from '../../../crypto/bytes.ts';
import type { SceneAttachment } from '../../model/scene.ts';
import type { ReadFormat } from '../opened-file.ts';
import { pictureScene } from '../picture-scene.ts';
import { readSceneFile } from '../scene-file.ts';
import { readSvg } from '../svg/read-svg.ts';
import { readPlantumlPng } from './read-plantuml.ts';

/** What PlantUML drew: an SVG as shapes, a PNG as a picture, each with the text that it was drawn from. */
export const readPlantumlFile: ReadFormat = async ({ png, svg, measure }) => {
  if (svg && IS_PLANTUML.test(svg)) return readSvg(svg, measure);
  const source = png && (await readPlantumlPng(png));
  if (!(png && source)) return undefined;
  const file = readSceneFile({ bytes: asBytes(png), mimeType: 'image/png' });
  const scene = { ...pictureScene(file), attachments: [plantumlAttachment(source)] };
  return { ok: true, scene, losses: [] };
};

const IS_PLANTUML = /<!--(MD5=|SRC=)\[|<\?plantuml|<!--\s*@start\w+/;

/** PlantUML's text as a scene keeps it. */
export function plantumlAttachment(source: string): SceneAttachment {
  return { name: 'diagram.puml', type: 'text/plain', bytes: utf8(source) };
}
