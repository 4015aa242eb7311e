import { createHash } from 'node:crypto';
import { companionsOf } from './companions.ts';
import { type BrowserName, type Deployment, installation, type OutputFile } from './deployment.ts';
import { type PlistValue, plistText } from './plist-text.ts';

const CHROME = 'com.google.Chrome';
const EDGE = 'com.microsoft.Edge';

/** What one program is told: the name of its preferences, and the preferences. */
interface Payload {
  readonly domain: string;
  readonly preferences: Readonly<Record<string, PlistValue>>;
}

/**
 * Configuration profiles for macOS, for Chrome and Edge: the extension with its rules, and the companions. Names and UUIDs follow from
 * what a profile is about, so that a later one takes the place of an earlier.
 */
export function macFiles(deployment: Deployment): readonly OutputFile[] {
  const { id, rules } = deployment;
  const settings = (browser: BrowserName) => ({
    ExtensionSettings: { [id]: installation(deployment, browser) },
  });
  return [
    profile('matta', `Matta ${id}`, [
      { domain: CHROME, preferences: settings('chrome') },
      // On macOS an extension's policy has preferences of its own; a `3rdparty` in those of Chrome is read by nobody.
      { domain: `${CHROME}.extensions.${id}`, preferences: rules },
      { domain: EDGE, preferences: settings('edge') },
      { domain: `${EDGE}.extensions.${id}`, preferences: rules },
    ]),
    profile('matta-companions', 'Matta: settings of the browser', [
      { domain: CHROME, preferences: companionsOf('chrome') },
      { domain: EDGE, preferences: companionsOf('edge') },
    ]),
  ];
}

function profile(name: string, title: string, payloads: readonly Payload[]): OutputFile {
  const content = plistText({
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    ...identity(name),
    PayloadDisplayName: title,
    // For all users of the computer; only an administrator can install or remove it.
    PayloadScope: 'System',
    PayloadContent: payloads.map(({ domain, preferences }) => ({
      ...preferences,
      PayloadType: domain,
      PayloadVersion: 1,
      ...identity(`${name}.${domain}`),
      PayloadDisplayName: domain,
      PayloadEnabled: true,
    })),
  });
  return { path: `${name}.mobileconfig`, content };
}

function identity(name: string) {
  return { PayloadIdentifier: `app.matta.${name}`, PayloadUUID: uuidOf(name) };
}

/** A UUID of version 8 (RFC 9562, §5.8): our own way to make one, from the SHA-256 of a name. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex').toUpperCase();
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `A${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
