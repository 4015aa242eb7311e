import type { JournalEvent } from '../../domain/journal/entry.ts';
import type { Translate } from '../../platform/i18n.ts';
import { eventWords } from './event-words.ts';
import type { SeenEntry } from './stories.ts';
import { groupOf, type KindGroup } from './story-filter.ts';

/** One step of a story as it is told in short. `group` null: an ordinary step. */
export interface Step {
  readonly seq: number;
  readonly words: string;
  readonly group: KindGroup | null;
  /** It was written down only later. */
  readonly isLate: boolean;
}

/** A story in short: answers that follow each other are counted, and that a checklist was opened goes without saying. */
export function stepsOf(entries: readonly SeenEntry[], t: Translate): readonly Step[] {
  const steps: Step[] = [];
  let answers = 0;
  entries.forEach(({ seq, entry }, place) => {
    const event = entry?.event ?? null;
    const next = entries[place + 1]?.entry?.event;
    answers = event?.kind === 'answered' ? answers + 1 : 0;
    if (event?.kind === 'answered' && next?.kind === 'answered') return;
    if (event?.kind === 'asked' && place < entries.length - 1) return;
    const group = event === null ? 'odd' : groupOf(event);
    steps.push({ seq, words: stepWords(event, answers, t), group, isLate: entry?.late === true });
  });
  return steps;
}

function stepWords(event: JournalEvent | null, answers: number, t: Translate): string {
  if (event === null) return t('journalDamaged');
  return answers > 1 ? t('journalAnsweredMany', answers) : eventWords(event, t);
}
