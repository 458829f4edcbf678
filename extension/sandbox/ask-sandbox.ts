import './sandbox.css';
import { utf8 } from '../../shared/crypto/bytes.ts';
import { loadMermaid } from '../../shared/scene/formats/mermaid/load-mermaid.ts';
import { pictureScene } from '../../shared/scene/formats/picture-scene.ts';
import { READ_LIMITS } from '../../shared/scene/formats/read-limits.ts';
import { ReadError, type ReadResult, toFailure } from '../../shared/scene/formats/read-result.ts';
import { readSafely } from '../../shared/scene/formats/read-safely.ts';
import { readSceneFile } from '../../shared/scene/formats/scene-file.ts';
import { isPlacing, type LayoutTask, type Placing } from '../../shared/scene/layout/layout-task.ts';
import type { Scene } from '../../shared/scene/model/scene.ts';
import { measureText } from '../fonts/measure-text.ts';
import { askSandbox } from './open-sandbox.ts';

/**
 * A scene of a Mermaid diagram: elements for flowchart, sequence, class, state and ER, a picture for the other
 * kinds. The text comes along as an attachment. Errors: `empty`, `mermaid-syntax`, `too-large`, `too-slow`, a limit.
 */
export async function mermaidToScene(text: string): Promise<ReadResult> {
  try {
    if (text.trim() === '') throw new ReadError('empty');
    if (text.length > READ_LIMITS.mermaidChars) throw new ReadError('too-large');
    const answer = await askSandbox({ kind: 'mermaid', text });
    if (answer.kind === 'failure') throw new ReadError('mermaid-syntax', answer.detail);
    if (answer.kind === 'elements') {
      const { readSkeletons } = await loadMermaid();
      return readSafely(() => {
        const { scene, losses } = readSkeletons(answer.elements, measureText);
        return { scene: withSource(scene, text), losses };
      });
    }
    if (answer.kind !== 'picture') throw new ReadError('broken');
    const file = readSceneFile({ bytes: utf8(answer.svg), mimeType: 'image/svg+xml' });
    const losses = [{ what: 'Shapes: this kind of diagram comes as one picture', count: 1 }];
    return readSafely(() => ({ scene: withSource(pictureScene(file), text), losses }));
  } catch (error) {
    return toFailure(error);
  }
}

/**
 * `svg` with nothing in it that runs or loads.
 *
 * @returns also how many parts were taken out
 * @throws {ReadError} `too-large`, `too-slow`, `broken`
 */
export async function sanitizeSvg(svg: string): Promise<{ svg: string; removed: number }> {
  if (svg.length > READ_LIMITS.textBytes) throw new ReadError('too-large');
  const answer = await askSandbox({ kind: 'svg', text: svg });
  if (answer.kind !== 'picture') throw new ReadError('broken');
  return { svg: answer.svg, removed: answer.removed };
}

/**
 * Where shapes go, so that arrows lead from one to the next.
 *
 * @throws {ReadError} `too-slow`, `broken`
 */
export async function placeInSandbox(task: LayoutTask): Promise<Placing> {
  const answer = await askSandbox({ kind: 'layout', task });
  if (answer.kind !== 'placing' || !isPlacing(answer.placing, task)) throw new ReadError('broken');
  return answer.placing;
}

function withSource(scene: Scene, text: string): Scene {
  const source = { name: 'diagram.mmd', type: 'text/vnd.mermaid', bytes: utf8(text) };
  return { ...scene, attachments: [source] };
}
