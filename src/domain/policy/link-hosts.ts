import * as v from 'valibot';
import { listRule } from './list-rule.ts';
import { damaged, type Rule } from './rule.ts';
import type { Strictness } from './strictness.ts';

/** Most hosts of one layer. */
const MOST_HOSTS = 100;

/** A host as addresses write it, in small letters, with at least one dot; it stands for its subdomains too. */
const host = v.pipe(
  v.string(),
  v.maxLength(253),
  v.toLowerCase(),
  v.regex(/^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u),
);

/** True when `name` is one of the hosts or lies below one. */
export function isOwnHost(name: string, hosts: readonly string[]): boolean {
  return hosts.some((own) => name === own || name.endsWith(`.${own}`));
}

/** Null: links may lead anywhere. Otherwise fewer hosts are stricter, and none at all is the strictest. */
export const LINK_HOSTS: Strictness<string[] | null> = {
  join: (a, b) => {
    if (a === null || b === null) return sorted(a ?? b);
    return sorted([...a.filter((name) => isOwnHost(name, b)), ...b.filter((name) => isOwnHost(name, a))]);
  },
  isAtLeast: (a, b) => b === null || a?.every((name) => isOwnHost(name, b)) === true,
};

const list = listRule({ entry: host, most: MOST_HOSTS, order: 'none', help: 'policyHelpOwnLinkHosts' });

/** The hosts that links of this company lead to. */
export const ownLinkHostsRule: Rule<string[] | null> = {
  schema: v.nullable(list.schema),
  standard: null,
  strictest: [],
  order: LINK_HOSTS,
  help: 'policyHelpOwnLinkHosts',
  overlay: (_, later) => later,
  read: (stored, isFloor) => {
    if (stored === null) return { value: null, flaws: [] };
    return Array.isArray(stored) ? list.read(stored, false) : damaged(isFloor ? [] : undefined);
  },
};

function sorted(hosts: readonly string[] | null): string[] | null {
  return hosts === null ? null : [...new Set(hosts)].toSorted();
}
