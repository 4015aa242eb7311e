import { askedCustomItems } from '../broadcast/asked-custom-items.ts';
import { isLarge } from '../broadcast/asked-items.ts';
import { ITEM_NAMES, type ItemName } from '../broadcast/checklist.ts';
import type { PastAttempt } from '../journal/past-attempts.ts';
import { countedBroadcast } from './counted-broadcast.ts';
import type { Condition, CustomItem } from './custom-item.ts';
import type { GatePolicy } from './gate-policy.ts';
import type { Asking } from './gate-rules.ts';

/** What another policy would have asked about an attempt of the past. */
export interface ItemsThen {
  /** Items that would be asked, and were not. */
  readonly asksMore: readonly ItemName[];
  /** Items that were asked, and would not be. */
  readonly asksLess: readonly ItemName[];
  /** Questions of the supervisor's own that would surely be asked. */
  readonly ownItems: readonly CustomItem[];
  /** Those that depend on what the journal does not keep. */
  readonly ownItemsPerhaps: readonly CustomItem[];
}

/** Items that are asked only where the text holds something to ask about. */
const BY_TEXT: ReadonlySet<ItemName> = new Set(['values', 'links']);

/** What a policy would have asked; an item about the text only where it is known that there was something to ask about. */
export function itemsThen(past: PastAttempt, policy: GatePolicy): ItemsThen {
  const { asked, broadcast } = past;
  const large = isLarge(broadcast.people, policy);
  const isWanted = (name: ItemName) => isAskedOf(large, askingOf(name, policy));
  const isKnown = (name: ItemName) => !BY_TEXT.has(name) || (name === 'links' && broadcast.links > 0);
  const own = ownItems(past, policy, large);
  return {
    asksMore: ITEM_NAMES.filter(
      (name) => isWanted(name) && isKnown(name) && asked !== null && !asked.includes(name),
    ),
    // What doubts an item of the text may ask it in spite of all; then nothing is known to be less.
    asksLess: ITEM_NAMES.filter(
      (name) =>
        asked?.includes(name) === true && !isWanted(name) && (!BY_TEXT.has(name) || isNever(name, policy)),
    ),
    ownItems: own.filter((item) => !isByContent(item)),
    ownItemsPerhaps: own.filter(isByContent),
  };
}

function ownItems(past: PastAttempt, policy: GatePolicy, large: boolean): readonly CustomItem[] {
  const { broadcast } = countedBroadcast(past);
  // An unread broadcast may contain anything, so that no condition on the content rules a question out; a count of links can.
  const about = { broadcast: { ...broadcast, readable: false }, isLarge: large };
  return askedCustomItems(policy.customItems, about).filter(
    ({ when }) => when === 'always' || past.broadcast.links > 0 || !when.some(isAboutLinks),
  );
}

function isAboutLinks(condition: Condition): boolean {
  return condition.if === 'contains' && condition.what === 'link';
}

function isByContent({ when }: CustomItem): boolean {
  return (
    when !== 'always' && when.some((condition) => condition.if === 'contains' && !isAboutLinks(condition))
  );
}

function askingOf(name: ItemName, { items, secondPerson }: GatePolicy): Asking {
  return name === 'second-person' ? secondPerson : (items[name] ?? 'always');
}

function isNever(name: ItemName, policy: GatePolicy): boolean {
  return askingOf(name, policy) === 'never';
}

function isAskedOf(large: boolean, asking: Asking): boolean {
  return asking === 'always' || (asking === 'large' && large);
}
