import { useTexts } from '../texts.ts';
import type { EditedGate } from './edited-gate.ts';
import type { Limits } from './limits.ts';
import { NumberField } from './number-field.tsx';

export interface GateNumberProps {
  readonly edit: EditedGate;
  readonly name: 'largeAudience' | 'coolDownSeconds';
  readonly limits: Limits;
  readonly label: string;
  readonly help: string;
}

/** One number of the gate's settings; its id on the page is `gate-` and its name. */
export function GateNumber({ edit, name, limits, label, help }: GateNumberProps) {
  const { t } = useTexts();
  const id = `gate-${name}`;
  const value = edit.gate[name];
  return (
    <NumberField
      id={id}
      label={label}
      help={help}
      value={value}
      limits={limits}
      problem={t('optionsNumberError', limits.least, limits.most, value)}
      origin={edit.originOf(name)}
      outcome={edit.outcomeOf(id)}
      onSave={(entered) => edit.save(id, (last) => ({ ...last, [name]: entered }))}
    />
  );
}
