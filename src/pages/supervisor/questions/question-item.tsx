import { useId } from 'preact/hooks';
import type { CustomItem } from '../../../domain/policy/custom-item.ts';
import { Button } from '../../../ui/button.tsx';
import { ForeignText } from '../../../ui/foreign-text.tsx';
import { textIn } from '../../policy-words/own-text.ts';
import { useTexts } from '../../texts.ts';
import { whenWords } from './conditions.ts';
import { KIND_WORDS } from './question-form.tsx';

export interface QuestionItemProps {
  readonly item: CustomItem;
  readonly isLocked: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isDragged: boolean;
  readonly onDragStart: () => void;
  readonly onDragEnd: () => void;
  readonly onDrop: () => void;
  readonly onMove: (way: 'up' | 'down') => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One question of the supervisor's own, with what can be done about it. */
export function QuestionItem(props: QuestionItemProps) {
  const { item, isLocked, isFirst, isLast, isDragged, onMove, onEdit, onRemove } = props;
  const { t, languageTag } = useTexts();
  const id = useId();
  return (
    <li
      class="card question-row"
      data-question={item.id}
      draggable={!isLocked}
      data-dragged={isDragged}
      onDragStart={props.onDragStart}
      onDragEnd={props.onDragEnd}
      // Without this the browser takes nothing that is dropped.
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        props.onDrop();
      }}
    >
      <p class="card-title" id={id}>
        <ForeignText text={textIn(item.text, languageTag)} />
      </p>
      <p class="quiet">
        {t(KIND_WORDS[item.kind])} / {whenWords(item.when, t)}
      </p>
      <div class="question-answers">
        <MoveButton way="up" isDisabled={isFirst || isLocked} describedBy={id} onMove={onMove} />
        <MoveButton way="down" isDisabled={isLast || isLocked} describedBy={id} onMove={onMove} />
        <Button onPress={onEdit} disabled={isLocked} describedBy={id}>
          {t('supervisorEdit')}
        </Button>
        <Button look="danger" onPress={onRemove} disabled={isLocked} describedBy={id}>
          {t('supervisorRemove')}
        </Button>
      </div>
    </li>
  );
}

interface MoveButtonProps {
  readonly way: 'up' | 'down';
  readonly isDisabled: boolean;
  readonly describedBy: string;
  readonly onMove: QuestionItemProps['onMove'];
}

function MoveButton({ way, isDisabled, describedBy, onMove }: MoveButtonProps) {
  const { t } = useTexts();
  return (
    <button
      type="button"
      class="button"
      data-way={way}
      disabled={isDisabled}
      aria-describedby={describedBy}
      onClick={() => onMove(way)}
    >
      {t(way === 'up' ? 'supervisorMoveUp' : 'supervisorMoveDown')}
    </button>
  );
}
