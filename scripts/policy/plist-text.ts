/** What a property list can hold of ours. */
export type PlistValue =
  | string
  | number
  | boolean
  | readonly PlistValue[]
  | { readonly [name: string]: PlistValue };

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
`;

/** A property list as XML. Texts must be free of control characters other than line breaks and tabs. */
export function plistText(value: PlistValue): string {
  return `${HEAD}${elements(value, '').join('\n')}\n</plist>\n`;
}

function elements(value: PlistValue, indent: string): readonly string[] {
  if (typeof value === 'string') return [`${indent}<string>${escaped(value)}</string>`];
  if (typeof value === 'boolean') return [`${indent}<${value}/>`];
  // macOS hands a whole number over as 32 bits.
  if (typeof value === 'number') {
    const tag = Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'integer' : 'real';
    return [`${indent}<${tag}>${value}</${tag}>`];
  }
  const deeper = `${indent}  `;
  if (isList(value)) {
    return [`${indent}<array>`, ...value.flatMap((entry) => elements(entry, deeper)), `${indent}</array>`];
  }
  const entries = Object.entries(value).flatMap(([name, entry]) => [
    `${deeper}<key>${escaped(name)}</key>`,
    ...elements(entry, deeper),
  ]);
  return [`${indent}<dict>`, ...entries, `${indent}</dict>`];
}

function isList(value: PlistValue): value is readonly PlistValue[] {
  return Array.isArray(value);
}

/** A carriage return would be read as a line feed if it stood there itself. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
