import { Component } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Scene } from '../../../shared/scene/model/scene.ts';
import { shownScene } from '../editor-state.ts';
import { useEditor, useStore } from '../use-editor.ts';
import { type Chunk, type Chunks, chunkElements } from './chunk-elements.ts';
import { CullBox } from './cull-box.ts';
import { ElementPictures } from './element-pictures.ts';
import { followView } from './follow-view.ts';

/**
 * The scene itself. Panning and zooming only change the transform around it; a change of the scene draws the
 * elements again that are other objects than before.
 */
export function Stage() {
  const store = useStore();
  const stage = useRef<HTMLDivElement>(null);
  const [cull] = useState(() => new CullBox());
  const [pictures] = useState(() => new ElementPictures());
  const known = useRef<Chunks | null>(null);
  const scene = useEditor(shownScene);
  const box = useEditor((state) => cull.of(state));
  const chunks = chunkElements(scene, box, known.current);
  known.current = chunks;

  useLayoutEffect(() => (stage.current ? followView(store, stage.current) : undefined), [store]);
  useLayoutEffect(() => () => pictures.release(), [pictures]);

  return (
    <div class="stage" ref={stage}>
      <div class="ground">
        {chunks.list.map((chunk, index) => (
          <Layer key={index} chunk={chunk} scene={scene} pictures={pictures} />
        ))}
      </div>
    </div>
  );
}

interface LayerProps {
  readonly chunk: Chunk;
  readonly scene: Scene;
  readonly pictures: ElementPictures;
}

/** One run of elements: an SVG of its own, so that the browser paints no other run again with it. */
class Layer extends Component<LayerProps> {
  override shouldComponentUpdate({ chunk }: LayerProps): boolean {
    return chunk !== this.props.chunk;
  }

  override render({ chunk, scene, pictures }: LayerProps) {
    if (chunk.near.length === 0) return null;
    return (
      <svg class="layer" aria-hidden="true">
        {chunk.near.map((element) => pictures.draw(element, scene))}
      </svg>
    );
  }
}
