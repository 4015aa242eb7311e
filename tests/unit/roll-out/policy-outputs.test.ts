import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { managedSchema, type SchemaPart } from '../../../scripts/managed-schema.ts';
import { companionsOf } from '../../../scripts/policy/companions.ts';
import { type Deployment, WEB_STORE_UPDATE_URL } from '../../../scripts/policy/deployment.ts';
import { droppedByChrome } from '../../../scripts/policy/dropped-by-chrome.ts';
import { readPolicyFile, UnusablePolicyFile } from '../../../scripts/policy/policy-file.ts';
import { OUTPUTS, type OutputName } from '../../../scripts/policy/policy-options.ts';
import { ENGLISH_POLICY_WORDS } from '../../../scripts/policy/words.ts';
import { readManaged } from '../../../src/domain/policy/managed-policy.ts';
import type { Fields } from '../../../src/domain/policy/migrations.ts';
import { anyRuleBook } from '../../support/policies.ts';
import { readPlist } from '../../support/read-plist.ts';
import { importReg, type Registry } from '../../support/read-reg.ts';

const ID = 'abcdefghijklmnopabcdefghijklmnop';
const INSTALLATION = { installation_mode: 'force_installed', update_url: WEB_STORE_UPDATE_URL };
const CHROME = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome';
const EDGE = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge';
const RICH = {
  lock: 'enforce',
  largeAudience: 100,
  cautionWords: ['必ず', '"儲かる"', 'C:\\temp', '<b>&amp;</b>', '😀'],
  correctionText: '訂正です。\r\n\t「1,980円」→「2,980円」 \\ " < & ]]>',
  windows: { U0123456789abcdef0123456789abcdef: { mode: 'day', checkedAt: 1_790_000_000_000 } },
  accounts: { '@bakery': { override: 'never', cautionWords: [] } },
  defaults: { contactNames: ['店長'], apologyTexts: [] },
};

const deploymentOf = (fields: unknown): Deployment => ({
  id: ID,
  updateUrl: WEB_STORE_UPDATE_URL,
  rules: readPolicyFile(JSON.stringify(fields), ENGLISH_POLICY_WORDS),
});

function filesOf(out: OutputName, deployment: Deployment): ReadonlyMap<string, string | Uint8Array> {
  return new Map(OUTPUTS[out](deployment).map(({ path, content }) => [path, content]));
}
const textOf = (files: ReadonlyMap<string, string | Uint8Array>, path: string) => String(files.get(path));

/** What a browser makes of the files: what it is told itself, and what Matta is given. Numbers in JSON texts by the schema. */
const BROWSERS: Readonly<Record<string, (deployment: Deployment) => { settings: unknown; given: Fields }>> = {
  'Chrome on Windows': (deployment) => onWindows(CHROME, deployment),
  'Edge on Windows': (deployment) => onWindows(EDGE, deployment),
  'Chrome on macOS': (deployment) => onMac('com.google.Chrome', deployment),
  'Edge on macOS': (deployment) => onMac('com.microsoft.Edge', deployment),
  'Chrome on Linux': (deployment) => onLinux('etc/opt/chrome', deployment),
  'Chromium on Linux': (deployment) => onLinux('etc/chromium', deployment),
  'Edge on Linux': (deployment) => onLinux('etc/opt/edge', deployment),
};

function onWindows(root: string, deployment: Deployment) {
  const registry: Registry = new Map([
    [`${root}\\3rdparty\\extensions\\${ID}\\policy`, { override: 'reason' }],
  ]);
  importReg(bytesOf(deployment, 'matta.reg'), registry);
  const values = registry.get(`${root}\\3rdparty\\extensions\\${ID}\\policy`) ?? {};
  const { properties = {} } = managedSchema();
  const given = Object.entries(values).map(([key, value]) => [key, fromRegistry(value, properties[key])]);
  return { settings: registry.get(`${root}\\ExtensionSettings\\${ID}`), given: Object.fromEntries(given) };
}

function fromRegistry(value: string | number, part: SchemaPart | undefined): unknown {
  return typeof value === 'string' && part?.type !== 'string' ? JSON.parse(value) : value;
}

function bytesOf(deployment: Deployment, path: string): Uint8Array {
  const content = filesOf('windows', deployment).get(path);
  return content instanceof Uint8Array ? content : new Uint8Array();
}

function payloadsOf(file: string, deployment: Deployment): readonly Fields[] {
  const list: unknown = Object(readPlist(textOf(filesOf('mac', deployment), file))).PayloadContent;
  return Array.isArray(list) ? list : [];
}

function preferencesOf(payload: Fields | undefined): Fields {
  return Object.fromEntries(Object.entries(payload ?? {}).filter(([key]) => !key.startsWith('Payload')));
}

function onMac(domain: string, deployment: Deployment) {
  const payloads = payloadsOf('matta.mobileconfig', deployment);
  const of = (type: string) => preferencesOf(payloads.find(({ PayloadType }) => PayloadType === type));
  return { settings: Object(of(domain)['ExtensionSettings'])[ID], given: of(`${domain}.extensions.${ID}`) };
}

function onLinux(folder: string, deployment: Deployment) {
  const file = JSON.parse(textOf(filesOf('linux', deployment), `${folder}/policies/managed/matta.json`));
  return { settings: file.ExtensionSettings[ID], given: file['3rdparty'].extensions[ID] };
}

