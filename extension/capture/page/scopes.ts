/** A tree that has style sheets and animations of its own. */
export type Scope = Document | ShadowRoot;

/** This document, its open shadow roots and its frames of the same origin, to any depth. */
export function listScopes(root: Scope = document): readonly Scope[] {
  const scopes: Scope[] = [root];
  for (const element of root.querySelectorAll('*')) {
    const inner = element.shadowRoot ?? frameDocument(element);
    if (inner) scopes.push(...listScopes(inner));
  }
  return scopes;
}

/** The document in a frame, where the page itself could reach it. */
export function frameDocument(element: Element): Document | undefined {
  const isFrame = element.localName === 'iframe' || element.localName === 'frame';
  if (!isFrame) return undefined;
  try {
    return (element as HTMLIFrameElement).contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** The element around this one as it is drawn: out of slots, shadow roots and frames. */
export function parentOf(element: Element): Element | undefined {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if (isShadowRoot(root)) return root.host;
  return frameOf(element.ownerDocument);
}

/** The frame that shows this document; undefined for the one in the window. */
export function frameOf(shown: Document): Element | undefined {
  try {
    return shown.defaultView?.frameElement ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whether `outer` is `element` or around it. */
export function isAround(outer: Element, element: Element): boolean {
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    if (at === outer) return true;
  }
  return false;
}

/** By its kind, for a frame's nodes are of classes of its own. */
function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}
