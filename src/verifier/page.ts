/** The stand-alone page: one file, which works without Matta and without a network. */
import { sha256 } from '../platform/digest.ts';
import { isSignedBy } from '../platform/signing.ts';
import { reportOn } from './report.ts';
import { readKeys, type Told, tell } from './tell.ts';
import type { Words } from './words.ts';
import { ENGLISH } from './words-en.ts';
import { JAPANESE } from './words-ja.ts';

const LANGUAGES: readonly (readonly [string, Words])[] = [
  ['日本語', JAPANESE],
  ['English', ENGLISH],
];

/** What was chosen and typed; kept when the language changes. */
let file: File | null = null;
let typedKeys = '';
/** Counts checks, so that a slow one does not show its verdict over that of a later one. */
let newest = 0;

show(navigator.language.startsWith('ja') ? JAPANESE : ENGLISH);

function show(words: Words): void {
  document.documentElement.lang = words.tag;
  document.title = words.title;
  const chooser = element('input', { type: 'file', id: 'file', accept: '.jsonl' });
  const keys = element('textarea', { id: 'keys', rows: 2, spellcheck: false, value: typedKeys });
  const verdict = element('div', { ariaLive: 'polite' });
  const check = () => void showVerdict(words, verdict);
  chooser.addEventListener('change', () => {
    file = chooser.files?.[0] ?? null;
    check();
  });
  keys.addEventListener('change', () => {
    typedKeys = keys.value;
    check();
  });
  document.body.replaceChildren(
    languages(words),
    element('h1', { textContent: words.title }),
    element('p', { textContent: words.intro }),
    element('label', { htmlFor: 'file', textContent: words.choose }),
    chooser,
    element('label', { htmlFor: 'keys', textContent: words.keyLabel }),
    element('p', { className: 'help', textContent: words.keyHelp }),
    keys,
    verdict,
  );
  check();
}

function languages(current: Words): HTMLElement {
  const nav = element('nav', {});
  for (const [name, words] of LANGUAGES) {
    const button = element('button', {
      type: 'button',
      textContent: name,
      disabled: words === current,
      lang: words.tag,
    });
    button.addEventListener('click', () => show(words));
    nav.append(button, ' ');
  }
  return nav;
}

async function showVerdict(words: Words, place: HTMLElement): Promise<void> {
  newest += 1;
  const own = newest;
  if (file === null) return;
  place.replaceChildren(element('p', { textContent: words.checking }));
  const told = await verdictOn(file, words);
  if (own === newest) place.replaceChildren(element('p', { textContent: file.name }), ...told.map(sectionOf));
}

async function verdictOn(chosen: File, words: Words): Promise<readonly Told[]> {
  const trusted = readKeys(typedKeys);
  if (trusted === null) return [{ tone: 'bad', text: words.keyError, items: [] }];
  // It may be gone, or another one, since it was chosen.
  const text = await chosen.text().catch(() => null);
  if (text === null) return [{ tone: 'bad', text: words.cannotRead(chosen.name), items: [] }];
  try {
    const proofs = { sha256, isSignedBy };
    return tell(await reportOn(text, proofs, trusted.length === 0 ? null : trusted), words);
  } catch {
    // An older browser, or a page that is not allowed to compute digests.
    return [{ tone: 'bad', text: words.cannotCheck, items: [] }];
  }
}

function sectionOf({ tone, text, items }: Told): HTMLElement {
  const section = element('section', {});
  section.dataset['tone'] = tone;
  const list = element('ul', {});
  list.append(...items.map((item) => element('li', { textContent: item })));
  section.append(element('p', { textContent: text }), ...(items.length === 0 ? [] : [list]));
  return section;
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(name), properties);
}
