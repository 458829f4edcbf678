import type { VNode } from 'preact';
import type { SceneElement } from '../../../shared/scene/model/element.ts';
import type { Scene, SceneFile } from '../../../shared/scene/model/scene.ts';
import { renderElement } from './plain-render.ts';
import { toVNode } from './svg-vnode.ts';

/** What elements look like, drawn once for each: an element is another object when anything of it changes. */
export class ElementPictures {
  readonly #drawn = new WeakMap<SceneElement, VNode>();
  readonly #urls = new Map<SceneFile, string>();

  draw(element: SceneElement, scene: Scene): VNode {
    let drawn = this.#drawn.get(element);
    if (drawn === undefined) {
      const node = renderElement(element, scene, (fileId) => this.#urlOf(scene.files[fileId]));
      drawn = toVNode({ ...node, attributes: { ...node.attributes, key: element.id } });
      this.#drawn.set(element, drawn);
    }
    return drawn;
  }

  /** Lets go of the pictures that were made showable. */
  release(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
  }

  #urlOf(file: SceneFile | undefined): string | null {
    if (file === undefined) return null;
    let url = this.#urls.get(file);
    if (url === undefined) {
      url = URL.createObjectURL(new Blob([file.bytes], { type: file.mimeType }));
      this.#urls.set(file, url);
    }
    return url;
  }
}
