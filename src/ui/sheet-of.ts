/** A style sheet for a shadow root; it needs no permission of the page's, and no element. */
export function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
