import { classifyRequest } from '../../line/manager/requests/classify-request.ts';
import { createNull, replaceEach, uncurry } from '../../line/manager/requests/safe-calls.ts';
import { sendAsForm, type WishedForm, wishedForm } from './form-request.ts';
import type { GateLink } from './gate-link.ts';
import { freshNonce, getterOf, isForm, listen, nativeSubmit, replaceMethods } from './page-functions.ts';
import { takeSnapshot } from './snapshot.ts';
import { judge } from './verdict.ts';

const isPrevented = getterOf(Event.prototype, 'defaultPrevented');
const targetOf = getterOf(Event.prototype, 'target');
const submitterOf = getterOf(SubmitEvent.prototype, 'submitter');
const prevent = uncurry(Event.prototype.preventDefault);

/** Without a prototype, from which it would inherit `passive` once a script has put that there. */
const once = createNull(null);
once['once'] = true;

/** Puts the gate before forms that the browser itself would send to LINE's server. */
export function gateForms(link: GateLink): void {
  function submit(this: HTMLFormElement): void {
    if (!isStopped(link, wishedForm(this, null))) nativeSubmit(this);
  }
  replaceMethods(HTMLFormElement.prototype, { submit });
  // Last of all listeners, so that a page which sends the form by script has prevented the browser by then.
  listen(window, 'submit', () => listen(window, 'submit', stopForm, once), { capture: true });

  function stopForm(event: Event): void {
    const form = targetOf(event);
    if (isPrevented(event) || !isForm(form)) return;
    if (isStopped(link, wishedForm(form, submitterIn(event)))) prevent(event);
  }
}

/** Null for an event that a script has made, without a button. */
function submitterIn(event: Event): HTMLElement | null {
  try {
    return submitterOf(event as SubmitEvent);
  } catch {
    return null;
  }
}

/** True when the form was stopped; what it said then is sent later if the answer is that it may. */
function isStopped(link: GateLink, wished: WishedForm | null): boolean {
  if (wished === null) return false;
  const url = replaceEach(wished.address, /#[\s\S]*/, '');
  const requestClass = classifyRequest('POST', url);
  if (requestClass === 'harmless') return false;
  const taken = takeSnapshot(wished.fields);
  const text = 'blob' in taken ? null : taken.text;
  const verdict = judge(link, requestClass, url, text);
  if (verdict === 'pass') return false;
  const nonce = freshNonce();
  const go = () => sendAsForm(wished, `${url}#${nonce}`);
  const kind = verdict === 'open-lock' ? 'harmless' : 'commit';
  link.ask(kind, { url, body: text, nonce, go, fail: () => undefined });
  return true;
}
