import { COMPANIONS } from './companions.ts';
import type { Deployment, OutputFile } from './deployment.ts';

/**
 * For Google's Admin console: the text for its field "Policy for extensions", and a note of what is entered by hand. The console has no
 * import for the rest.
 */
export function adminConsoleFiles({ id, updateUrl, rules }: Deployment): readonly OutputFile[] {
  const values = Object.entries(rules).map(([key, value]) => [key, { Value: value }] as const);
  return [
    { path: 'matta-rules.json', content: `${JSON.stringify(Object.fromEntries(values), null, 2)}\n` },
    { path: 'matta-settings.txt', content: settingsText(id, updateUrl) },
  ];
}

function settingsText(id: string, updateUrl: string): string {
  const companions = COMPANIONS.map(({ chrome, value }) => `  ${chrome} = ${value}`);
  return [
    '1. 拡張機能 / The extension',
    `  ID = ${id}`,
    `  URL = ${updateUrl}`,
    '  インストール ポリシー / Installation policy = 自動インストール / Force install',
    '',
    '2. 拡張機能のポリシー / Policy for extensions',
    '  matta-rules.json の中身をすべて貼り付けます / paste all of matta-rules.json',
    '',
    '3. ブラウザーの設定（名前で検索します） / Settings of the browser (search for each name)',
    ...companions,
    '',
  ].join('\n');
}
