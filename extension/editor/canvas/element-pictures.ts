import type { VNode } from 'preact';
import type { SceneElement } from '../../../shared/scene/model/element.ts';
import type { Scene, SceneFile } from '../../../shared/scene/model/scene.ts';
import { lookDependsOn, renderElement } from '../../../shared/scene/render/render-element.ts';
import { toVNode } from './svg-vnode.ts';

interface Drawn {
  readonly vnode: VNode;
  readonly of: readonly unknown[];
}

/** What elements look like, drawn again only when something that the look depends on is another object. */
export class ElementPictures {
  readonly #drawn = new WeakMap<SceneElement, Drawn>();
  readonly #urls = new Map<SceneFile, string>();

  draw(element: SceneElement, scene: Scene): VNode {
    const of = lookDependsOn(element, scene);
    const known = this.#drawn.get(element);
    if (known?.of.every((one, index) => one === of[index])) return known.vnode;
    const node = renderElement(element, scene, (fileId) => this.#urlOf(scene.files[fileId]));
    const vnode = toVNode({ ...node, attributes: { ...node.attributes, key: element.id } });
    this.#drawn.set(element, { vnode, of });
    return vnode;
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
