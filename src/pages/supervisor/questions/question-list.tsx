import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CustomItem } from '../../../domain/policy/custom-item.ts';
import { useTexts } from '../../texts.ts';
import { moved } from './moved.ts';
import { QuestionItem } from './question-item.tsx';

export interface QuestionListProps {
  readonly items: readonly CustomItem[];
  /** While one of them is written the others stay where they are. */
  readonly isLocked: boolean;
  readonly onChange: (items: readonly CustomItem[]) => void;
  readonly onEdit: (place: number) => void;
}

/** The supervisor's own questions in the order in which they are asked; moved with the mouse or with two buttons. */
export function QuestionList({ items, isLocked, onChange, onEdit }: QuestionListProps) {
  const { t } = useTexts();
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<{ readonly place: number; readonly way: 'up' | 'down' } | null>(null);
  useLayoutEffect(() => {
    // A row that moves or goes loses the focus with it; it belongs to the same button of the same question, or to the next.
    const { place, way } = pressed.current ?? { place: -1, way: 'up' };
    pressed.current = null;
    const buttons = [...(list.current?.children[place]?.querySelectorAll('button') ?? [])];
    const same = buttons.filter((button) => button.dataset['way'] === way);
    [...same, ...buttons].find(({ disabled }) => !disabled)?.focus();
  });
  const move = (from: number, to: number) => {
    if (from === to || to < 0 || to >= items.length) return;
    setSaid(t('supervisorMoved', to + 1));
    onChange(moved(items, from, to));
  };
  return (
    <>
      <ol class="questions" ref={list}>
        {items.map((item, place) => (
          <QuestionItem
            key={`${item.id} ${items.slice(0, place).filter(({ id }) => id === item.id).length}`}
            item={item}
            isLocked={isLocked}
            isFirst={place === 0}
            isLast={place === items.length - 1}
            isDragged={dragged === place}
            onDragStart={() => setDragged(place)}
            onDragEnd={() => setDragged(null)}
            onDrop={() => {
              if (dragged !== null) move(dragged, place);
              setDragged(null);
            }}
            onMove={(way) => {
              const to = way === 'up' ? place - 1 : place + 1;
              pressed.current = { place: to, way };
              move(place, to);
            }}
            onEdit={() => onEdit(place)}
            onRemove={() => {
              pressed.current = { place: Math.min(place, items.length - 2), way: 'up' };
              onChange(items.filter((_, other) => other !== place));
            }}
          />
        ))}
      </ol>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
