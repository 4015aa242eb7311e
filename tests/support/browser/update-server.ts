import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { SignedCopy } from './signed-copy.ts';

/** A server on this machine from which browsers install a signed copy, in the place of the Web Store. */
export interface UpdateServer {
  /** For `update_url`. */
  readonly url: string;
  close(): void;
}

/** Serves the archive, and the update manifest that is in a file by then. */
export async function serveUpdates({ crx }: SignedCopy, manifestFile: string): Promise<UpdateServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === '/matta.crx')
      response.setHeader('Content-Type', 'application/x-chrome-extension').end(crx);
    else if (pathname === '/updates.xml')
      response.setHeader('Content-Type', 'text/xml').end(readFileSync(manifestFile));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/updates.xml`, close: () => void server.close() };
}
