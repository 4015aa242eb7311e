import { type GatePolicy, MODES, type Mode } from '../../domain/policy/gate-policy.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../select-field.tsx';
import { useTexts } from '../texts.ts';
import type { EditedGate } from './edited-gate.ts';

type LayerName = 'network' | 'lock' | 'button';

interface Layer {
  readonly name: LayerName;
  readonly label: MessageKey;
  readonly help: MessageKey;
  /** What it means that this layer does not hold. */
  readonly weak: MessageKey;
}

const LAYERS: readonly Layer[] = [
  {
    name: 'network',
    label: 'optionsGateNetwork',
    help: 'optionsGateNetworkHelp',
    weak: 'optionsGateNetworkWeak',
  },
  { name: 'lock', label: 'optionsGateLock', help: 'optionsGateLockHelp', weak: 'optionsGateLockWeak' },
  {
    name: 'button',
    label: 'optionsGateButton',
    help: 'optionsGateButtonHelp',
    weak: 'optionsGateButtonWeak',
  },
];

const MODE_NAMES: Readonly<Record<Mode, MessageKey>> = {
  enforce: 'optionsGateEnforce',
  observe: 'optionsGateObserve',
  off: 'optionsGateModeOff',
};

/** The three layers of the gate, what each does, and what is lost where one does not hold. */
export function GateLayers({ gate, save, outcomeOf, originOf }: EditedGate) {
  const { t } = useTexts();
  const holds = holdsAnything(gate);
  return (
    <>
      {!holds && (
        <Notice tone="urgent" title={t('optionsGateNothingTitle')}>
          <p>{t('optionsGateNothing')}</p>
        </Notice>
      )}
      {LAYERS.map(({ name, label, help, weak }) => (
        <div class="field" key={name}>
          <SelectField
            id={`gate-${name}`}
            label={t(label)}
            help={t(help)}
            value={gate[name]}
            choices={MODES.toReversed().map((mode) => ({ value: mode, label: t(MODE_NAMES[mode]) }))}
            origin={originOf(name)}
            outcome={outcomeOf(`gate-${name}`)}
            onSave={(mode) => save(`gate-${name}`, (last) => ({ ...last, [name]: mode }))}
          />
          {/* Where nothing holds, more than this is said above. */}
          {holds && gate[name] !== 'enforce' && <p class="hint gate-weak">{t(weak)}</p>}
        </div>
      ))}
    </>
  );
}

/** The listener for presses is a courtesy: only the other two layers decide. */
function holdsAnything({ network, lock }: GatePolicy): boolean {
  return network === 'enforce' || lock === 'enforce';
}
