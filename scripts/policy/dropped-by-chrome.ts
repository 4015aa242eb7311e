import type { SchemaPart } from '../managed-schema.ts';

/** Chrome's `integer` has 32 bits. */
const INTEGER_LIMIT = 2 ** 31;

/**
 * Where a value does not fit the schema of managed policies, as paths like `accounts / @bakery / largeAudience`. The browser would drop
 * the whole top-level field around each without a word.
 */
export function droppedByChrome(
  given: unknown,
  part: SchemaPart,
  path: readonly string[] = [],
): readonly string[] {
  if (!hasType(given, part.type)) return [path.join(' / ')];
  const { items, properties = {}, additionalProperties } = part;
  if (Array.isArray(given)) {
    return items === undefined
      ? []
      : given.flatMap((entry, index) => droppedByChrome(entry, items, [...path, String(index + 1)]));
  }
  if (part.type !== 'object') return [];
  return Object.entries(Object(given)).flatMap(([name, entry]) => {
    const named = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    const place = [...path, name];
    return named === undefined ? [place.join(' / ')] : droppedByChrome(entry, named, place);
  });
}

function hasType(given: unknown, type: SchemaPart['type']): boolean {
  switch (type) {
    case 'integer':
      return typeof given === 'number' && Number.isInteger(given) && Math.abs(given) < INTEGER_LIMIT;
    case 'array':
      return Array.isArray(given);
    case 'object':
      return typeof given === 'object' && given !== null && !Array.isArray(given);
    case 'number':
      return Number.isFinite(given);
    case 'string':
      return typeof given === 'string';
  }
}
