import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import english from '../public/_locales/en/messages.json' with { type: 'json' };
import { JSON_TEXT_KEYS } from '../src/domain/policy/managed-policy.ts';
import { ACCOUNT_RULE_KEYS, RULE_KEYS, RULES, type RuleKey } from '../src/domain/policy/rules.ts';

/** A part of a JSON schema, of the few words that Chrome understands. */
export interface SchemaPart {
  readonly type: 'integer' | 'number' | 'string' | 'array' | 'object';
  readonly description?: string;
  readonly items?: SchemaPart;
  readonly properties?: Readonly<Record<string, SchemaPart>> | undefined;
  readonly additionalProperties?: SchemaPart;
}

export const MANAGED_SCHEMA = fileURLToPath(new URL('../public/managed-schema.json', import.meta.url));

/** `npm run managed-schema`: writes what the browser is told about the form of a managed policy. */
export async function main(): Promise<number> {
  await writeFile(MANAGED_SCHEMA, managedSchemaText());
  return 0;
}

/** What the file holds. */
export function managedSchemaText(): string {
  const schema = { $schema: 'http://json-schema.org/draft-03/schema#', ...managedSchema() };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/**
 * The schema, made from the table of rules. It says types and no limits: a field that does not fit is dropped by the browser
 * without a word, while Matta reads a value out of its limits, says so and takes the safe one (decision 8).
 */
export function managedSchema(): SchemaPart {
  const rules = propertiesOf(RULE_KEYS);
  const accounts = objectOf(
    'Rules of single accounts, each under its basic id, for example "@bakery".',
    propertiesOf(ACCOUNT_RULE_KEYS),
  );
  const perAccount: SchemaPart = { type: 'object', additionalProperties: accounts };
  const defaults = objectOf('What is recommended and can be changed: fields as outside, not locked.', {
    ...rules,
    accounts: perAccount,
  });
  const keys: SchemaPart = {
    type: 'array',
    description:
      'Names of all other fields of this policy. One that is missing is damaged; one that is not named is released.',
    items: { type: 'string' },
  };
  return { type: 'object', properties: { ...rules, accounts: perAccount, defaults, keys } };
}

function objectOf(description: string, properties: Readonly<Record<string, SchemaPart>>): SchemaPart {
  return { type: 'object', description, properties };
}

function propertiesOf(keys: readonly RuleKey[]): Readonly<Record<string, SchemaPart>> {
  return Object.fromEntries(keys.map((key) => [key, described(key)]));
}

function described(key: RuleKey): SchemaPart {
  const { help, schema } = RULES[key];
  const texts: Readonly<Record<string, { readonly message: string }>> = english;
  const isText = JSON_TEXT_KEYS.includes(key);
  const description = `${texts[help]?.message ?? ''}${isText ? ' As a JSON text.' : ''}`;
  return { ...(isText ? { type: 'string' } : partOf(schema)), description };
}

/** The type of whatever a schema of valibot lets through. */
function partOf(schema: unknown): SchemaPart {
  const read = v.parse(shape, schema);
  switch (read.type) {
    case 'string':
    case 'picklist':
    case 'literal':
      return { type: 'string' };
    case 'number':
      return { type: isSmall(read.pipe) ? 'integer' : 'number' };
    case 'array':
      return { type: 'array', items: partOf(read.item) };
    case 'nullable':
      return partOf(read.wrapped);
    case 'record':
      return { type: 'object', additionalProperties: partOf(read.value) };
    case 'object':
      return { type: 'object', properties: partsOf(read.entries) };
    case 'variant':
      return { type: 'object', properties: Object.assign({}, ...read.options.map(propertiesOfOption)) };
  }
}

/** Chrome's `integer` has 32 bits and drops what is larger, a time in milliseconds for one. */
const LARGEST_INTEGER = 2 ** 31 - 1;
const limit = v.object({
  type: v.literal('max_value'),
  requirement: v.pipe(v.number(), v.maxValue(LARGEST_INTEGER)),
});

function isSmall(pipe: readonly unknown[]): boolean {
  return pipe.some((step) => v.is(limit, step));
}

function partsOf(entries: Readonly<Record<string, unknown>>): Readonly<Record<string, SchemaPart>> {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, partOf(entry)]));
}

function propertiesOfOption(option: unknown): SchemaPart['properties'] {
  return partOf(option).properties;
}

/** What is looked at of a schema of valibot; a pipe has the type of its beginning. */
const shape = v.variant('type', [
  v.object({ type: v.picklist(['string', 'picklist', 'literal']) }),
  v.object({ type: v.literal('number'), pipe: v.optional(v.array(v.unknown()), []) }),
  v.object({ type: v.literal('array'), item: v.unknown() }),
  v.object({ type: v.literal('nullable'), wrapped: v.unknown() }),
  v.object({ type: v.literal('record'), value: v.unknown() }),
  v.object({ type: v.literal('object'), entries: v.record(v.string(), v.unknown()) }),
  v.object({ type: v.literal('variant'), options: v.array(v.unknown()) }),
]);
