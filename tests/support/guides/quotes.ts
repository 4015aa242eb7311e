/** The languages in which guides are written. */
export type GuideLanguage = 'ja' | 'en';

/** What is pressed or filled in, or else headings and messages. */
const QUOTES: Readonly<Record<GuideLanguage, RegExp>> = {
  ja: /［([^］]+)］|「((?:[^「」]|「[^」]*」)+)」/g,
  en: /(?<!\*)\*(?!\*)([^*]+)\*(?!\*)|“([^”]+)”/g,
};

/** All that a guide quotes of screens, in its order. */
export function quotesIn(guide: string, language: GuideLanguage): readonly string[] {
  return [...plain(guide, language).matchAll(QUOTES[language])].map(([, name, text]) => name ?? text ?? '');
}

/** Without code, in which nothing is quoted, and with the lines of a paragraph put together. */
function plain(guide: string, language: GuideLanguage): string {
  const words = guide.replaceAll(/```[^`]*```/g, '').replaceAll(/`[^`\n]*`/g, '');
  return words.replaceAll(/(?<=[^\n])\n *(?=[^\s|#>-])/g, language === 'ja' ? '' : ' ');
}

/** Whether these words stand on a screen with such messages: a whole message, or one sentence of it. */
export function screenOf(messages: Readonly<Record<string, { readonly message: string }>>) {
  const texts = Object.values(messages).map(({ message }) => message);
  // Of a text that is nothing but what is put into it, anything would be an example.
  const saying = texts.filter((text) => /\p{L}/u.test(text.replaceAll(/\$\w+\$/g, '')));
  const sentences = saying.flatMap((text) => text.split(/(?<=。)|(?<=[.?!]) /));
  const patterns = [...saying, ...sentences].map((text) => new RegExp(`^${pattern(text)}$`, 'u'));
  return (words: string) => patterns.some((one) => one.test(words));
}

function pattern(text: string): string {
  const parts = text.split(/\$\w+\$/).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return parts.join('.{1,12}');
}
