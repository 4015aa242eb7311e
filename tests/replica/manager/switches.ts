import {
  chosenOf,
  refuseUnknownNames,
  type Variant,
  variant,
  variantsOfEach,
  wholeNumberOf,
} from '../switch-query.ts';

/** The switches of the practice manager: every open question about LINE's broadcast pages. The first is the default. */
export const MANAGER_SWITCH_VALUES = {
  lang: ['ja', 'en', 'th', 'zh'],
  buttons: ['top', 'bottom', 'both'],
  confirm: ['modal', 'direct', 'native'],
  confirmLabel: ['send', 'do', 'reserve', 'ok'],
  elements: ['plain', 'open', 'closed'],
  classes: ['known', 'renamed'],
  form: ['none', 'form'],
  transport: [
    'xhr',
    'fetch',
    'fetch-request',
    'fetch-stream',
    'xhr-sync',
    'beacon',
    'form-post',
    'xhr-blob',
    'fetch-blob',
  ],
  endpoint: ['v2', 'v1', 'future'],
  at: ['plain', 'encoded'],
  edit: ['post', 'put', 'patch'],
  immediateWord: ['scheduled', 'sending', 'none'],
  draftPath: ['same', 'own'],
  draftWord: ['DRAFTED', 'DRAFT'],
  when: ['radio', 'checkbox'],
  voom: ['off', 'on'],
  nav: ['soft', 'hard'],
  tip: ['none', 'dialog'],
  server: ['ok', '400', '403', '409', '500', 'timeout', 'slow'],
  capture: ['no', 'yes'],
  rerender: ['no', 'yes'],
  csp: ['no', 'strict'],
  hostile: ['no', 'yes'],
  header: ['yes', 'no'],
  reach: ['yes', 'no'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type ManagerSwitchName = keyof typeof MANAGER_SWITCH_VALUES;
export type ManagerSwitchValue<Name extends ManagerSwitchName> = (typeof MANAGER_SWITCH_VALUES)[Name][number];

export interface ManagerAmounts {
  /** IANA zone in which dates and times are written; null is the browser's own. */
  readonly zone: string | null;
  /** The estimate for a narrowed audience. */
  readonly people: number;
  /** The reach of all friends. */
  readonly all: number;
}

export type ManagerSwitches = {
  readonly [Name in ManagerSwitchName]: ManagerSwitchValue<Name>;
} & ManagerAmounts;

/** What an address of LINE's own says beside the switches. */
const PARAMETERS_OF_LINE = ['from_copy'];
const AMOUNTS = ['zone', 'people', 'all'];

/**
 * Reads the switches from a query string such as `?lang=th&transport=fetch`.
 * @throws UnknownSwitchError on a name or value that does not exist.
 */
export function parseManagerSwitches(query: string): ManagerSwitches {
  const given = new URLSearchParams(query);
  refuseUnknownNames(given, [...Object.keys(MANAGER_SWITCH_VALUES), ...AMOUNTS, ...PARAMETERS_OF_LINE]);
  return {
    lang: choose(given, 'lang'),
    buttons: choose(given, 'buttons'),
    confirm: choose(given, 'confirm'),
    confirmLabel: choose(given, 'confirmLabel'),
    elements: choose(given, 'elements'),
    classes: choose(given, 'classes'),
    form: choose(given, 'form'),
    transport: choose(given, 'transport'),
    endpoint: choose(given, 'endpoint'),
    at: choose(given, 'at'),
    edit: choose(given, 'edit'),
    immediateWord: choose(given, 'immediateWord'),
    draftPath: choose(given, 'draftPath'),
    draftWord: choose(given, 'draftWord'),
    when: choose(given, 'when'),
    voom: choose(given, 'voom'),
    nav: choose(given, 'nav'),
    tip: choose(given, 'tip'),
    server: choose(given, 'server'),
    capture: choose(given, 'capture'),
    rerender: choose(given, 'rerender'),
    csp: choose(given, 'csp'),
    hostile: choose(given, 'hostile'),
    header: choose(given, 'header'),
    reach: choose(given, 'reach'),
    zone: given.get('zone'),
    people: wholeNumberOf(given, 'people', 842),
    all: wholeNumberOf(given, 'all', 1102),
  };
}

/** Every non-default value of every switch once, and combinations that could hide a fault together. */
export const MANAGER_VARIANTS: readonly Variant[] = [
  ...variantsOfEach(MANAGER_SWITCH_VALUES),
  variant('zone=Asia/Bangkok&lang=th'),
  variant('people=12&all=90210'),
  variant('classes=renamed&elements=closed'),
  variant('classes=renamed&elements=open&form=form'),
  variant('classes=renamed&capture=yes&transport=fetch'),
  variant('form=form&confirm=direct&transport=form-post'),
  variant('confirm=direct&transport=beacon'),
  variant('confirm=direct&transport=fetch-stream&endpoint=future'),
  variant('confirm=native&transport=xhr-sync'),
  variant('capture=yes&rerender=yes&elements=closed'),
  variant('endpoint=future&at=encoded&immediateWord=none'),
  variant('endpoint=v1&when=checkbox&voom=on&buttons=bottom'),
  variant('draftPath=own&draftWord=DRAFT&edit=put'),
  variant('csp=strict&hostile=yes&tip=dialog'),
  variant('nav=hard&transport=fetch&lang=zh'),
];

function choose<Name extends ManagerSwitchName>(
  given: URLSearchParams,
  name: Name,
): ManagerSwitchValue<Name> {
  const values: readonly ManagerSwitchValue<Name>[] = MANAGER_SWITCH_VALUES[name];
  return chosenOf(given, name, values);
}
