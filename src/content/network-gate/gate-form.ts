import { classifyRequest } from '../../line/manager/requests/classify-request.ts';
import { replaceEach } from '../../line/manager/requests/safe-calls.ts';
import type { GateLink } from './gate-link.ts';
import {
  freshNonce,
  getterOf,
  listen,
  NativeFormData,
  nativeSubmit,
  replaceMethods,
} from './page-functions.ts';
import { takeSnapshot } from './snapshot.ts';
import { judge } from './verdict.ts';

const formAction = getterOf(HTMLFormElement.prototype, 'action');
const formMethod = getterOf(HTMLFormElement.prototype, 'method');
const buttonAction = getterOf(HTMLButtonElement.prototype, 'formAction');
const isPrevented = getterOf(Event.prototype, 'defaultPrevented');
const targetOf = getterOf(Event.prototype, 'target');

/** Puts the gate before forms that the browser itself would send to LINE's server. */
export function gateForms(link: GateLink): void {
  function submit(this: HTMLFormElement): void {
    if (!isStopped(link, this, null)) nativeSubmit(this);
  }
  replaceMethods(HTMLFormElement.prototype, { submit });
  // Last of all listeners, so that a page which sends the form by script has prevented the browser by then.
  listen(window, 'submit', () => listen(window, 'submit', stopForm, { once: true }), { capture: true });

  function stopForm(event: Event): void {
    const form = targetOf(event);
    if (isPrevented(event) || !(form instanceof HTMLFormElement) || !(event instanceof SubmitEvent)) return;
    if (isStopped(link, form, event.submitter)) event.preventDefault();
  }
}

/** True when the form was stopped; it is sent later if the answer is that it may. */
function isStopped(link: GateLink, form: HTMLFormElement, submitter: HTMLElement | null): boolean {
  const action = submitter instanceof HTMLButtonElement ? buttonAction(submitter) : formAction(form);
  const url = replaceEach(action, /#[\s\S]*/, '');
  const requestClass = classifyRequest(formMethod(form), url);
  if (requestClass === 'harmless') return false;
  const taken = takeSnapshot(new NativeFormData(form, submitter));
  const text = 'blob' in taken ? null : taken.text;
  const verdict = judge(link, requestClass, url, text);
  if (verdict === 'pass') return false;
  const nonce = freshNonce();
  const go = () => {
    // The fields of a form can be changed while it waits: what was not inspected is not sent.
    if (isUnchanged(form, submitter, text)) sendForm(form, `${url}#${nonce}`, submitter);
    else isStopped(link, form, submitter);
  };
  link.ask(verdict === 'open-lock' ? 'harmless' : 'commit', {
    url,
    body: text,
    nonce,
    go,
    fail: () => undefined,
  });
  return true;
}

function isUnchanged(form: HTMLFormElement, submitter: HTMLElement | null, text: string | null): boolean {
  const taken = takeSnapshot(new NativeFormData(form, submitter));
  return text !== null && !('blob' in taken) && taken.text === text;
}

/** Sends a form as the browser would have, with the name of the button that was pressed. */
function sendForm(form: HTMLFormElement, address: string, submitter: HTMLElement | null): void {
  const before = form.getAttribute('action');
  const pressed = document.createElement('input');
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') {
    pressed.type = 'hidden';
    pressed.name = submitter.name;
    pressed.value = submitter.value;
    form.append(pressed);
  }
  form.setAttribute('action', address);
  nativeSubmit(form);
  pressed.remove();
  if (before === null) form.removeAttribute('action');
  else form.setAttribute('action', before);
}
