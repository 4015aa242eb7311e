import { JSDOM } from 'jsdom';

/** The file is no property list as macOS reads them. */
export class NoPlist extends Error {
  override readonly name = 'NoPlist';
}

/** What a property list in XML holds. A file that is not well-formed is refused by the parser. */
export function readPlist(text: string): unknown {
  const { window } = new JSDOM(text, { contentType: 'text/xml' });
  const [root, ...others] = window.document.documentElement.children;
  if (window.document.documentElement.tagName !== 'plist' || root === undefined || others.length > 0) {
    throw new NoPlist('not one value in a plist');
  }
  return meaningOf(root);
}

function meaningOf(element: Element): unknown {
  const text = element.textContent;
  switch (element.tagName) {
    case 'string':
      return text;
    case 'integer':
      if (!/^-?\d+$/.test(text) || Math.abs(Number(text)) >= 2 ** 31) throw new NoPlist(text);
      return Number(text);
    case 'real':
      return Number(text);
    case 'true':
      return true;
    case 'false':
      return false;
    case 'array':
      return [...element.children].map(meaningOf);
    case 'dict':
      return Object.fromEntries(pairsOf([...element.children]));
    default:
      throw new NoPlist(element.tagName);
  }
}

function pairsOf(children: readonly Element[]): readonly (readonly [string, unknown])[] {
  return children.flatMap((child, index) => {
    const value = children[index + 1];
    if (index % 2 === 1) return [];
    if (child.tagName !== 'key' || value === undefined) throw new NoPlist('a key without its value');
    return [[child.textContent, meaningOf(value)] as const];
  });
}
