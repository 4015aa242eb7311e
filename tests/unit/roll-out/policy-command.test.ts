import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXTENSION_KEY } from '../../../manifest.config.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { WEB_STORE_UPDATE_URL } from '../../../scripts/policy/deployment.ts';
import { extensionIdOfKey } from '../../../scripts/policy/extension-id.ts';
import { main } from '../../../scripts/policy.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
const OWN_COPY = ['--key', 'matta.pem', '--update-url', 'https://example.jp/a&b/updates.xml'];

describe('npm run policy', () => {
  let folder = '';
  let said: string[] = [];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'matta-policy-test-'));
    said = [];
    const keep = (line: string) => {
      said.push(line);
    };
    vi.spyOn(console, 'log').mockImplementation(keep);
    vi.spyOn(console, 'error').mockImplementation(keep);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await rm(folder, { recursive: true });
  });
  const run = (...args: readonly string[]) => main(['--to', join(folder, 'out'), ...args]);
  const written = () => readdir(join(folder, 'out'), { recursive: true }).catch(() => []);
  async function policy(text: string): Promise<string> {
    const file = join(folder, 'rules.json');
    await writeFile(file, text);
    return file;
  }

  it('writes the files of the example, and says what is locked and what to do next', async () => {
    expect(await run('--out', 'windows', '--lang', 'ja')).toBe(0);
    expect((await written()).toSorted()).toEqual(['matta-companions.reg', 'matta-remove.reg', 'matta.reg']);
    const text = said.join('\n');
    expect(text).toContain('lock = "enforce"');
    expect(text).toContain('docs/guide.ja.md');
    expect(text).toContain(`受け取り先: ${WEB_STORE_UPDATE_URL}`);
    expect(text).toContain(join(folder, 'out', 'matta.reg'));
  });

  it('writes for Matta’s own id and the Web Store, or for a copy that the company has signed', async () => {
    const file = join(folder, 'out', 'etc/chromium/policies/managed/matta.json');
    expect(await run('--out', 'linux', '--policy', await policy('{}'))).toBe(0);
    expect(await readFile(file, 'utf8')).toContain(extensionIdOfKey(EXTENSION_KEY));
    const key = join(folder, 'matta.pem');
    await writeFile(key, privateKey);
    const own = ['--key', key, ...OWN_COPY.slice(2)];
    expect(await run('--out', 'linux', '--policy', await policy('{}'), ...own)).toBe(0);
    const id = extensionIdOfKey(publicKey.toString('base64'));
    const { ExtensionSettings } = JSON.parse(await readFile(file, 'utf8'));
    expect(ExtensionSettings).toEqual({ [id]: expect.objectContaining({ update_url: OWN_COPY[3] }) });
    const manifest = await readFile(join(folder, 'out', 'updates.xml'), 'utf8');
    expect(manifest).toContain(`<app appid="${id}">`);
    expect(manifest).toContain(
      `codebase="https://example.jp/a&amp;b/matta.crx" version="${packageJson.version}"`,
    );
  });

  it('says so when nothing is locked', async () => {
    expect(await run('--out', 'mac', '--policy', await policy('{}'), '--lang', 'en')).toBe(0);
    expect(said.join('\n')).toContain('Locked (operators cannot change these)\n  nothing');
  });

  it.each(['windows', 'mac', 'linux', 'admin-console'])(
    'writes nothing for %s of a policy that is refused',
    async (out) => {
      const file = await policy('{ "lock": "enforce", "lok": "off" }');
      expect(await run('--out', out, '--policy', file, '--lang', 'en')).toBe(1);
      expect(await written()).toEqual([]);
      expect(said.join('\n')).toContain('  - lok: not a name');
    },
  );

  it('says so when the policy or the folder cannot be used', async () => {
    expect(await run('--out', 'mac', '--policy', join(folder, 'none.json'), '--lang', 'ja')).toBe(1);
    expect(said.join('\n')).toContain('ファイルの名前と場所を確かめてください');
    const file = await policy('{}');
    expect(await main(['--out', 'mac', '--policy', file, '--to', file, '--lang', 'ja'])).toBe(1);
    expect(said.join('\n')).toContain('保存先を確かめてください');
  });

  it('writes nothing for a copy whose key cannot be read', async () => {
    const file = await policy('{}');
    for (const key of [file, join(folder, 'none.pem')]) {
      const own = ['--key', key, ...OWN_COPY.slice(2)];
      expect(await run('--out', 'mac', '--policy', file, '--lang', 'ja', ...own)).toBe(1);
      expect(said.at(-1)).toContain(`${key} は署名の鍵（.pem）として読めません`);
    }
    expect(await written()).toEqual([]);
  });

  it.each([
    [[]],
    [['--out', 'toString']],
    [['--out', 'windows', 'more']],
    [['--out', 'windows', '--for', 'all']],
    [['--out', 'windows', ...OWN_COPY.slice(0, 2)]],
    [['--out', 'windows', ...OWN_COPY.slice(2)]],
    [['--out', 'windows', ...OWN_COPY.slice(0, 2), '--update-url', 'file:///updates.xml']],
  ])('explains itself for %j and writes nothing', async (args) => {
    expect(await run(...args)).toBe(2);
    expect(said.join('\n')).toContain('npm run policy -- --out windows|mac|linux|admin-console');
    expect(await written()).toEqual([]);
  });
});
