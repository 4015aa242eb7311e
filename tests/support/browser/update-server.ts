import { createServer } from 'node:http';
import type { SignedCopy } from './signed-copy.ts';

/** A server on this machine from which browsers install a signed copy, in the place of the Web Store. */
export interface UpdateServer {
  /** For `update_url`. */
  readonly url: string;
  /** The paths that were asked for. */
  readonly asked: readonly string[];
  close(): void;
}

/** Serves the update manifest (protocol 2 of Google's) and the archive. */
export async function serveUpdates({ id, version, crx }: SignedCopy): Promise<UpdateServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin());
    asked.push(pathname);
    if (pathname === '/matta.crx')
      response.setHeader('Content-Type', 'application/x-chrome-extension').end(crx);
    else if (pathname === '/updates.xml') response.setHeader('Content-Type', 'text/xml').end(manifest());
    else response.writeHead(404).end();
  });
  const origin = () => {
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  };
  const manifest = () =>
    [
      `<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}">`,
      `<updatecheck codebase="${origin()}/matta.crx" version="${version}"/></app></gupdate>`,
    ].join('');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `${origin()}/updates.xml`, asked, close: () => void server.close() };
}
