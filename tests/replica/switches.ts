import {
  chosenOf,
  refuseUnknownNames,
  type Variant,
  variant,
  variantsOfEach,
  wholeNumberOf,
} from './switch-query.ts';

export { UnknownSwitchError, type Variant } from './switch-query.ts';

/**
 * The switches of the practice LINE: every open question about the real page is one of them, so that tests can
 * ask whether something works whichever way the real page turns out to be. The first value is the default.
 */
export const SWITCH_VALUES = {
  lang: ['ja', 'en', 'th', 'zh'],
  colour: ['success', 'primary'],
  separator: ['2026', '2023'],
  stamp: ['midnight', 'first'],
  groups: ['date-group', 'plain', 'none'],
  more: ['yes', 'no'],
  scroller: ['2023', '2020', 'other'],
  sub: ['after', 'before'],
  time: ['span', 'bare', 'none'],
  clock: ['24', '12'],
  olderLabel: ['date', 'weekday'],
  ids: ['id', 'none', 'uuid', 'short', 'garbage', 'shifted'],
  classes: ['known', 'renamed'],
  classesids: ['known', 'gone'],
  room: ['replace', 'patch'],
  confirm: ['same', 'replace'],
  pending: ['none', 'empty', 'sendId'],
  send: ['ok', 'fail'],
  unsend: ['removed', 'notice', 'note', 'text'],
  rerender: ['keep', 'drop'],
  virtual: ['no', 'yes'],
  run: ['minute', 'sender'],
  auto: ['header', 'bare'],
  csp: ['no', 'strict'],
  hostile: ['no', 'yes'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type SwitchName = keyof typeof SWITCH_VALUES;
export type SwitchValue<Name extends SwitchName> = (typeof SWITCH_VALUES)[Name][number];
export type Language = SwitchValue<'lang'>;
export type UnsendOutcome = SwitchValue<'unsend'>;

export interface Amounts {
  /** IANA zone in which times are displayed; null is the browser's own. */
  readonly zone: string | null;
  /** Number of messages in the first conversation; null is the written demo conversation. */
  readonly n: number | null;
  /** Number of conversations. */
  readonly rooms: number;
  /** Start of every pseudo-random choice. */
  readonly seed: number;
}

export type Switches = { readonly [Name in SwitchName]: SwitchValue<Name> } & Amounts;

/**
 * Reads the switches from a query string such as `?lang=th&ids=none`.
 * @throws UnknownSwitchError on a name or value that does not exist.
 */
export function parseSwitches(query: string): Switches {
  const given = new URLSearchParams(query);
  refuseUnknownNames(given, [...Object.keys(SWITCH_VALUES), 'zone', 'n', 'rooms', 'seed']);
  return {
    lang: choose(given, 'lang'),
    colour: choose(given, 'colour'),
    separator: choose(given, 'separator'),
    stamp: choose(given, 'stamp'),
    groups: choose(given, 'groups'),
    more: choose(given, 'more'),
    scroller: choose(given, 'scroller'),
    sub: choose(given, 'sub'),
    time: choose(given, 'time'),
    clock: choose(given, 'clock'),
    olderLabel: choose(given, 'olderLabel'),
    ids: choose(given, 'ids'),
    classes: choose(given, 'classes'),
    classesids: choose(given, 'classesids'),
    room: choose(given, 'room'),
    confirm: choose(given, 'confirm'),
    pending: choose(given, 'pending'),
    send: choose(given, 'send'),
    unsend: choose(given, 'unsend'),
    rerender: choose(given, 'rerender'),
    virtual: choose(given, 'virtual'),
    run: choose(given, 'run'),
    auto: choose(given, 'auto'),
    csp: choose(given, 'csp'),
    hostile: choose(given, 'hostile'),
    zone: given.get('zone'),
    n: given.has('n') ? wholeNumberOf(given, 'n', 0) : null,
    rooms: wholeNumberOf(given, 'rooms', 12),
    seed: wholeNumberOf(given, 'seed', 1),
  };
}

/** Every non-default value of every switch once, the zones, and combinations that could hide a fault together. */
export const VARIANTS: readonly Variant[] = [
  ...variantsOfEach(SWITCH_VALUES),
  variant('zone=Asia/Kolkata'),
  variant('zone=Asia/Bangkok'),
  variant('ids=none&separator=2023'),
  variant('ids=none&stamp=first&run=sender'),
  variant('ids=none&lang=th&clock=12'),
  variant('ids=none&lang=ja&clock=12&time=bare'),
  variant('ids=none&lang=en&clock=12&olderLabel=weekday&separator=2023'),
  variant('ids=none&lang=zh&clock=12&sub=before'),
  variant('ids=shifted&zone=Asia/Kolkata'),
  variant('groups=none&separator=2023&more=no&scroller=other'),
  variant('colour=primary&separator=2023&scroller=2020&groups=plain&more=no'),
  variant('confirm=replace&pending=sendId'),
  variant('room=patch&confirm=replace&rerender=drop'),
  variant('virtual=yes&groups=none'),
  variant('virtual=yes&rerender=drop'),
  variant('hostile=yes&csp=strict'),
  variant('unsend=text&lang=th'),
];

function choose<Name extends SwitchName>(given: URLSearchParams, name: Name): SwitchValue<Name> {
  const values: readonly SwitchValue<Name>[] = SWITCH_VALUES[name];
  return chosenOf(given, name, values);
}
