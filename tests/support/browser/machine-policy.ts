import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumPath } from './chromium-path.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** Where Chromium looks for the policies of the machine. */
const CHROMIUM_FOLDER = '/etc/chromium';

/** Chromium cannot be given policies of its own on this machine. */
export class NoMachinePolicy extends Error {
  override readonly name = 'NoMachinePolicy';
}

/** Policies that one browser takes for those of the machine; no other browser sees them. */
export interface MachinePolicy {
  /** To be started in the place of Chromium. */
  readonly executable: string;
  /** Writes what an administrator decides for one extension, at once. */
  write(extensionId: string, policy: object): Promise<void>;
  /** Puts files where they belong that were made for a whole machine: those for Chromium below `root`. */
  install(root: string): Promise<void>;
  /** Writes a file as it stands, whatever is in it. */
  writeText(text: string): Promise<void>;
  remove(): Promise<void>;
}

/** Makes a folder that only the browser which is started by `executable` has in the place of the machine's. */
export async function machinePolicy(): Promise<MachinePolicy> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync(CHROMIUM_FOLDER)) {
    throw new NoMachinePolicy(
      `needs Linux with Chromium in its usual place: run the tests as root (in a container, for example) with ${CHROMIUM_FOLDER} there`,
    );
  }
  const folder = await makeTemporaryFolder('matta-policies-');
  const managed = join(folder, 'policies', 'managed');
  await mkdir(managed, { recursive: true });
  const executable = join(folder, 'chromium-with-policies');
  const mounted = `mount --bind '${folder}' ${CHROMIUM_FOLDER} && exec '${chromiumPath()}' "$@"`;
  await writeFile(executable, `#!/bin/sh\nexec unshare --mount sh -c ${quoted(mounted)} sh "$@"\n`);
  await chmod(executable, 0o755);
  const file = join(managed, 'matta.json');
  const writeText = async (text: string) => {
    // Renamed into its place, so that Chromium never reads half of it.
    await writeFile(join(folder, 'next'), text);
    await rename(join(folder, 'next'), file);
  };
  return {
    executable,
    write: (extensionId, policy) =>
      writeText(JSON.stringify({ '3rdparty': { extensions: { [extensionId]: policy } } })),
    install: async (root) => {
      const made = join(root, CHROMIUM_FOLDER, 'policies', 'managed');
      for (const name of await readdir(made)) {
        await copyFile(join(made, name), join(folder, 'next'));
        await rename(join(folder, 'next'), join(managed, name));
      }
    },
    writeText,
    remove: () => rm(file),
  };
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
