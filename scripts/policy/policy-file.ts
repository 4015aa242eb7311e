import type { LayerProblem } from '../../src/domain/policy/layer-problem.ts';
import type { Fields } from '../../src/domain/policy/migrations.ts';
import { readLayer, writeLayer } from '../../src/domain/policy/read-layer.ts';
import { isFields } from '../../src/domain/policy/read-rules.ts';
import { managedSchema } from '../managed-schema.ts';
import { droppedByChrome } from './dropped-by-chrome.ts';
import { InexpressibleValue, type ManagedRules, managedRules } from './managed-rules.ts';
import type { PolicyWords } from './words.ts';

/** More than a browser's policy should hold, and far more than all rules need. */
export const LARGEST_FILE_BYTES = 256 * 1024;

/** A policy file from which nothing is made. */
export class UnusablePolicyFile extends Error {
  override readonly name = 'UnusablePolicyFile';
  /** One sentence each, for whoever has written the file. */
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.reasons = reasons;
  }
}

/**
 * Reads what a supervisor has written: the fields of a policy as Matta stores them, of which all are locked but those in `defaults`.
 * Whatever is unknown or wrong is refused, so that nobody believes in a rule that does nothing. @throws UnusablePolicyFile
 */
export function readPolicyFile(text: string, words: PolicyWords): ManagedRules {
  if (Buffer.byteLength(text) > LARGEST_FILE_BYTES) throw new UnusablePolicyFile([words.tooLarge]);
  const { defaults = {}, ...locked } = fieldsIn(text, words);
  if (!isFields(defaults)) throw new UnusablePolicyFile([words.problem('defaults', 'invalid')]);
  const readLocked = readLayer(locked, 'managed-locked');
  const readDefaults = readLayer(defaults, 'managed-default');
  const reasons = [
    ...readLocked.problems.map((problem) => reasonFor(problem, [], words)),
    ...readDefaults.problems.map((problem) => reasonFor(problem, ['defaults'], words)),
  ];
  if (reasons.length > 0) throw new UnusablePolicyFile(reasons);
  return expressible(
    withoutVersion(writeLayer(readLocked.values)),
    withoutVersion(writeLayer(readDefaults.values)),
    words,
  );
}

function fieldsIn(text: string, words: PolicyWords): Fields {
  const fields = parsed(text.replace(/^\uFEFF/, ''), words);
  if (!isFields(fields)) throw new UnusablePolicyFile([words.noObject]);
  return fields;
}

function parsed(text: string, words: PolicyWords): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnusablePolicyFile([words.noJson(error instanceof Error ? error.message : String(error))]);
  }
}

function reasonFor(
  { account, key, part, kind }: LayerProblem,
  above: readonly string[],
  words: PolicyWords,
): string {
  // A bad name of an account is told of under the key of all accounts.
  const within =
    key === 'accounts' ? [key, account] : [...(account === null ? [] : ['accounts', account]), key];
  const place = [...above, ...within, part];
  const shown = place.filter((name) => name !== null).join(' / ');
  return key === 'keys' && account === null ? words.keysByItself : words.problem(shown, kind);
}

/** Checked against the browser's own schema too: a field that it would drop must not be in the file. */
function expressible(locked: Fields, defaults: Fields, words: PolicyWords): ManagedRules {
  try {
    const rules = managedRules(locked, defaults);
    const dropped = droppedByChrome(rules, managedSchema());
    if (dropped.length === 0) return rules;
    throw new UnusablePolicyFile(dropped.map(words.inexpressible));
  } catch (error) {
    if (error instanceof InexpressibleValue) throw new UnusablePolicyFile([words.inexpressible(error.place)]);
    throw error;
  }
}

function withoutVersion({ version: _, ...fields }: Fields): Fields {
  return fields;
}
