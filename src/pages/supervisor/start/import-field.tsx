import { useState } from 'preact/hooks';
import {
  LONGEST_POLICY,
  type PolicyReading,
  readPolicyText,
  type TextRefusal,
} from '../../../domain/policy/policy-text.ts';
import type { MessageKey } from '../../../platform/i18n.ts';
import { Field } from '../../../ui/field.tsx';
import { useTexts } from '../../texts.ts';

type Read = Extract<PolicyReading, { readonly kind: 'read' }>;

const REFUSALS: Readonly<Record<TextRefusal | 'unreadable', MessageKey>> = {
  'too-large': 'supervisorImportTooLarge',
  'not-json': 'supervisorImportNotJson',
  'not-a-policy': 'supervisorImportNotPolicy',
  'nothing-known': 'supervisorImportNothing',
  'too-many': 'supervisorImportTooMany',
  unreadable: 'supervisorImportUnreadable',
};

/** A letter has at most four bytes, so that a larger file is not even opened. */
const LARGEST_FILE = LONGEST_POLICY * 4;

/** Reads a policy from a file; nothing is changed by that. */
export function ImportField({ onRead }: { readonly onRead: (reading: Read | null) => void }) {
  const { t } = useTexts();
  const [refused, setRefused] = useState<keyof typeof REFUSALS | null>(null);
  const read = async (file: File) => {
    const reading = await readFile(file);
    setRefused(reading.kind === 'read' ? null : reading.why);
    onRead(reading.kind === 'read' ? reading : null);
  };
  return (
    <Field
      id="import"
      label={t('supervisorImport')}
      help={t('supervisorImportHelp')}
      error={refused === null ? null : t(REFUSALS[refused])}
      control={(control) => (
        <input
          {...control}
          class="input file"
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file === undefined) return;
            void read(file);
            // The same file shall be read again when it was mended meanwhile.
            currentTarget.value = '';
          }}
        />
      )}
    />
  );
}

async function readFile(
  file: File,
): Promise<PolicyReading | { readonly kind: 'refused'; readonly why: 'unreadable' }> {
  if (file.size > LARGEST_FILE) return { kind: 'refused', why: 'too-large' };
  try {
    return readPolicyText(await file.text());
  } catch {
    return { kind: 'refused', why: 'unreadable' };
  }
}
