import { useState } from 'preact/hooks';
import {
  type Approver,
  approverNamed,
  PASSPHRASE_LETTERS,
  PASSPHRASE_ROUNDS,
} from '../../domain/broadcast/approval/approver.ts';
import { isName, NAME_LETTERS } from '../../domain/broadcast/typed-letters.ts';
import { approverKey } from '../../platform/approver-key.ts';
import type { Translate } from '../../platform/i18n.ts';
import { randomHex } from '../../platform/random-hex.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Outcome } from '../../ui/outcome.tsx';
import { useTexts } from '../texts.ts';

export interface NewApproverProps {
  readonly approvers: readonly Approver[];
  readonly onMade: (approver: Approver) => void;
}

interface Typed {
  readonly name: string;
  readonly passphrase: string;
  readonly again: string;
}

const NOTHING: Typed = { name: '', passphrase: '', again: '' };

/** Registers one more approver. The passphrase is typed twice and leaves nothing but what it is checked by. */
export function NewApprover({ approvers, onMade }: NewApproverProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(NOTHING);
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const errors = problemsOf(typed, approvers, t);
  const add = async () => {
    setTried(true);
    if (Object.values(errors).some((error) => error !== null)) return;
    setBusy(true);
    const salt = randomHex();
    const key = await approverKey(typed.passphrase, salt, PASSPHRASE_ROUNDS);
    onMade({ name: typed.name.trim(), salt, key });
    setTyped(NOTHING);
    setTried(false);
    setBusy(false);
  };
  const field = (name: keyof Typed, label: string) => (
    <Field
      id={`approver-${name}`}
      label={label}
      error={isTried ? errors[name] : null}
      control={(control) => (
        <input
          {...control}
          {...(name === 'name' ? OPEN : SECRET)}
          class="input"
          maxLength={name === 'name' ? 60 : 200}
          value={typed[name]}
          onInput={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
        />
      )}
    />
  );
  return (
    <div class="new-entry">
      {field('name', t('optionsApproverName'))}
      {field('passphrase', t('optionsApproverPassphrase', PASSPHRASE_LETTERS))}
      {field('again', t('optionsApproverAgain'))}
      <div class="field-row">
        <Button disabled={isBusy} onPress={() => void add()}>
          {t('optionsApproverAdd')}
        </Button>
        <Outcome outcome={isBusy ? { tone: 'running', text: t('optionsApproverAdding') } : null} />
      </div>
    </div>
  );
}

const OPEN = { type: 'text', autocomplete: 'off' } as const;
const SECRET = { type: 'password', autocomplete: 'new-password' } as const;

function problemsOf(
  { name, passphrase, again }: Typed,
  approvers: readonly Approver[],
  t: Translate,
): Readonly<Record<keyof Typed, string | null>> {
  const isTaken = approverNamed(approvers, name) !== null;
  return {
    name: !isName(name)
      ? t('optionsApproverNameError', NAME_LETTERS)
      : isTaken
        ? t('optionsApproverTaken')
        : null,
    passphrase:
      [...passphrase.normalize('NFKC')].length < PASSPHRASE_LETTERS
        ? t('optionsApproverShort', PASSPHRASE_LETTERS)
        : null,
    again: passphrase === again ? null : t('optionsApproverDiffers'),
  };
}
