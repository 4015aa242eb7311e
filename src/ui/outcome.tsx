import { Icon } from './icon.tsx';

/** How an action went, or what it is doing. Null: nothing to say yet. */
export interface OutcomeText {
  readonly tone: 'done' | 'failed' | 'running';
  readonly text: string;
}

/** Says how an action went, also to a screen reader: the live region is there before there are words in it. */
export function Outcome({ outcome }: { readonly outcome: OutcomeText | null }) {
  return (
    <span class="outcome" role="status" data-tone={outcome?.tone}>
      {outcome !== null && (
        <>
          <Icon name={outcome.tone === 'done' ? 'check' : outcome.tone === 'failed' ? 'warn' : 'clock'} />
          {outcome.text}
        </>
      )}
    </span>
  );
}
