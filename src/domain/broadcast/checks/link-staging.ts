import type { Check } from '../finding.ts';
import type { Address } from '../text/address.ts';
import { foundLink, linkPlaces } from './link-places.ts';

/** An address that only its makers can open, or that will not stay: test servers, previews, screens of administration. */
export const linkStaging: Check = {
  name: 'link-staging',
  level: 'block',
  find: ({ broadcast }) =>
    linkPlaces(broadcast).flatMap((link) =>
      isInternal(link.address) ? [foundLink(link, 'checkLinkStaging')] : [],
    ),
};

const INTERNAL_HOSTS: readonly RegExp[] = [
  /^localhost$|\.(?:localhost|local|localdomain|internal|intranet|lan|test|invalid)\.?$/,
  /^\d{1,3}(?:\.\d{1,3}){3}$|^\[/,
  /(?:^|\.)(?:ngrok\.io|ngrok-free\.(?:app|dev)|loca\.lt|trycloudflare\.com|serveo\.net|shopifypreview\.com)$/,
  /^deploy-preview-.*\.netlify\.app$|-git-.*\.vercel\.app$/,
  /^(?:manager|chat|account|entry|developers)\.line\.biz$|(?:^|\.)admin\.shopify\.com$/,
];
/** Subdomains of test servers; as a part of the name itself (test-center.jp) they are ordinary. */
const STAGING_LABEL =
  /^(?:stg|staging|stage|dev|develop|development|test|tst|qa|uat|sandbox|preview|preprod|local)\d{0,3}$|^(?:stg|staging|dev|uat|preview)\d{0,3}-|-(?:stg|staging|dev|test|uat|preview)\d{0,3}$/;
const INTERNAL_REST = /[?&](?:preview|_preview|preview_id|draft)=|\/wp-admin(?:\/|$)|\/preview\/?(?:$|\?)/i;
/** co.jp, ne.jp, com.tw: the name itself is the third label from the end. */
const SECOND_LEVEL = /\.(?:co|ne|or|go|ac|ed|lg|gr|com|net|org|in)\.(?:jp|tw|th)$/;

function isInternal({ host, port, rest }: Address): boolean {
  const labels = host.split('.');
  const subdomains = labels.slice(0, SECOND_LEVEL.test(host) ? -3 : -2);
  return (
    INTERNAL_HOSTS.some((pattern) => pattern.test(host)) ||
    subdomains.some((label) => STAGING_LABEL.test(label)) ||
    (port !== null && port !== '443' && port !== '80') ||
    INTERNAL_REST.test(rest)
  );
}
