import { companionsOf } from './companions.ts';
import { type BrowserName, type Deployment, installation, type OutputFile } from './deployment.ts';
import type { ManagedValue } from './managed-rules.ts';
import { type RegKey, type RegValue, regFile } from './reg-text.ts';

const CHROME = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Google\\Chrome';
const EDGE = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge';
const ROOTS = [
  { root: CHROME, browser: 'chrome' },
  { root: EDGE, browser: 'edge' },
] as const;

/**
 * Files for the registry of Windows, for Chrome and Edge: the extension with its rules, the companions, and what takes all of it away
 * again. The extension has keys of its own, so that no other extension's settings are touched.
 */
export function windowsFiles(deployment: Deployment): readonly OutputFile[] {
  return [
    {
      path: 'matta.reg',
      content: regFile(
        ['Matta: インストールと規則（Chrome、Edge） / installation and rules (Chrome, Edge)'],
        ROOTS.flatMap(({ root, browser }) => extensionKeys(root, browser, deployment)),
      ),
    },
    {
      path: 'matta-companions.reg',
      content: regFile(
        ['Mattaと一緒に使うブラウザーの設定 / settings of the browser that go with Matta'],
        ROOTS.map(({ root, browser }) => companionKey(root, browser, numberOf)),
      ),
    },
    {
      path: 'matta-remove.reg',
      content: regFile(
        ['matta.regとmatta-companions.regで入れたものを取り除きます / takes away what the two others bring'],
        [
          ...ROOTS.flatMap(({ root }) => removedKeys(root, deployment)),
          ...ROOTS.map(({ root, browser }) => companionKey(root, browser, () => null)),
        ],
      ),
    },
  ];
}

function extensionKeys(root: string, browser: BrowserName, deployment: Deployment): readonly RegKey[] {
  const { settings, policy } = pathsOf(root, deployment);
  return [
    { path: settings, values: registryValues(installation(deployment, browser)) },
    // Removed first: a rule that is not in the new file must not stay from an old one.
    { path: policy, remove: true, values: registryValues(deployment.rules) },
  ];
}

function removedKeys(root: string, deployment: Deployment): readonly RegKey[] {
  const { settings, extension } = pathsOf(root, deployment);
  return [
    { path: settings, remove: true },
    { path: extension, remove: true },
  ];
}

function pathsOf(root: string, { id }: Deployment) {
  const extension = `${root}\\3rdparty\\extensions\\${id}`;
  return { settings: `${root}\\ExtensionSettings\\${id}`, extension, policy: `${extension}\\policy` };
}

function companionKey(root: string, browser: BrowserName, to: (value: number | boolean) => RegValue): RegKey {
  const values = Object.entries(companionsOf(browser)).map(([name, value]) => [name, to(value)] as const);
  return { path: root, values: Object.fromEntries(values) };
}

const numberOf = (value: number | boolean): RegValue => Number(value);

function registryValues(
  rules: Readonly<Record<string, ManagedValue | boolean>>,
): Readonly<Record<string, RegValue>> {
  return Object.fromEntries(Object.entries(rules).map(([key, value]) => [key, registryValue(value)]));
}

/** Lists and objects as JSON texts, which Chrome reads where its schema has one (`ConvertRegistryValue` in registry_dict.cc). */
function registryValue(value: ManagedValue | boolean): RegValue {
  if (typeof value === 'boolean') return numberOf(value);
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
