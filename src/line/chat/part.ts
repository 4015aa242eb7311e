import { type AnchorName, chatAnchors } from './anchors.ts';

/** The first element inside `root` that an anchor names, by its first alternative that matches. */
export function part(root: ParentNode, name: AnchorName): Element | null {
  for (const selector of chatAnchors.alternatives(name)) {
    const found = root.querySelector(selector);
    if (found !== null) return found;
  }
  return null;
}
