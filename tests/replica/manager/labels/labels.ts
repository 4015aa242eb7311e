import type { ManagerSwitchValue } from '../switches.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { th } from './th.ts';
import { zh } from './zh.ts';

/** The words of the manager's pages in one language. Only the Japanese ones are known from the real pages. */
export interface ManagerLabels {
  readonly htmlLanguage: string;
  readonly practice: string;
  /** The accounts' names by basic id. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly tabs: readonly [home: string, analysis: string, chat: string];
  readonly settings: string;
  readonly menu: {
    readonly broadcast: string;
    readonly list: string;
    readonly create: string;
    readonly others: readonly string[];
  };
  readonly list: {
    readonly scheduled: string;
    readonly drafts: string;
    readonly sent: string;
    readonly failed: string;
    readonly columns: readonly [message: string, receivers: string, date: string, updated: string];
    readonly copy: string;
    readonly empty: string;
    readonly image: string;
  };
  readonly actions: { readonly draft: string; readonly test: string; readonly send: string };
  readonly receivers: {
    readonly title: string;
    readonly note: string;
    readonly all: string;
    readonly narrowed: string;
    readonly name: string;
    readonly audience: string;
    readonly attributes: string;
    readonly kinds: readonly string[];
    readonly estimate: (people: string) => string;
    readonly people: (people: string) => string;
  };
  readonly when: {
    readonly title: string;
    readonly now: string;
    readonly later: string;
    readonly date: string;
    readonly time: string;
  };
  readonly advanced: {
    readonly title: string;
    readonly voom: string;
    readonly limit: string;
    readonly abTest: string;
    readonly campaign: string;
  };
  readonly message: {
    readonly title: string;
    readonly formats: Readonly<Record<'text' | 'image' | 'coupon' | 'sticker', string>>;
    readonly coupon: string;
    readonly placeholder: string;
    readonly emoji: string;
    readonly up: string;
    readonly down: string;
    readonly remove: string;
    readonly add: string;
    readonly preview: string;
  };
  readonly test: { readonly self: string; readonly everybody: string };
  readonly confirm: {
    readonly title: string;
    readonly warning: string;
    readonly buttons: Readonly<Record<ManagerSwitchValue<'confirmLabel'>, string>>;
  };
  readonly tip: { readonly title: string; readonly text: string };
  readonly cancel: string;
  readonly close: string;
  readonly toasts: {
    readonly draft: string;
    readonly test: string;
    readonly sent: string;
    readonly reserved: string;
  };
  readonly errors: {
    readonly text: string;
    readonly time: string;
    readonly refused: string;
    readonly forbidden: string;
    readonly changed: string;
    readonly server: string;
    readonly network: string;
    readonly timeout: string;
  };
}

export function labelsFor(language: ManagerSwitchValue<'lang'>): ManagerLabels {
  return { ja, en, th, zh }[language];
}
