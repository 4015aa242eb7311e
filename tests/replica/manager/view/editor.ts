import { switches } from '../active-switches.ts';
import { element, withAttributes } from '../dom.ts';
import { labels } from '../locale.ts';
import { type BroadcastForm, missingIn } from '../model/form.ts';
import { fieldsOf, isTaken, type ManagerInterface, type TestTarget } from '../net/interface.ts';
import type { Reply } from '../net/message.ts';
import type { RequestEnd, Transport } from '../practice-manager-api.ts';
import { ActionGroups } from './action-group.ts';
import { advancedSection } from './advanced-section.ts';
import { confirmSending, openTestDialog } from './dialogs.ts';
import { errorText } from './error-text.ts';
import { messageSection } from './message-section.ts';
import { buttonsCanSubmit } from './pressable.ts';
import { receiversSection } from './receivers-section.ts';
import type { SectionEvents } from './section-events.ts';
import { timeSection } from './time-section.ts';

export interface EditorEvents {
  /** A draft has its id now, the same as before or a new one. */
  readonly onDraft: (id: string) => void;
  readonly onTest: () => void;
  /** The broadcast went out, or will. */
  readonly onSent: (when: BroadcastForm['when']) => void;
}

/** The page on which a broadcast is written. What was written stays whatever the server answers. */
export class Editor {
  readonly element = element('div', 'editor');
  readonly #interface: ManagerInterface;
  readonly #events: EditorEvents;
  readonly #actions: ActionGroups;
  readonly #alert = withAttributes(element('div', 'alert alert-danger'), { role: 'alert', hidden: '' });
  readonly #sections = element('div', 'sections');
  readonly #frame = element(switches.form === 'form' ? 'form' : 'div', 'editor-frame');
  #form: BroadcastForm;
  #id: string | null;
  #underWay = 0;

  constructor(
    start: { readonly form: BroadcastForm; readonly id: string | null },
    manager: ManagerInterface,
    events: EditorEvents,
    signal: AbortSignal,
  ) {
    this.#form = start.form;
    this.#id = start.id;
    this.#interface = manager;
    this.#events = events;
    this.#actions = new ActionGroups(
      { onDraft: () => this.#saveDraft(), onTest: () => this.#test(), onSend: () => this.#pressSend() },
      signal,
    );
    this.#assemble();
  }

  get form(): BroadcastForm {
    return this.#form;
  }

  /** What the page shows as wrong; null without an error. */
  get error(): string | null {
    return this.#alert.hidden ? null : this.#alert.textContent;
  }

  /** The form element, where the switches give the page one. */
  get formElement(): HTMLFormElement | null {
    return this.#frame instanceof HTMLFormElement ? this.#frame : null;
  }

  /** Writes the whole form anew. */
  show(form: BroadcastForm): void {
    this.#form = form;
    const events: SectionEvents = {
      onWrite: (change) => {
        this.#form = { ...this.#form, ...change };
      },
      onRedraw: (change) => this.show({ ...this.#form, ...change }),
    };
    this.#sections.replaceChildren(
      receiversSection(form, events),
      timeSection(form, events),
      advancedSection(form, events),
      messageSection(form, events, () => this.#form),
    );
  }

  /** Commits as the confirmed press does, by another transport if one is given. */
  async send(transport?: Transport): Promise<RequestEnd> {
    const { when } = this.#form;
    const reply = await this.#ask(this.#interface.commit(this.#form, this.#id, transport));
    if (isTaken(reply)) this.#events.onSent(when);
    return reply.end;
  }

  #assemble(): void {
    const title = element('h2', 'page-title', labels.menu.create);
    const head = element('div', 'page-header', title, this.#actions.top);
    this.#frame.append(head, this.#alert, this.#sections, this.#actions.bottom);
    const form = this.formElement;
    if (form !== null) this.#makeSubmittable(form);
    this.element.append(this.#frame);
    this.show(this.#form);
  }

  /** A real form: Enter in a field submits it, and without its script it would post itself to the server. */
  #makeSubmittable(form: HTMLFormElement): void {
    form.method = 'post';
    form.action = this.#interface.commitAddress(this.#id);
    form.noValidate = true;
    // Without a native submit button, Enter would do nothing in a form with several fields.
    if (!buttonsCanSubmit) form.append(withAttributes(element('input'), { type: 'submit', hidden: '' }));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#askBeforeSending();
    });
  }

  #pressSend(): void {
    const form = this.formElement;
    if (form === null) this.#askBeforeSending();
    else form.requestSubmit();
  }

  #askBeforeSending(): void {
    if (this.#underWay > 0 || !this.#isComplete()) return;
    confirmSending(this.#form, () => void this.send());
  }

  #test(): void {
    if (this.#isComplete()) openTestDialog((target) => void this.#sendTest(target));
  }

  async #sendTest(target: TestTarget): Promise<void> {
    if (isTaken(await this.#ask(this.#interface.sendTest(this.#form, target)))) this.#events.onTest();
  }

  #saveDraft(): void {
    void this.#ask(this.#interface.saveDraft(this.#form, this.#id)).then((reply) => {
      const { id } = fieldsOf(reply);
      if (!isTaken(reply) || typeof id !== 'string') return;
      this.#id = id;
      if (this.formElement !== null) this.formElement.action = this.#interface.commitAddress(id);
      this.#events.onDraft(id);
    });
  }

  #isComplete(): boolean {
    const missing = missingIn(this.#form);
    this.#showError(missing === null ? null : labels.errors[missing]);
    return missing === null;
  }

  async #ask(asking: Promise<Reply>): Promise<Reply> {
    this.#showError(null);
    this.#underWay += 1;
    this.#actions.setBusy(true);
    const reply = await asking;
    this.#underWay -= 1;
    this.#actions.setBusy(this.#underWay > 0);
    if (!isTaken(reply)) this.#showError(errorText(reply.end));
    return reply;
  }

  #showError(text: string | null): void {
    this.#alert.textContent = text;
    this.#alert.hidden = text === null;
  }
}
