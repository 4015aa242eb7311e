import { GATE_RULES, type GateKey } from './gate-rules.ts';
import { fromTable } from './rule-table.ts';

export { MODES, type Mode } from './mode.ts';

/** What the gate goes by for one account. */
export type GatePolicy = {
  -readonly [K in GateKey]: (typeof GATE_RULES)[K]['standard'];
};

/** The gate's settings where nobody has decided otherwise. */
export const DEFAULT_GATE_POLICY = fromTable(GATE_RULES, (key) => GATE_RULES[key].standard) as GatePolicy;
