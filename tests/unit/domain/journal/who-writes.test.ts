import { expect, it } from 'vitest';
import { mayComeLate } from '../../../../src/domain/journal/who-writes.ts';
import { EVERY_EVENT } from '../../../support/journal-entries.ts';

it('what was changed, or done with the passphrase, is written down later where the journal cannot be written', () => {
  const late = EVERY_EVENT.filter(mayComeLate).map(({ kind }) => kind);
  expect(late).toContain('policy');
  expect(late).toContain('passphrase');
  // Nothing that a broadcast is let go for.
  expect(late).not.toContain('released');
  expect(late).not.toContain('answered');
});
