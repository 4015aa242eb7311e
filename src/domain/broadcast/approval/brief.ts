import * as v from 'valibot';
import { fromBase64, toBase64 } from '../../policy/signed-file/base64.ts';
import { readUtf8, utf8 } from '../../policy/signed-file/utf8.ts';
import { type ApprovalLook, lookSchema } from './look.ts';
import { type SpokenCode, spokenCodeSchema } from './spoken-code.ts';

/** Longest text that is made or read, in characters. Three messages of 500 letters are a fortieth of it. */
export const LONGEST_BRIEF = 200_000;

const VERSION = 1;
/** What marks the part that counts. Chat programs take `_` and `*` for emphasis: neither occurs. */
const MARKED = /matta-approval-(\d{1,3}):([A-Za-z0-9+/=\s]*)\./;

const briefSchema = v.object({ request: spokenCodeSchema, look: lookSchema });

/** What the operator sends to an approver at another computer: which request, and what is shown of the broadcast. */
export interface ApprovalBrief {
  readonly request: SpokenCode;
  readonly look: ApprovalLook;
}

/** What was pasted. `newer`: another Matta wrote it, of a version that is not known here. */
export type ReadBrief =
  | { readonly kind: 'brief'; readonly brief: ApprovalBrief }
  | { readonly kind: 'none' | 'too-long' | 'newer' | 'damaged' };

/** The brief as one line for a chat; null where it is longer than anybody reads. */
export function briefLine({ request, look }: ApprovalBrief): string | null {
  const line = `matta-approval-${VERSION}:${toBase64(utf8(JSON.stringify({ request, look })))}.`;
  return line.length > LONGEST_BRIEF ? null : line;
}

/** Reads what was pasted, whatever stands before and behind it, and however the chat has broken the line. */
export function readBrief(pasted: string): ReadBrief {
  if (pasted.length > LONGEST_BRIEF + 1_000) return { kind: 'too-long' };
  const [, version, base64] = MARKED.exec(pasted) ?? [];
  if (version === undefined || base64 === undefined) return { kind: isCutOff(pasted) ? 'damaged' : 'none' };
  if (Number(version) > VERSION) return { kind: 'newer' };
  const read = v.safeParse(briefSchema, jsonIn(base64.replaceAll(/\s/g, '')));
  return read.success ? { kind: 'brief', brief: read.output } : { kind: 'damaged' };
}

/** It begins like one, and the end is missing. */
function isCutOff(pasted: string): boolean {
  return pasted.includes('matta-approval-');
}

function jsonIn(base64: string): unknown {
  const bytes = fromBase64(base64);
  const text = bytes === null ? null : readUtf8(bytes);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
