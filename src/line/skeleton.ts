const DEPTH_LIMIT = 40;
const LENGTH_LIMIT = 60_000;
/** No outline within the length limit has more lines than this. */
const LINES_LIMIT = LENGTH_LIMIT / 5;
/** Attributes whose values LINE's own code writes; all others may hold something of a person. */
const SAFE_VALUES: ReadonlySet<string> = new Set(['type', 'role', 'part']);
const SAFE_VALUE = /^[a-z][a-z-]{0,20}$/;
/** Attributes of which the kind of value is worth knowing. */
const SHAPED_VALUES: ReadonlySet<string> = new Set(['data-id', 'data-timestamp']);
/** A class that holds a digit run or an address may be made from data. */
const SAFE_CLASS = /^[a-z][a-z-]{0,40}\d{0,3}$/i;

/**
 * An outline of a page for a report: elements, names of attributes, classes, the shape of ids. No text and no value that
 * could stem from a person; repeated siblings are counted. At most 60,000 characters.
 */
export function skeletonOf(root: Element): string {
  const lines: string[] = [];
  outline(root, 0, lines);
  return lines.join('\n').slice(0, LENGTH_LIMIT);
}

function outline(element: Element, depth: number, lines: string[]): void {
  if (lines.length >= LINES_LIMIT) return;
  lines.push(`${'  '.repeat(depth)}${lineFor(element)}`);
  if (depth >= DEPTH_LIMIT || ['SCRIPT', 'STYLE', 'svg'].includes(element.nodeName)) return;
  let repeated = 0;
  let previous = '';
  for (const child of element.children) {
    const shape = shapeOf(child);
    repeated = shape === previous ? repeated + 1 : 0;
    previous = shape;
    // Three of a kind show the pattern; a conversation may have thousands.
    if (repeated < 3) outline(child, depth + 1, lines);
    if (repeated === 3) lines.push(`${'  '.repeat(depth + 1)}…`);
  }
}

function lineFor(element: Element): string {
  const attributes = [...element.attributes].map(describeAttribute).join('');
  const ownText = [...element.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent?.trim() ?? '')
    .join('');
  const text = ownText === '' ? '' : ` "${shapeOfText(ownText)}"`;
  return `${element.localName}${attributes}${text}${element.shadowRoot === null ? '' : ' (shadow)'}`;
}

function describeAttribute({ name, value }: Attr): string {
  if (name === 'class')
    return value
      .split(/\s+/)
      .map((part) => `.${SAFE_CLASS.test(part) ? part : '?'}`)
      .join('');
  if (SAFE_VALUES.has(name) && SAFE_VALUE.test(value)) return `[${name}=${value}]`;
  return SHAPED_VALUES.has(name) ? `[${name}~${shapeOfText(value)}]` : `[${name}]`;
}

/** `14:04` becomes `9:9`, `既読` becomes `x`: what kind of text it is, without the text. */
function shapeOfText(text: string): string {
  return (
    text
      // Digits of every script: full-width ones are common in Japanese telephone numbers.
      .replaceAll(/\p{N}+/gu, (digits) => (digits.length > 2 ? `9{${digits.length}}` : '9'))
      .replaceAll(/[^\d\p{P}\s]+/gu, 'x')
      .slice(0, 20)
  );
}

function shapeOf(element: Element): string {
  return `${element.localName}.${element.getAttribute('class')}/${element.childElementCount}`;
}
