// Makes sure that everything the other commands need is installed. It runs before them, on a machine that may have
// nothing but Node, so it uses nothing but Node.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

requireNode();
installPackages();
if (!process.argv.includes('--packages-only')) installBrowser();

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNewEnough = major > 20 || (major === 20 && minor >= 19);
  if (!isNewEnough) stop([`Node 20.19 or newer is needed; this is ${process.versions.node}.`]);
}

function installPackages() {
  if (packagesMatchLock()) return;
  console.log('Installing the packages of package-lock.json …');
  const result = npm(['ci', '--no-audit', '--no-fund']);
  if (result.status !== 0) stop(['The packages could not be installed: see what npm says above.']);
}

/** Compares what npm recorded in node_modules with the lock, which is exact where file times are not. */
function packagesMatchLock() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  const wanted = readPackages(join(root, 'package-lock.json'));
  const isStale = Object.entries(installed).some(([path, { version }]) => wanted[path]?.version !== version);
  const isIncomplete = Object.entries(wanted).some(
    ([path, { optional }]) => path !== '' && !optional && !(path in installed),
  );
  return !isStale && !isIncomplete;
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function npm(args) {
  const options = { cwd: root, stdio: 'inherit' };
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function installBrowser() {
  if (missingForBrowser().length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && isDebian() && !process.env.CHROMIUM_PATH) installWithApt(missingForBrowser());
  const missing = missingForBrowser();
  if (missing.length > 0) stop(instructions(missing));
}

/** What a browser run needs and this machine lacks, each with the Debian package that brings it. */
function missingForBrowser() {
  const chromium = findChromium();
  const needs = [{ name: 'Chromium', debian: 'chromium', isHere: chromium !== null }];
  if (process.platform !== 'linux') return needs.filter((need) => !need.isHere);
  needs.push(
    { name: "Chromium's Japanese locale", debian: 'chromium-l10n', isHere: hasJapaneseLocale(chromium) },
    { name: 'fc-list', debian: 'fontconfig', isHere: fontsFor('en') !== null },
    { name: 'a Japanese font', debian: 'fonts-noto-cjk', isHere: Boolean(fontsFor('ja')) },
    { name: 'a Thai font', debian: 'fonts-thai-tlwg', isHere: Boolean(fontsFor('th')) },
  );
  return needs.filter((need) => !need.isHere);
}

function hasJapaneseLocale(chromium) {
  // Debian's /usr/bin/chromium is a script; its files are in /usr/lib/chromium.
  const folders = chromium === null ? [] : [dirname(realpathSync(chromium)), '/usr/lib/chromium'];
  return folders.some((folder) => existsSync(join(folder, 'locales', 'ja.pak')));
}

/** The fonts for a language, one a line; null where fc-list is not installed. */
function fontsFor(language) {
  const result = spawnSync('fc-list', [`:lang=${language}`], { encoding: 'utf8' });
  return result.error ? null : result.stdout.trim();
}

function isDebian() {
  return existsSync('/etc/debian_version');
}

function installWithApt(missing) {
  const packages = missing.map((need) => need.debian);
  console.log(`Installing ${packages.join(', ')} …`);
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  try {
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync(
      'apt-get',
      ['install', '-y', '-qq', '-o', 'Dpkg::Use-Pty=0', '--no-install-recommends', ...packages],
      options,
    );
  } catch (error) {
    stop([`apt-get failed: ${error.message}`, '', ...instructions(missing)]);
  }
}

function instructions(missing) {
  const named = process.env.CHROMIUM_PATH;
  if (named && findChromium() === null) {
    return [`CHROMIUM_PATH is ${named}, which is not an executable file: correct it, or unset it.`];
  }
  const packages = missing.map((need) => need.debian).join(' ');
  return [
    `Missing on this machine: ${missing.map((need) => need.name).join(', ')}.`,
    '',
    'On Debian:',
    `  sudo apt-get update && sudo apt-get install --no-install-recommends ${packages}`,
    'Elsewhere install Chromium or Chrome for Testing (Google Chrome itself ignores --load-extension), fonts for',
    'Japanese and Thai, and name the executable:',
    '  CHROMIUM_PATH=/path/to/chrome npm test',
  ];
}

function stop(lines) {
  console.error(`\n${lines.join('\n')}\n`);
  process.exit(1);
}
