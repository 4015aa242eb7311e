import { nameOf } from '../names.ts';

const STYLE = `
:host { display: block; }
textarea { box-sizing: border-box; display: block; width: 100%; height: 100%; padding: 0; border: 0; outline: 0; resize: none;
  background: transparent; color: #1f2a33; font: inherit; line-height: 1.5; }
textarea::placeholder { color: #a0abb5; }
`;

/** LINE's composer element: an open shadow root that holds the real textarea. */
export class TextareaEx extends HTMLElement {
  readonly input = document.createElement('textarea');

  constructor() {
    super();
    const style = document.createElement('style');
    style.textContent = STYLE;
    this.input.className = nameOf('input');
    this.input.setAttribute('part', 'input');
    this.attachShadow({ mode: 'open' }).append(style, this.input);
  }

  override focus(options?: FocusOptions): void {
    this.input.focus(options);
  }
}
