import { ForeignText } from '../../../ui/foreign-text.tsx';
import { useTexts } from '../../texts.ts';

/** So many lines are shown at once; a list of a hundred words would push everything else away. */
const SHOWN = 8;

/** The lines of a value; of a long one the rest opens on demand. */
export function ValueLines({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTexts();
  // To open a list for a single line would be a joke.
  const shown = lines.length > SHOWN + 1 ? SHOWN : lines.length;
  return (
    <div class="value">
      <Lines lines={lines.slice(0, shown)} />
      {shown < lines.length && (
        <details>
          <summary>{t('optionsRulesMore', lines.length - shown)}</summary>
          <Lines lines={lines.slice(shown)} />
        </details>
      )}
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul class="value-lines">
      {lines.map((line) => (
        <li key={line}>
          <ForeignText text={line} />
        </li>
      ))}
    </ul>
  );
}
