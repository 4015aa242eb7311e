import { type AddedAnchors, addedAnchorsSchema } from '../line-anchors.ts';
import { rule } from './rule.ts';

/** What helps Matta to find its way on a page that LINE has changed, until there is a new version. Stands or falls as a whole. */
export const anchorsRule = rule<AddedAnchors>({
  schema: addedAnchorsSchema,
  standard: {},
  order: 'none',
  help: 'policyHelpAnchors',
});
