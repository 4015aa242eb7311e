import japanese from '../../../public/_locales/ja/messages.json' with { type: 'json' };
import { type Texts, textsOf } from '../../../src/pages/texts.ts';
import { flattenEntry, translateFrom } from '../../../src/platform/i18n.ts';

/** The real Japanese texts, so that tests read what people read. A key that is missing shows as its own name. */
export const japaneseTexts: Texts = textsOf(
  translateFrom(
    Object.fromEntries(Object.entries(japanese).map(([key, entry]) => [key, flattenEntry(entry)])),
    (key) => key,
  ),
);
