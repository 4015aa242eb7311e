import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MANAGED_SCHEMA, managedSchemaText } from '../../scripts/managed-schema.ts';
import { MANAGED_KEYS } from '../../src/domain/policy/managed-policy.ts';

const kept = readFileSync(MANAGED_SCHEMA, 'utf8');
const schema: Readonly<Record<string, unknown>> = JSON.parse(kept);

test('the schema of managed policies is the one that the table of rules makes: npm run managed-schema', () => {
  expect(kept).toBe(managedSchemaText());
});

test('it has every field that is read, and no others', () => {
  expect(Object.keys(Object(schema['properties'])).toSorted()).toEqual(MANAGED_KEYS.toSorted());
});

test('it has what Chrome takes: no free names at the top, and no limits that would make a field vanish', () => {
  expect(Object.keys(schema)).toEqual(['$schema', 'type', 'properties']);
  expect(kept).not.toMatch(/"(?:enum|minimum|maximum|pattern|\$ref|required)":/);
});

test('a time in milliseconds is no integer, which has 32 bits in Chrome and would vanish', () => {
  const { windows, largeAudience } = Object(schema['properties']);
  expect(windows.additionalProperties.properties.checkedAt.type).toBe('number');
  expect(largeAudience.type).toBe('integer');
});
