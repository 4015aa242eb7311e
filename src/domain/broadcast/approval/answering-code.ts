import { type Approver, isSamePerson } from './approver.ts';
import { type BlindFacts, factsText } from './blind-facts.ts';
import { checked, lettersOf, REQUEST_LETTERS, type SpokenCode } from './spoken-code.ts';

/** HMAC-SHA-256. @param key hex digits; @returns 64 hex digits */
export type Mac = (key: string, text: string) => Promise<string>;

/** Changes with the form of the codes, so that one of another form never fits. */
const FORM = 'matta-approval-1';
/** Letters that say who answers which request; the others, but for the check, say what was answered. */
const WHO_LETTERS = 4;
const WHAT_LETTERS = 7;
/** The key of practice. Nobody has a passphrase that leads to it. */
const PRACTICE_KEY = '0'.repeat(64);

/** Whose code it is; the key is null in practice, where anybody may answer. */
type Signer = Pick<Approver, 'key'> | null;

/**
 * The code that names one request for approval. It depends on everything that a person answers for, and on a key of its own, so
 * that the same broadcast asked for again has another one and an earlier answer is worth nothing.
 * @param requestKey hex digits that nobody can guess
 */
export async function requestCode(mac: Mac, requestKey: string, fingerprint: string): Promise<SpokenCode> {
  return checked(lettersOf(await mac(requestKey, `${FORM} request ${fingerprint}`), REQUEST_LETTERS - 1));
}

/** The code with which an approver answers a request, having looked for the facts without being told. */
export async function answeringCode(
  mac: Mac,
  signer: Signer,
  request: SpokenCode,
  facts: BlindFacts,
): Promise<SpokenCode> {
  const [who, what] = await Promise.all([
    whoLetters(mac, signer, request),
    mac(signer?.key ?? PRACTICE_KEY, `${FORM} what ${request} ${factsText(facts)}`),
  ]);
  return checked(`${who}${lettersOf(what, WHAT_LETTERS)}`);
}

/**
 * What an answering code says. `differs`: it comes from `person`, to this request, and the answers are others. `wrong`: it answers
 * another request, was made with another passphrase, or is made up; nobody can tell which.
 */
export type CodeJudgement =
  | { readonly kind: 'right' | 'differs' | 'own'; readonly person: string; readonly key: Approver['key'] }
  | { readonly kind: 'practice' | 'wrong' };

/** Judges a code against one request. @param operator whoever asked, who cannot answer; @param truth what is about to be sent */
export async function judgeAnsweringCode(
  mac: Mac,
  approvers: readonly Approver[],
  {
    code,
    operator,
    truth,
  }: { readonly code: SpokenCode; readonly operator: string; readonly truth: BlindFacts },
  typed: SpokenCode,
): Promise<CodeJudgement> {
  for (const approver of approvers) {
    if (!typed.startsWith(await whoLetters(mac, approver, code))) continue;
    const { name: person, key } = approver;
    if (isSamePerson(person, operator)) return { kind: 'own', person, key };
    return {
      kind: typed === (await answeringCode(mac, approver, code, truth)) ? 'right' : 'differs',
      person,
      key,
    };
  }
  return { kind: typed.startsWith(await whoLetters(mac, null, code)) ? 'practice' : 'wrong' };
}

async function whoLetters(mac: Mac, signer: Signer, request: SpokenCode): Promise<string> {
  return lettersOf(await mac(signer?.key ?? PRACTICE_KEY, `${FORM} who ${request}`), WHO_LETTERS);
}
