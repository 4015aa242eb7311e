import { saidRule } from '../../../domain/policy/layer-edits.ts';
import { Field } from '../../../ui/field.tsx';
import { type Texts, useTexts } from '../../texts.ts';
import { useTypedOver } from '../../use-typed-over.ts';
import { type LinesKey, linesText, readLines } from './lines.ts';
import type { RuleEditorProps } from './rule-editor.tsx';

/** Longest piece of a wrong line that is repeated to its writer. */
const SHOWN = 20;

/** Words or a text; kept when the field is left, and as typed beside the reason where it cannot be kept. */
export function LinesEditor<K extends LinesKey>({ draft, account, name }: RuleEditorProps<K>) {
  const { t } = useTexts();
  const kept = linesText(name, saidRule(draft.values, account, name));
  const {
    text,
    setText,
    rejected: wrong,
    setRejected: setWrong,
  } = useTypedOver<string | null | undefined>(kept, undefined);
  const accept = (typed: string) => {
    const reading = readLines(name, typed);
    setWrong('wrong' in reading ? reading.wrong : undefined);
    if ('value' in reading) draft.set(account, name, reading.value);
  };
  return (
    <Field
      id={`rule-${name}`}
      label={t(labelOf(name))}
      error={wrong === undefined ? null : problem(wrong, t)}
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

function labelOf(name: LinesKey) {
  switch (name) {
    case 'correctionText':
      return 'supervisorValue';
    case 'apologyTexts':
      return 'supervisorBlankLine';
    default:
      return 'supervisorOneALine';
  }
}

function problem(wrong: string | null, t: Texts['t']): string {
  if (wrong === null) return t('supervisorTooMany');
  const shown = [...wrong];
  return t('supervisorWrongLine', shown.length > SHOWN ? `${shown.slice(0, SHOWN).join('')}…` : wrong);
}
