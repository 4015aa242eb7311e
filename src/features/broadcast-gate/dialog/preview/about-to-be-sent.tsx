import { Notice } from '../../../../ui/notice.tsx';
import { useGate } from '../gate-context.ts';
import { BubblePreview } from './bubble-preview.tsx';
import type { ShownFinding } from './finding-words.ts';
import { Summary } from './summary.tsx';

/** Everything that is about to leave: who, when, and every bubble. */
export function AboutToBeSent({ findings }: { readonly findings: readonly ShownFinding[] }) {
  const { words, options } = useGate();
  const { bubbles, readable } = options.attempt.broadcast;
  return (
    <section class="sent" aria-labelledby="sent-heading">
      <h2 id="sent-heading">{words.t('gateSummary')}</h2>
      <Summary />
      {!readable && <Notice tone="warn" title={words.t('gateUnreadable')} children={null} />}
      {bubbles.length > 0 && (
        <ol class="bubbles">
          {bubbles.map((bubble, index) => (
            <BubblePreview key={index} bubble={bubble} index={index} findings={findings} />
          ))}
        </ol>
      )}
    </section>
  );
}
