import type { Deployment, OutputFile } from './deployment.ts';

/**
 * What browsers read at the update address of a copy that the company has signed itself (protocol 2 of Google's updates). The archive,
 * `matta.crx`, lies beside it.
 */
export function updateManifest({ id, updateUrl }: Deployment, version: string): OutputFile {
  const archive = new URL('matta.crx', updateUrl).href.replaceAll('&', '&amp;');
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">',
    `  <app appid="${id}">`,
    `    <updatecheck codebase="${archive}" version="${version}"/>`,
    '  </app>',
    '</gupdate>',
    '',
  ];
  return { path: 'updates.xml', content: lines.join('\n') };
}
