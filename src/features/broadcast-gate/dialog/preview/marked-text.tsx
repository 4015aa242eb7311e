import { useGate } from '../gate-context.ts';
import { cutAtMarks } from '../marked-text.ts';
import { findingTag, type ShownFinding } from './finding-words.ts';

export interface MarkedTextProps {
  readonly text: string;
  readonly bubble: number;
  readonly findings: readonly ShownFinding[];
}

const SEVEREST_FIRST = ['block', 'warn', 'inform'] as const;

/** The text of a bubble as it is, with what was found in it marked and named. */
export function MarkedText({ text, bubble, findings }: MarkedTextProps) {
  const { t } = useGate().words;
  const here = findings.flatMap((finding, at) =>
    finding.stretch?.bubble === bubble
      ? [{ finding, id: finding.id, tag: findingTag(finding, at + 1, t), ...finding.stretch }]
      : [],
  );
  return (
    <bdi class="bubble-text" dir="auto">
      {cutAtMarks(text, here).map(({ start, text: piece, marks }) => {
        if (marks.length === 0) return piece;
        const on = here.filter(({ id }) => marks.includes(id));
        const level = SEVEREST_FIRST.find((one) => on.some(({ finding }) => finding.level === one));
        const ending = on.filter(({ end }) => end <= start + piece.length || end >= text.length);
        return (
          <mark key={start} data-level={level}>
            {piece}
            {ending.map(({ id, tag }) => (
              <span class="tag" data-level={level} key={id}>
                {tag}
              </span>
            ))}
          </mark>
        );
      })}
    </bdi>
  );
}
