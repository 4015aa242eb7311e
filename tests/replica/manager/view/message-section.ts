import { element } from '../dom.ts';
import { labels } from '../locale.ts';
import { type BroadcastForm, type Bubble, EMPTY_BUBBLE, MOST_BUBBLES } from '../model/form.ts';
import { bubbleCard } from './bubble-card.ts';
import { section } from './controls.ts';
import { openPreview } from './dialogs.ts';
import { button } from './pressable.ts';
import type { SectionEvents } from './section-events.ts';

/** The message area: up to three bubbles. `formNow` answers what is written at the time of the press. */
export function messageSection(
  form: BroadcastForm,
  { onWrite, onRedraw }: SectionEvents,
  formNow: () => BroadcastForm,
): HTMLElement {
  const replaced = (position: number, bubble: Bubble) => ({
    bubbles: formNow().bubbles.with(position, bubble),
  });
  const cards = form.bubbles.map((bubble, position) =>
    bubbleCard(bubble, {
      isFirst: position === 0,
      isLast: position === form.bubbles.length - 1,
      onWrite: (text) => onWrite(replaced(position, { ...bubble, text })),
      onFormat: (format) => onRedraw(replaced(position, { format, text: '' })),
      onMove: (by) => onRedraw({ bubbles: moved(formNow().bubbles, position, by) }),
      onRemove: () => onRedraw({ bubbles: without(formNow().bubbles, position) }),
    }),
  );
  const add = button({
    label: labels.message.add,
    classes: 'btn-light',
    disabled: form.bubbles.length >= MOST_BUBBLES,
    onPress: () => onRedraw({ bubbles: [...formNow().bubbles, EMPTY_BUBBLE] }),
  });
  const preview = button({
    label: labels.message.preview,
    classes: 'btn-light',
    onPress: () => openPreview(formNow()),
  });
  return section(labels.message.title, ...cards, element('div', 'choice-row', add, preview));
}

function moved(bubbles: readonly Bubble[], position: number, by: number): readonly Bubble[] {
  const bubble = bubbles[position];
  if (bubble === undefined) return bubbles;
  return bubbles.toSpliced(position, 1).toSpliced(position + by, 0, bubble);
}

/** The last bubble is emptied, not removed. */
function without(bubbles: readonly Bubble[], position: number): readonly Bubble[] {
  return bubbles.length === 1 ? [EMPTY_BUBBLE] : bubbles.toSpliced(position, 1);
}
