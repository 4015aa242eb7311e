/** A new element with text that is never taken for markup. */
export function build<K extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: K,
  text = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
