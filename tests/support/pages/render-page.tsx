import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished, vi } from 'vitest';
import { type Texts, TextsProvider } from '../../../src/pages/texts.ts';
import { japaneseTexts } from './japanese-texts.ts';

/** A page of Matta's in the test's document, until the test ends. */
export interface RenderedPage {
  readonly root: HTMLElement;
  /** Everything a reader sees, without gaps. */
  text(): string;
  /** The only element that fits. Throws when there is none, or more than one. */
  find<E extends HTMLElement = HTMLElement>(selector: string): E;
  all(selector: string): readonly HTMLElement[];
  /** The button with these words. */
  button(words: string): HTMLButtonElement;
  click(element: HTMLElement): Promise<void>;
  /** Types into a field and leaves it. */
  enter(field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, value: string): Promise<void>;
  /** Lets time pass; timers that are due run. Needs fake timers. */
  pass(ms: number): Promise<void>;
  /** Draws the page again, with other texts. */
  redraw(element: ComponentChild, texts: Texts): Promise<void>;
  close(): Promise<void>;
}

/** Shows `element` with the Japanese texts and waits until it has settled. */
export async function renderPage(element: ComponentChild): Promise<RenderedPage> {
  const root = document.createElement('div');
  document.body.append(root);
  onTestFinished(async () => {
    // Effects that are still due would run when the test's document is gone.
    await act(() => render(null, root));
    root.remove();
  });
  const settle = async (action: () => unknown) => {
    await act(async () => void (await action()));
    // What was drawn only now may have asked for something, and the answer be drawn in turn.
    await act(async () => void (await vi.advanceTimersByTimeAsync(0)));
  };
  const draw = (drawn: ComponentChild, texts: Texts) =>
    settle(() => render(<TextsProvider value={texts}>{drawn}</TextsProvider>, root));
  await draw(element, japaneseTexts);
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  return {
    root,
    all,
    text: () => root.textContent ?? '',
    find: <E extends HTMLElement>(selector: string): E => only(root.querySelectorAll<E>(selector), selector),
    button: (words) =>
      only(
        [...root.querySelectorAll('button')].filter((candidate) => candidate.textContent === words),
        words,
      ),
    click: (target) => settle(() => target.click()),
    enter: (field, value) =>
      settle(() => {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }),
    pass: (ms) => settle(() => vi.advanceTimersByTimeAsync(ms)),
    redraw: draw,
    close: () => settle(() => render(null, root)),
  };
}

function only<E>(found: ArrayLike<E>, wanted: string): E {
  const [first, second] = Array.from(found);
  if (first === undefined || second !== undefined) throw new NotOne(wanted, found.length);
  return first;
}

/** A test looked for one element and found none or several. */
export class NotOne extends Error {
  override readonly name = 'NotOne';
  constructor(wanted: string, count: number) {
    super(`expected one of "${wanted}", found ${count}`);
  }
}
