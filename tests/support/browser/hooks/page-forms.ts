import type { PageTools } from './page-tools.ts';

export interface FormCase {
  readonly name: string;
  /** How many requests arrive. */
  readonly arriving: number;
  /** Runs inside of the page, so it stands alone. */
  readonly act: (given: null) => void;
}

/** Ways in which pages send forms. */
export const FORM_CASES: readonly FormCase[] = [
  {
    name: 'by a press on its button, which has a name',
    arriving: 1,
    act: () => window.makeForm({ button: { name: 'how', value: 'pressed' } }).button.click(),
  },
  {
    name: 'by a press on an input that submits',
    arriving: 1,
    act: () => window.makeForm({ input: { type: 'submit', name: 'how', value: 'pressed' } }).button.click(),
  },
  {
    name: 'by a press on a picture',
    arriving: 1,
    act: () => window.makeForm({ input: { type: 'image', name: 'how' } }).button.click(),
  },
  {
    name: 'by a button with an address, method and form of its own',
    arriving: 1,
    act: () => {
      const { form, button } = window.makeForm({
        button: {
          formaction: `${window.hooks.commit}/other/echo`,
          formmethod: 'POST',
          formenctype: 'multipart/form-data',
        },
      });
      form.method = 'get';
      form.action = '/elsewhere';
      button.click();
    },
  },
  {
    name: 'by script, with and without its button',
    arriving: 2,
    act: () => {
      window.makeForm({ button: { name: 'how', value: 'pressed' } }).form.submit();
      const { form, button } = window.makeForm({ button: { name: 'how', value: 'requested' } });
      form.requestSubmit(button);
    },
  },
  {
    name: 'whose fields have the names of its methods',
    arriving: 1,
    act: () => {
      const { form, button } = window.makeForm({ button: {} });
      for (const name of [
        'append',
        'getAttribute',
        'setAttribute',
        'removeAttribute',
        'action',
        'method',
        'submit',
      ]) {
        const field = form.appendChild(document.createElement('input'));
        Object.assign(field, { name, value: name });
      }
      button.click();
    },
  },
  {
    name: 'whose fields change while it waits',
    arriving: 1,
    act: () => {
      const { form, button } = window.makeForm({ button: {} });
      button.click();
      const field = form.querySelector('input');
      // Where nothing waits, the browser has read the form by the next task.
      setTimeout(() => Object.assign(field ?? {}, { value: 'SCHEDULED' }));
    },
  },
  {
    name: 'that is taken from the page while it waits',
    arriving: 1,
    act: () => {
      const { form, button } = window.makeForm({ button: {} });
      button.click();
      setTimeout(() => form.remove());
    },
  },
  {
    name: 'that the page sends by script itself',
    arriving: 1,
    act: () => {
      const { form, button } = window.makeForm({ button: {} });
      addEventListener(
        'submit',
        (event) => {
          event.preventDefault();
          void fetch(`${window.hooks.commit}/echo`, { method: 'POST', body: window.hooks.draft });
        },
        { once: true },
      );
      button.click();
      form.remove();
    },
  },
  {
    name: 'in another form of writing, with lines',
    arriving: 1,
    act: () => {
      const { form, button } = window.makeForm({ button: {} });
      form.enctype = 'text/plain';
      form.acceptCharset = 'utf-8';
      const field = form.appendChild(document.createElement('textarea'));
      Object.assign(field, { name: 'lines', value: 'パン\n二行' });
      button.click();
    },
  },
  {
    name: 'that reads',
    arriving: 1,
    act: () => {
      const { form, button } = window.makeForm({ button: {} });
      form.method = 'get';
      button.click();
    },
  },
  {
    name: 'that only closes a dialog',
    arriving: 0,
    act: () => {
      const { form, button } = window.makeForm({ button: {} });
      form.method = 'dialog';
      button.click();
    },
  },
];

/** Runs inside of the page, so it stands alone. */
export function installForms(): void {
  let count = 0;
  const makeForm: Window['makeForm'] = (inside) => {
    count += 1;
    const frame = document.body.appendChild(document.createElement('iframe'));
    const form = document.body.appendChild(document.createElement('form'));
    const { commit, draft } = window.hooks;
    frame.name = `answer-${count}`;
    Object.assign(form, { method: 'post', action: `${commit}/echo`, target: frame.name });
    for (const [name, value] of Object.entries<unknown>(JSON.parse(draft))) {
      const field = form.appendChild(document.createElement('input'));
      Object.assign(field, {
        type: 'hidden',
        name,
        value: typeof value === 'string' ? value : JSON.stringify(value),
      });
    }
    const [[tag, attributes] = ['button', {}]] = Object.entries(inside);
    const button = form.appendChild(document.createElement(tag));
    for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
    return { form, button };
  };
  Object.assign(window, { makeForm });
}

declare global {
  interface Window {
    readonly hooks: PageTools;
    /** A form that posts a draft into a hidden frame of its own; with its button, by tag and attributes. */
    makeForm(inside: Readonly<Record<string, Readonly<Record<string, string>>>>): {
      readonly form: HTMLFormElement;
      readonly button: HTMLElement;
    };
  }
}