describe.each(Object.keys(BROWSERS))('what is made for %s', (name) => {
  const seen = (fields: unknown) => BROWSERS[name]?.(deploymentOf(fields)) ?? { settings: null, given: {} };

  it('installs Matta by force', () => {
    const pinned = name.startsWith('Edge') ? {} : { toolbar_pin: 'force_pinned' };
    expect(seen({}).settings).toEqual({ ...INSTALLATION, ...pinned });
  });

  it('fetches updates of a company’s own copy from where it was installed', () => {
    const updateUrl = 'https://example.jp/updates.xml';
    const { settings } = BROWSERS[name]?.({ ...deploymentOf({}), updateUrl }) ?? { settings: null };
    expect(settings).toMatchObject({ update_url: updateUrl });
    // The registry has a number in the place of yes.
    expect(Number(Object(settings).override_update_url)).toBe(1);
  });

  it('brings every rule as it was written, and loses none on the way', () => {
    const { given } = seen(RICH);
    expect(given).toEqual({ ...RICH, keys: expect.arrayContaining(Object.keys(RICH)) });
    expect(droppedByChrome(given, managedSchema())).toEqual([]);
    expect(readManaged(given, {})).toMatchObject({
      problems: [],
      locked: { rules: { cautionWords: RICH.cautionWords, correctionText: RICH.correctionText } },
      defaults: { rules: RICH.defaults },
    });
  });

  it('brings any policy that is not refused', async () => {
    await fc.assert(
      fc.property(anyRuleBook, anyRuleBook, (locked, defaults) => {
        const file = {
          ...locked.rules,
          accounts: locked.accounts,
          defaults: { ...defaults.rules, accounts: defaults.accounts },
        };
        try {
          const { given } = seen(file);
          const reading = readManaged(given, {});
          expect(reading.problems).toEqual([]);
          expect(reading.locked.rules).toEqual(withoutNulls(locked.rules));
          expect(reading.defaults.rules).toEqual(withoutNulls(defaults.rules));
        } catch (error) {
          if (!(error instanceof UnusablePolicyFile)) throw error;
          // An item that does not exist yet, and what is given back to nobody for one account alone: the only things that are refused.
          for (const reason of error.reasons)
            expect(reason).toMatch(/of-tomorrow|accounts.*(?:ownLinkHosts|approvers)/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const withoutNulls = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

describe('the files for Windows', () => {
  it('take the place of earlier rules, and leave other extensions alone', () => {
    const others = { [`${CHROME}\\ExtensionSettings\\other`]: { installation_mode: 'blocked' } };
    const registry: Registry = new Map(Object.entries(others));
    importReg(bytesOf(deploymentOf(RICH), 'matta.reg'), registry);
    importReg(bytesOf(deploymentOf({ lock: 'observe' }), 'matta.reg'), registry);
    expect(registry.get(`${CHROME}\\3rdparty\\extensions\\${ID}\\policy`)).toEqual({
      lock: 'observe',
      keys: '["lock"]',
    });
    expect(registry.get(`${CHROME}\\ExtensionSettings\\other`)).toEqual({ installation_mode: 'blocked' });
  });

  it('can be taken away without a rest', () => {
    const deployment = deploymentOf(RICH);
    const registry: Registry = new Map([[CHROME, { HomepageLocation: 'about:blank' }]]);
    for (const file of ['matta.reg', 'matta-companions.reg']) importReg(bytesOf(deployment, file), registry);
    expect(registry.get(EDGE)).toMatchObject({ InPrivateModeAvailability: 1, BrowserGuestModeEnabled: 0 });
    importReg(bytesOf(deployment, 'matta-remove.reg'), registry);
    expect([...registry]).toEqual([
      [CHROME, { HomepageLocation: 'about:blank' }],
      [EDGE, {}],
    ]);
  });
});

describe('the profiles for macOS', () => {
  it('have names and UUIDs of their own, which stay the same', () => {
    const identities = (fields: unknown) =>
      ['matta.mobileconfig', 'matta-companions.mobileconfig'].flatMap((file) => {
        const whole = Object(readPlist(textOf(filesOf('mac', deploymentOf(fields)), file)));
        const payloads: readonly Fields[] = whole.PayloadContent;
        return [whole, ...payloads].flatMap((one) => [one.PayloadUUID, one.PayloadIdentifier].map(String));
      });
    const first = identities(RICH);
    expect(identities({ lock: 'off' })).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
    for (const uuid of first.filter((name) => !name.startsWith('app.'))) {
      expect(uuid).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/);
    }
  });

  it('bring the companions by the names of each browser', () => {
    const [chrome, edge] = payloadsOf('matta-companions.mobileconfig', deploymentOf({})).map(preferencesOf);
    expect(chrome).toEqual(companionsOf('chrome'));
    expect(edge).toEqual(companionsOf('edge'));
    expect(Object.keys(companionsOf('edge'))).toContain('BrowserAddProfileEnabled');
  });
});

describe('the files for Linux', () => {
  it('bring the companions by the names of each browser', () => {
    const files = filesOf('linux', deploymentOf({}));
    const of = (folder: string) =>
      JSON.parse(textOf(files, `${folder}/policies/managed/matta-companions.json`));
    expect(of('etc/chromium')).toEqual(companionsOf('chrome'));
    expect(of('etc/opt/chrome')).toEqual(companionsOf('chrome'));
    expect(of('etc/opt/edge')).toEqual(companionsOf('edge'));
  });
});

describe('the texts for the Admin console', () => {
  const files = filesOf('admin-console', deploymentOf(RICH));

  it('have every rule as a value', () => {
    const given: Fields = JSON.parse(textOf(files, 'matta-rules.json'));
    const rules = Object.entries(given).map(([key, held]) => [key, Object(held).Value]);
    expect(Object.fromEntries(rules)).toEqual(deploymentOf(RICH).rules);
  });

  it('name everything that is entered by hand', () => {
    const text = textOf(files, 'matta-settings.txt');
    for (const needed of [ID, WEB_STORE_UPDATE_URL, ...Object.keys(companionsOf('chrome'))]) {
      expect(text).toContain(needed);
    }
  });
});
