/** What an address of the manager's pages about broadcasts names. */
export type Route =
  | { readonly page: 'list' }
  | { readonly page: 'create'; readonly isCopy: boolean }
  | { readonly page: 'edit'; readonly id: string };

/** The account that an address names, with its `@`. @throws RangeError on other addresses */
export function accountOf({ pathname }: Location): string {
  const account = /^\/account\/([^/]+)/.exec(pathname)?.[1];
  if (account === undefined) throw new RangeError(`no account in ${pathname}`);
  return decodeURIComponent(account);
}

export function routeOf({ pathname, search }: Location): Route {
  const id = /\/broadcast\/edit\/(\d+)/.exec(pathname)?.[1];
  if (id !== undefined) return { page: 'edit', id };
  if (!pathname.includes('/broadcast/create')) return { page: 'list' };
  return { page: 'create', isCopy: new URLSearchParams(search).has('from_copy') };
}

/** An address below the account, with the switches of this page. */
export function addressOf(account: string, path: string, isCopy = false): string {
  const query = new URLSearchParams(location.search);
  query.delete('from_copy');
  if (isCopy) query.set('from_copy', '1');
  // `URLSearchParams` writes the slash of a zone as %2F, which reads as the same.
  const text = query.toString();
  return `/account/${account}/${path}${text === '' ? '' : `?${text}`}`;
}
