import { anchors, anySelector, attributes, chatAnchors, runHeaders } from './anchors.ts';
import { isLanguageKnown } from './known-language.ts';
import { part } from './part.ts';
import { textIn } from './row-margin.ts';

/** Who of the account has sent a run. Null: it does not tell, so that nothing may be promised. */
export type RunSender = 'operator' | 'automatic' | 'broadcast' | null;

const OUTGOING = anySelector('outgoing');
const OPERATOR = anySelector('operator');
/** The name stands at one end of a run, with little beside it. */
const LOOKED_AT = 3;

/** Reads who has sent an outgoing run, from LINE's names above it and from its colours. `row` is one of its rows. */
export function readRunSender(run: Element, row: Element, list: Element): RunSender {
  const names = namesOf(run, row);
  if (names.some((name) => isOneOf(name, runHeaders.automatic))) return 'automatic';
  if (names.some((name) => isOneOf(name, runHeaders.broadcast))) return 'broadcast';
  // In another language any name may be LINE's own for messages that no person wrote.
  if (names.length > 0 && !isLanguageKnown(run.ownerDocument)) return null;
  if (run.matches(OPERATOR)) return 'operator';
  return run.matches(chatAnchors.any('automatic')) ? 'automatic' : senderByColour(run, list);
}

/** Where colours have other names: automatic responses have the colour of the customer's messages. */
function senderByColour(run: Element, list: Element): RunSender {
  const incoming = list.querySelector(`${anchors.run[0]}:not(${OUTGOING})`);
  if (incoming === null || !run.matches(OUTGOING)) return null;
  return [...incoming.classList].every((name) => run.classList.contains(name)) ? 'automatic' : 'operator';
}

function namesOf(run: Element, row: Element): readonly string[] {
  const header = part(run, 'runHeader');
  const texts = header === null ? textsAtEnds(run, row) : [textIn(header)];
  return texts.map((text) => text.trim().toLowerCase()).filter((text) => text !== '');
}

/** What stands in a run before its first row and after its last, where the name has lost its class. */
function textsAtEnds(run: Element, row: Element): readonly string[] {
  const texts: string[] = [];
  for (let inner = row; inner !== run && inner.parentElement !== null; inner = inner.parentElement) {
    const around = inner.parentElement.childNodes;
    const isOther = (node: Node) => node !== inner && !isAlike(node, row);
    for (const ordered of [[...around], [...around].reverse()]) {
      const end = ordered.findIndex((node) => !isOther(node));
      texts.push(...ordered.slice(0, Math.min(end, LOOKED_AT)).map(textIn));
    }
  }
  return texts;
}

/** True for what is a row like this one. */
function isAlike(node: Node, row: Element): boolean {
  return (
    node instanceof Element && (node.className === row.className || node.hasAttribute(attributes.messageId))
  );
}

function isOneOf(text: string, texts: readonly string[]): boolean {
  return texts.includes(text);
}
