import type { BasicId } from '../../../domain/broadcast/basic-id.ts';
import type { Clock } from '../../../domain/clock.ts';
import { saidRule } from '../../../domain/policy/layer-edits.ts';
import type { RuleKey, RuleValues } from '../../../domain/policy/rules.ts';
import { ApproversEditor } from '../../approvers/approvers-editor.tsx';
import type { EditedDraft } from '../use-draft.ts';
import { AnchorsEditor } from './anchors-editor.tsx';
import { ChoiceEditor } from './choice-editor.tsx';
import { LinesEditor } from './lines-editor.tsx';
import { NamesEditor } from './names-editor.tsx';
import { QuietEditor } from './quiet-editor.tsx';
import { RuleNumber } from './rule-number.tsx';
import { WarnEditor } from './warn-editor.tsx';
import { WindowsEditor } from './windows-editor.tsx';

export interface RuleEditorProps<K extends RuleKey = RuleKey> {
  readonly draft: EditedDraft;
  readonly account: BasicId | null;
  readonly name: K;
}

/** What an editor of one rule gets from the draft. */
export interface Edited<K extends RuleKey> {
  readonly id: string;
  readonly clock: Clock;
  readonly value: RuleValues[K] | undefined;
  readonly save: (value: RuleValues[K]) => void;
}

/** The present value of a rule and how to replace it. */
export function edited<K extends RuleKey>({ draft, account, name }: RuleEditorProps<K>): Edited<K> {
  return {
    id: `rule-${name}`,
    clock: draft.clock,
    value: saidRule(draft.values, account, name),
    save: (value) => draft.set(account, name, value),
  };
}

/** The controls for the value of a rule, by the form of its value. */
export function RuleEditor(props: RuleEditorProps) {
  const { name, draft, account } = props;
  switch (name) {
    case 'items':
    case 'checkLevels':
      return <NamesEditor draft={draft} account={account} name={name} />;
    case 'quietHours':
      return <QuietEditor {...edited({ draft, account, name })} />;
    case 'warn':
      return <WarnEditor {...edited({ draft, account, name })} />;
    case 'windows':
      return <WindowsEditor {...edited({ draft, account, name })} />;
    case 'cautionWords':
    case 'holidays':
    case 'contactNames':
    case 'ownLinkHosts':
    case 'apologyTexts':
    case 'correctionText':
      return <LinesEditor draft={draft} account={account} name={name} />;
    case 'largeAudience':
    case 'leadMinutes':
    case 'coolDownSeconds':
    case 'marginSeconds':
    case 'retentionDays':
    case 'journalRetentionDays':
      return <RuleNumber {...edited({ draft, account, name })} name={name} />;
    case 'approvers': {
      const { value, save } = edited({ draft, account, name });
      return <ApproversEditor approvers={value ?? null} onSave={save} />;
    }
    case 'anchors':
      return <AnchorsEditor {...edited({ draft, account, name })} />;
    case 'customItems':
      // The questions have a section of their own.
      return null;
    default:
      return <ChoiceEditor draft={draft} account={account} name={name} />;
  }
}
