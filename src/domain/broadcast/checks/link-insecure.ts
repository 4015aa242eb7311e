import type { Check } from '../finding.ts';
import { foundLink, linkPlaces } from './link-places.ts';

/** http without the s: the phone may warn of the page or refuse it. */
export const linkInsecure: Check = {
  name: 'link-insecure',
  level: 'warn',
  find: ({ broadcast }) =>
    linkPlaces(broadcast)
      .filter(({ address }) => !address.isSecure)
      .map((link) => foundLink(link, 'checkLinkInsecure')),
};
