/**
 * A text that two values share exactly when they say the same, whatever the order of their fields. For values that a schema
 * has let through: they are as deep as their schema.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const fields = Object.entries(value).map(
    ([key, field]) => `${JSON.stringify(key)}:${canonicalText(field)}`,
  );
  return `{${fields.toSorted().join()}}`;
}

/** True when both say the same. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return canonicalText(a) === canonicalText(b);
}
