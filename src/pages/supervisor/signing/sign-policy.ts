import { NotADay, startOfDay } from '../../../domain/calendar.ts';
import { DAY } from '../../../domain/clock.ts';
import type { LayerProblem } from '../../../domain/policy/layer-problem.ts';
import type { Fields } from '../../../domain/policy/migrations.ts';
import { saysSomething } from '../../../domain/policy/policy-text.ts';
import { readLayer } from '../../../domain/policy/read-layer.ts';
import { isFields } from '../../../domain/policy/read-rules.ts';
import { makeSignedFile, SignedFileTooLarge } from '../../../domain/policy/signed-file/make-signed-file.ts';
import { LARGEST_COUNTER } from '../../../domain/policy/signed-file/signed-file.ts';
import { readStrictJson } from '../../../domain/policy/signed-file/strict-json.ts';
import { signBytes } from '../../../platform/signing.ts';
import { readKey, storeKey } from './signing-key.ts';
import type { SigningPorts } from './signing-ports.ts';

/** What a supervisor wants to hand out. */
export interface SignWish {
  /** The layer as JSON; null: a release. */
  readonly policyText: string | null;
  readonly counter: number;
  /** The last day, as `2027-01-31`, to its end on this computer. */
  readonly lastDay: string;
}

/** `empty`: the rules decide nothing. `used`: a file of this counter or a higher one was signed here already. */
export type SignAnswer =
  | { readonly result: 'saved'; readonly counter: number }
  | { readonly result: 'not-a-policy' | 'empty' | 'used' | 'no-counter' | 'past' | 'too-large' | 'no-key' }
  | { readonly result: 'problems'; readonly problems: readonly LayerProblem[] };

/** What a newer version may understand is no reason not to sign; what is wrong would bind people to the strictest. */
const HARMLESS: readonly LayerProblem['kind'][] = ['unknown', 'newer'];

/** Signs, and lets the browser save the file. @throws what the browser throws */
export async function signPolicy(wish: SignWish, ports: SigningPorts): Promise<SignAnswer> {
  const { policyText, counter, lastDay } = wish;
  // Read anew: another window may have signed meanwhile.
  const key = await readKey(ports);
  if (key === null) return { result: 'no-key' };
  if (!Number.isSafeInteger(counter) || counter < 1 || counter > LARGEST_COUNTER)
    return { result: 'no-counter' };
  if (counter <= key.counter) return { result: 'used' };
  const issuedAt = ports.clock.now();
  const notAfter = endOfDay(lastDay);
  if (notAfter === null || notAfter <= issuedAt) return { result: 'past' };
  const policy = policyText === null ? null : policyIn(policyText);
  if (policy !== null && 'result' in policy) return policy;
  const { company, companyName, publicKey, privateKey } = key;
  const shared = { company, companyName, counter, issuedAt, notAfter };
  const payload =
    policy === null
      ? ({ ...shared, kind: 'release' } as const)
      : ({ ...shared, kind: 'policy', ...policy } as const);
  try {
    const text = await makeSignedFile(payload, publicKey, (bytes) => signBytes(privateKey, bytes));
    // The counter first: a number that is lost costs nothing, one that is used twice would be refused.
    await storeKey(ports, { ...key, counter });
    ports.saveFile(`matta-${payload.kind}-${counter}.json`, text);
    return { result: 'saved', counter };
  } catch (error) {
    if (error instanceof SignedFileTooLarge) return { result: 'too-large' };
    throw error;
  }
}

function policyIn(text: string): { readonly policy: Fields } | SignAnswer {
  const json = readStrictJson(text);
  if (!json.ok || !isFields(json.value)) return { result: 'not-a-policy' };
  const { values, problems } = readLayer(json.value, 'signed');
  const faults = problems.filter(({ kind }) => !HARMLESS.includes(kind));
  if (faults.length > 0) return { result: 'problems', problems: faults };
  // It would take away what an earlier file has decided; whoever wants that makes a release.
  return saysSomething(values) ? { policy: json.value } : { result: 'empty' };
}

function endOfDay(day: string): number | null {
  try {
    return startOfDay(day) + DAY - 1;
  } catch (error) {
    if (error instanceof NotADay) return null;
    throw error;
  }
}
