/** What is said to the content scripts of a tab; what they ask is in protocol.ts. */
import * as v from 'valibot';
import type { gateToTab } from './gate-protocol.ts';

/** Told to the tabs by the worker. */
export const SETTINGS_CHANGED = { push: 'settings-changed' } as const;
/** Asked of a tab by the popup. */
export const DIAGNOSTIC_REPORT = { ask: 'diagnostic-report' } as const;

/** Every message to the content scripts of a tab, but those of the gate, and what is answered. */
export const toTab = {
  /** The policy has changed: `settings` shall be asked for again. Nothing is answered. */
  settingsChanged: {
    message: v.strictObject({ push: v.literal(SETTINGS_CHANGED.push) }),
    answer: v.undefined(),
  },
  /** A report on the page for whoever repairs Matta, without anybody's text. */
  diagnosticReport: {
    message: v.strictObject({ ask: v.literal(DIAGNOSTIC_REPORT.ask) }),
    answer: v.string(),
  },
} as const;

/** What may be sent to a tab. */
export type TabMessage = MessageOf<typeof toTab> | MessageOf<typeof gateToTab>;

type MessageOf<T extends Record<string, { readonly message: v.GenericSchema }>> = v.InferOutput<
  T[keyof T]['message']
>;
