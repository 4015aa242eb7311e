import { bothBooks } from './both-books.ts';
import { accountNames, isRuleKey, RULES, type RuleBook, type RuleKey, type RuleSet } from './rules.ts';

/**
 * A managed policy of which some fields are not given any more, but remembered: they may be what somebody has written into this
 * browser's storage. So they add to what is given and take nothing of it away: the rules of single accounts loosen none that is given
 * for all, and the journal is kept no shorter than by the standard.
 * @param remembered the names of such fields
 */
export function withRemembered({ rules, accounts }: RuleBook, remembered: readonly string[]): RuleBook {
  const given = withKeys(rules, (key) => !remembered.includes(key));
  const { journalRetentionDays: days } = rules;
  const isOld = days !== undefined && remembered.includes('journalRetentionDays');
  const least = RULES.journalRetentionDays.standard;
  return {
    rules: isOld ? { ...rules, journalRetentionDays: Math.max(days, least) } : rules,
    accounts: remembered.includes('accounts') ? accountsUnder(accounts, given) : accounts,
  };
}

/** The same beside rules that a supervisor has signed: of those that know no stricter value what is only remembered yields to them. */
export function besideSigned(book: RuleBook, remembered: readonly string[], signed: RuleBook): RuleBook {
  const given = withKeys(book.rules, (key) => !remembered.includes(key));
  const givenAccounts = remembered.includes('accounts') ? {} : book.accounts;
  const old: RuleBook = {
    rules: withKeys(book.rules, (key) => remembered.includes(key)),
    accounts: remembered.includes('accounts') ? book.accounts : {},
  };
  const said = new Set([old.rules, ...Object.values(old.accounts)].flatMap((rules) => Object.keys(rules)));
  const yields = (key: RuleKey) => said.has(key) && RULES[key].order === 'none';
  const { rules, accounts } = bothBooks(old, {
    rules: withKeys(signed.rules, yields),
    accounts: eachAccount(signed, (_, own) => withKeys(own, yields)),
  });
  const below = accountsUnder(accounts, given);
  const all: RuleBook = { rules: { ...rules, ...given }, accounts: { ...below, ...givenAccounts } };
  return { ...all, accounts: eachAccount(all, (name) => ({ ...below[name], ...givenAccounts[name] })) };
}

/** Rules of single accounts, none of them laxer than what is given for all. */
function accountsUnder(accounts: RuleBook['accounts'], given: RuleSet): RuleBook['accounts'] {
  return bothBooks({ rules: {}, accounts }, { rules: given, accounts: {} }).accounts;
}

function eachAccount(
  book: RuleBook,
  make: (name: keyof RuleBook['accounts'], own: RuleSet) => RuleSet,
): RuleBook['accounts'] {
  return Object.fromEntries(accountNames(book).map((name) => [name, make(name, book.accounts[name] ?? {})]));
}

function withKeys(rules: RuleSet, isKept: (key: RuleKey) => boolean): RuleSet {
  return Object.fromEntries(Object.entries(rules).filter(([key]) => isRuleKey(key) && isKept(key)));
}
