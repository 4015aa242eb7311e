import type { Instant } from '../../domain/clock.ts';
import { type PolicyChange, policyChanges } from '../../domain/policy/policy-changes.ts';
import { readLayer } from '../../domain/policy/read-layer.ts';
import type { RuleBook } from '../../domain/policy/rules.ts';
import type { ImportFault } from '../../domain/policy/signed-file/import-faults.ts';
import { judgeSignedFile, pinnedBy } from '../../domain/policy/signed-file/judge-signed-file.ts';
import type { OpenedFile } from '../../domain/policy/signed-file/open-signed-file.ts';
import { LARGEST_SIGNED_FILE } from '../../domain/policy/signed-file/signed-file.ts';
import { readUtf8, utf8 } from '../../domain/policy/signed-file/utf8.ts';
import type { ChosenFile } from '../file-choice.tsx';
import type { SupervisorPorts } from './supervisor-ports.ts';

/** An opened file with what people compare it by. */
export interface ShownFile {
  readonly file: OpenedFile;
  readonly fingerprint: readonly string[];
}

/** What a chosen file would do. */
export type Preview =
  | { readonly kind: 'refused'; readonly why: ImportFault }
  | { readonly kind: 'in-force' }
  | (ShownFile & {
      readonly kind: 'first' | 'next' | 'release';
      readonly text: string;
      readonly changes: readonly PolicyChange[];
    });

type Opener = Pick<SupervisorPorts, 'openFile' | 'fingerprint'>;

/**
 * Looks at a chosen file; one that is too large is not even read.
 * @param current the file by which it is judged; null: none
 * @param isAltered the rules were altered where they are kept, which the same file mends
 */
export async function previewFile(
  chosen: ChosenFile,
  { current, isAltered }: { readonly current: OpenedFile | null; readonly isAltered: boolean },
  now: Instant,
  ports: Opener,
): Promise<Preview> {
  if (chosen.size > LARGEST_SIGNED_FILE) return { kind: 'refused', why: 'too-large' };
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  const opening = await ports.openFile(bytes);
  if (!opening.ok) return { kind: 'refused', why: opening.why };
  const { opened } = opening;
  const judged = judgeSignedFile(opened, current === null ? null : pinnedBy(current), now);
  if (judged.kind === 'refused') return judged;
  if (judged.kind === 'in-force' && !isAltered) return { kind: judged.kind };
  return {
    kind: judged.kind === 'in-force' ? 'next' : judged.kind,
    file: opened,
    text: readUtf8(bytes) ?? '',
    fingerprint: await ports.fingerprint(opened.publicKey),
    changes: policyChanges(bookOf(current), bookOf(opened), 'no-demand'),
  };
}

/** The file in force, as it is shown; null: none, or one that cannot be read any more. */
export async function openText(text: string | null, ports: Opener): Promise<ShownFile | null> {
  if (text === null) return null;
  const opening = await ports.openFile(utf8(text));
  if (!opening.ok) return null;
  return { file: opening.opened, fingerprint: await ports.fingerprint(opening.opened.publicKey) };
}

function bookOf(file: OpenedFile | null): RuleBook {
  return readLayer(file?.payload.kind === 'policy' ? file.payload.policy : null, 'signed').values;
}
