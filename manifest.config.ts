import { defineManifest } from '@crxjs/vite-plugin';
import packageJson from './package.json' with { type: 'json' };

const CHAT = 'https://chat.line.biz/*';
const MANAGER = 'https://manager.line.biz/*';

/** The public half of a key pair whose private half is kept outside the repository: it fixes the extension's id. */
export const EXTENSION_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA1U2mkOnxgDQbEVDwuWkT1CX+S9NNR6NzJf3W7liHeneoWyn5ICBWiueb33K8WUCYjZ+Iab3dvdXyIj4AFRB7HPJIpeskT6N6zBeSPcFN3QWAw7ox86n5Qdzz62XF6gXDNP7iZnsEsw4HO/+LRYB19DN4KiZYzYvQDdV7wA0IXmA2hvhes8NIWO8O92j0ibHQwzL+D1ywaim5O/AknMNqo3wz1TZFNp4vhuCNXSpcqVNBuenVkuJSLUVwQ9TPS2gDZFzXtl/Fk2Kyqe2LsVNeDUHSZqmULsqP2maKi5EBtMt9yWhBvn6euDEXe+p8iIPCGFG9loTahK+hWph/3gVG0QIDAQAB';

/** Frames without an address of their own belong to the page that made them. */
const IN_EVERY_FRAME = {
  run_at: 'document_start',
  all_frames: true,
  match_about_blank: true,
  match_origin_as_fallback: true,
} as const;

export default defineManifest({
  manifest_version: 3,
  name: '__MSG_extensionName__',
  short_name: 'Matta',
  description: '__MSG_extensionDescription__',
  version: packageJson.version,
  default_locale: 'ja',
  key: EXTENSION_KEY,
  minimum_chrome_version: '137',
  icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
  action: {
    default_title: '__MSG_extensionName__',
    default_icon: { 16: 'icons/16.png', 32: 'icons/32.png' },
    default_popup: 'src/pages/popup/index.html',
  },
  options_ui: { page: 'src/pages/options/index.html', open_in_tab: true },
  background: { service_worker: 'src/background/main.ts', type: 'module' },
  // Made from the table of rules: `npm run managed-schema`.
  storage: { managed_schema: 'managed-schema.json' },
  permissions: [
    'storage',
    'unlimitedStorage',
    'alarms',
    'scripting',
    'declarativeNetRequestWithHostAccess',
    'webRequest',
  ],
  host_permissions: [CHAT, MANAGER],
  // On from the first moment, before any script of ours runs; the worker switches it by the policy.
  declarative_net_request: { rule_resources: [{ id: 'lock', enabled: true, path: 'rules/lock.json' }] },
  content_scripts: [
    {
      matches: [CHAT],
      js: ['src/content/chat.iife.ts'],
      css: ['src/features/unsend-badge/badge.css'],
      run_at: 'document_start',
    },
    // The order counts: the second hands its port over to the first, before any script of the page has run.
    { matches: [MANAGER], js: ['src/content/manager.iife.ts'], ...IN_EVERY_FRAME },
    { matches: [MANAGER], js: ['src/content/network-gate.iife.ts'], ...IN_EVERY_FRAME, world: 'MAIN' },
  ],
  content_security_policy: {
    extension_pages:
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  },
  incognito: 'spanning',
});
