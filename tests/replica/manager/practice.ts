import type { ManagerApp } from './app.ts';
import { filled } from './model/form.ts';
import { requestLog } from './net/transmit.ts';
import type { PartName, PracticeManagerApi } from './practice-manager-api.ts';
import type { Editor } from './view/editor.ts';
import { partNow } from './view/parts.ts';

/** The page that is open has no editor, or none yet. */
export class NoEditorError extends Error {
  override readonly name = 'NoEditorError';
}

/** The part is not on the page now. */
export class NoPartError extends Error {
  override readonly name = 'NoPartError';
}

/** The editor is no `<form>` with these switches. */
export class NoFormError extends Error {
  override readonly name = 'NoFormError';
}

/** Makes `window.practiceManager` for a page. */
export function practiceManagerFor(app: ManagerApp): PracticeManagerApi {
  return {
    fill: (filling) => {
      const editor = editorOf(app);
      editor.show(filled(editor.form, filling));
    },
    element: (name) => partNow(name),
    rect: (name) => middleOf(name),
    press: (name) => pressed(name).click(),
    submit: (how) => {
      const form = editorOf(app).formElement;
      if (form === null) throw new NoFormError('open the page with form=form');
      // A field could be named like the method and hide it.
      Reflect.apply(HTMLFormElement.prototype[how], form, []);
    },
    send: (transport) => editorOf(app).send(transport),
    state: () => app.state(),
    go: (path) => app.go(path),
    requestLog,
  };
}

function editorOf(app: ManagerApp): Editor {
  if (app.editor === null) throw new NoEditorError(`no editor at ${location.pathname}`);
  return app.editor;
}

function pressed(name: PartName): HTMLElement {
  const part = partNow(name);
  if (part === null) throw new NoPartError(`no "${name}" on the page`);
  return part;
}

function middleOf(name: PartName): { readonly x: number; readonly y: number } | null {
  const part = partNow(name);
  if (part === null) return null;
  part.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = part.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
