import type { Translate } from '../../platform/i18n.ts';
import { Field } from '../../ui/field.tsx';
import { useTexts } from '../texts.ts';
import { useTypedOver } from '../use-typed-over.ts';
import type { EditedGate } from './edited-gate.ts';
import { CAUTION_WORDS } from './limits.ts';

/** Words for which a broadcast is warned about, one on each line; saved when the field is left. */
export function CautionWords({ gate, save, outcomeOf, originOf }: EditedGate) {
  const { t } = useTexts();
  const inForce = gate.cautionWords.join('\n');
  const { text, setText, rejected, setRejected } = useTypedOver<string | null>(inForce, null);
  const accept = (typed: string) => {
    const words = wordsOf(typed);
    const isRejected = problemOf(words, t) !== null;
    setRejected(isRejected ? typed : null);
    if (isRejected) return;
    setText(words.join('\n'));
    if (words.join('\n') !== inForce) save('gate-words', (last) => ({ ...last, cautionWords: [...words] }));
  };
  const error = rejected === null ? null : problemOf(wordsOf(rejected), t);
  return (
    <Field
      id="gate-words"
      label={t('optionsGateWords')}
      help={t('optionsGateWordsHelp')}
      error={error}
      origin={originOf('cautionWords')}
      outcome={error === null ? outcomeOf('gate-words') : null}
      control={(control) => (
        <textarea
          {...control}
          class="input lines"
          rows={4}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onChange={(event) => accept(event.currentTarget.value)}
        />
      )}
    />
  );
}

/** Each word once, without the blanks around it; blank lines are nothing. */
function wordsOf(text: string): readonly string[] {
  const words = text.split('\n').map((line) => line.trim());
  return [...new Set(words)].filter((word) => word !== '');
}

function problemOf(words: readonly string[], t: Translate): string | null {
  const { mostWords, mostLetters } = CAUTION_WORDS;
  const long = words.find((word) => word.length > mostLetters);
  if (long !== undefined) return t('optionsGateWordLong', `${long.slice(0, 12)}…`, mostLetters);
  return words.length > mostWords ? t('optionsGateWordsMany', mostWords, words.length) : null;
}
