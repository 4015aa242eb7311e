import { type Approver, isSamePerson } from './approver.ts';
import { type BlindFacts, factsText, withoutCustom } from './blind-facts.ts';
import { checked, lettersOf, REQUEST_LETTERS, type SpokenCode } from './spoken-code.ts';

/** HMAC-SHA-256. @param key hex digits; @returns 64 hex digits */
export type Mac = (key: string, text: string) => Promise<string>;

/** Changes with the form of the codes, so that one of another form never fits. */
const FORM = 'matta-approval-2';
/** Letters that say who answers which request, having been shown what; the others, but for the check, say what was answered. */
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

/** What is answered, and by whom what was seen. `content`: the digest of what was shown; null where nothing was. */
export interface SeenAnswer {
  readonly facts: BlindFacts;
  readonly content: string | null;
}

/** The code with which an approver answers a request, having looked for the facts without being told. */
export async function answeringCode(
  mac: Mac,
  signer: Signer,
  request: SpokenCode,
  { facts, content }: SeenAnswer,
): Promise<SpokenCode> {
  const [who, what] = await Promise.all([
    whoLetters(mac, signer, request, content),
    mac(signer?.key ?? PRACTICE_KEY, `${FORM} what ${request} ${factsText(facts)}`),
  ]);
  return checked(`${who}${lettersOf(what, WHAT_LETTERS)}`);
}

/**
 * What an answering code says. `differs`: it comes from `person`, to this request, and the answers are others. `unseen`: all is
 * right, but whoever answered was not shown what there is to answer. `wrong`: it answers another request or was made from other
 * content, was made with another passphrase, or is made up; nobody can tell which.
 */
export type CodeJudgement =
  | {
      readonly kind: 'right' | 'differs' | 'own' | 'unseen';
      readonly person: string;
      readonly key: Approver['key'];
      readonly isSeen: boolean;
    }
  | { readonly kind: 'practice' }
  | { readonly kind: 'wrong' };

/** What a code has to answer. `operator`: whoever asked, who cannot answer; `truth`: what is about to be sent; `content`: its digest. */
export interface AskedCode {
  readonly code: SpokenCode;
  readonly operator: string;
  readonly truth: BlindFacts;
  readonly content: string;
}

/** Judges a code against one request. */
export async function judgeAnsweringCode(
  mac: Mac,
  approvers: readonly Approver[],
  asked: AskedCode,
  typed: SpokenCode,
): Promise<CodeJudgement> {
  for (const content of [asked.content, null]) {
    for (const approver of approvers) {
      if (!typed.startsWith(await whoLetters(mac, approver, asked.code, content))) continue;
      return judgeFrom(mac, approver, asked, { typed, content });
    }
    if (typed.startsWith(await whoLetters(mac, null, asked.code, content))) return { kind: 'practice' };
  }
  return { kind: 'wrong' };
}

async function judgeFrom(
  mac: Mac,
  approver: Approver,
  { code, operator, truth }: AskedCode,
  { typed, content }: { readonly typed: SpokenCode; readonly content: string | null },
): Promise<CodeJudgement> {
  const by = { person: approver.name, key: approver.key, isSeen: content !== null };
  if (isSamePerson(by.person, operator)) return { kind: 'own', ...by };
  const facts = by.isSeen ? truth : withoutCustom(truth);
  if (typed !== (await answeringCode(mac, approver, code, { facts, content }))) {
    return { kind: 'differs', ...by };
  }
  return { kind: !by.isSeen && truth.custom.length > 0 ? 'unseen' : 'right', ...by };
}

async function whoLetters(
  mac: Mac,
  signer: Signer,
  request: SpokenCode,
  content: string | null,
): Promise<string> {
  const text = `${FORM} who ${request} ${content ?? 'unseen'}`;
  return lettersOf(await mac(signer?.key ?? PRACTICE_KEY, text), WHO_LETTERS);
}
