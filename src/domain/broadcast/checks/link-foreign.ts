import { isOwnHost } from '../../policy/link-hosts.ts';
import type { Check } from '../finding.ts';
import { foundLink, linkPlaces } from './link-places.ts';

/** An address outside the sites that the policy calls the company's own; where it names none, any will do. */
export const linkForeign: Check = {
  name: 'link-foreign',
  level: 'warn',
  find: ({ broadcast, policy: { ownLinkHosts } }) =>
    ownLinkHosts === null
      ? []
      : linkPlaces(broadcast)
          .filter(({ address }) => !isOwnHost(address.host, ownLinkHosts))
          .map((link) => foundLink(link, 'checkLinkForeign')),
};
