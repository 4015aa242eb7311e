import { element, setAttributes } from '../dom.ts';
import { groupPortrait, portrait, shopPortrait } from '../pictures/portrait.ts';

export type AvatarKind = 'person' | 'group' | 'shop';

const drawn = new Map<string, string>();

/** The address of an avatar; drawn once for each name. */
export function avatarAddress(kind: AvatarKind, name: string): string {
  const key = `${kind} ${name}`;
  const address = drawn.get(key) ?? draw(kind, name);
  drawn.set(key, address);
  return address;
}

/** An avatar image. */
export function avatarImage(kind: AvatarKind, name: string, classes = ''): HTMLImageElement {
  const image = element('img', classes);
  showAvatar(image, kind, name);
  return image;
}

/** Makes an image show somebody else. */
export function showAvatar(image: HTMLImageElement, kind: AvatarKind, name: string): void {
  setAttributes(image, { src: avatarAddress(kind, name), alt: name });
}

function draw(kind: AvatarKind, name: string): string {
  switch (kind) {
    case 'person':
      return portrait(name);
    case 'group':
      return groupPortrait(name);
    case 'shop':
      return shopPortrait();
  }
}
