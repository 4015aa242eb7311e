import { accountNames, RULES, type RuleBook, valueIn } from './rules.ts';

/**
 * True where a policy asks for a second person, for all accounts or for one, and names nobody who may be it: then any other name
 * will do, unless each computer registers people of its own.
 */
export function lacksApprovers(book: RuleBook): boolean {
  return [null, ...accountNames(book)].some((account) => {
    const when = valueIn(book, 'secondPerson', account) ?? RULES.secondPerson.standard;
    return when !== 'never' && (valueIn(book, 'approvers', account) ?? null) === null;
  });
}
