import { codeAt, createNull, decodePart, ownKeys, replaceEach, sliceText } from './safe-calls.ts';

const AND = 0x26;
const EQUALS = 0x3d;

/**
 * The fields of a body that a form has encoded for an address (`a=1&b=2`), by their decoded names. Undefined for what is
 * none, or names a field twice: two readers may take different ones of the two.
 */
export function formFields(body: string): Readonly<Record<string, unknown>> | undefined {
  const fields = createNull(null);
  let start = 0;
  for (let at = 0; at <= body.length; at += 1) {
    if (at < body.length && codeAt(body, at) !== AND) continue;
    const part = sliceText(body, start, at);
    start = at + 1;
    if (part !== '' && !addField(fields, part)) return undefined;
  }
  return ownKeys(fields).length === 0 ? undefined : fields;
}

function addField(fields: Record<string, unknown>, part: string): boolean {
  let middle = 0;
  while (middle < part.length && codeAt(part, middle) !== EQUALS) middle += 1;
  if (middle === part.length) return false;
  const name = decoded(sliceText(part, 0, middle));
  const value = decoded(sliceText(part, middle + 1));
  if (name === undefined || value === undefined || name in fields) return false;
  fields[name] = value;
  return true;
}

function decoded(text: string): string | undefined {
  try {
    return decodePart(replaceEach(text, /\+/, ' '));
  } catch {
    return undefined;
  }
}
