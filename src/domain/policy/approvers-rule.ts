import * as v from 'valibot';
import { type Approver, approverSchema, MOST_APPROVERS } from '../broadcast/approval/approver.ts';
import { listRule } from './list-rule.ts';
import { damaged, type Rule } from './rule.ts';
import { isSameValue } from './same-value.ts';

const list = listRule({
  entry: approverSchema,
  most: MOST_APPROVERS,
  order: 'none',
  help: 'policyHelpApprovers',
});

/**
 * Who may approve, with own passphrases. Null: nobody is registered, and any other name will do; an empty list: nobody can. What is
 * damaged in a layer that others may not loosen costs its entry and never the whole list, which would let everybody approve.
 */
export const approversRule: Rule<Approver[] | null> = {
  schema: v.nullable(list.schema),
  standard: null,
  strictest: [],
  order: 'none',
  help: 'policyHelpApprovers',
  fixedWith: 'secondPerson',
  // Who may be any account's approver has to be each one's.
  either: (a, b) =>
    a === null || b === null ? (a ?? b) : a.filter((one) => b.some((other) => isSameValue(one, other))),
  overlay: (_, later) => later,
  read: (stored, isFloor) => {
    if (stored === null) return { value: null, flaws: [] };
    if (!Array.isArray(stored)) return damaged(isFloor ? [] : undefined);
    return list.read(stored, isFloor);
  },
};
