import type { Fault, Note } from './report.ts';
import type { ChangedBy } from './rules-note.ts';
import { dayOf, minutesOf, type Words } from './words.ts';

/** The verifier in English. */
export const ENGLISH: Words = {
  tag: 'en',
  title: 'Checking a Matta journal',
  intro:
    'Choose a file that was saved with “Save for checking (JSONL)” in Matta. It is checked on this computer only and sent nowhere.',
  choose: 'Journal file',
  keyLabel: 'Signing key (if it was noted)',
  keyHelp: 'The 64 digits of each computer’s key. With them, entries that another key has signed are found.',
  checking: 'Checking…',
  cannotCheck:
    'This could not be checked: the browser cannot verify signatures (Ed25519). Use a recent Chrome.',
  cannotRead: (file) => `The file ${file} could not be read. Check its name and place.`,
  keyError: 'A key has 64 digits, 0 to 9 and a to f.',
  whole: 'All entries are as they were written.',
  broken: 'Something is wrong with this journal.',
  empty: 'There is no entry of Matta’s in this file.',
  faultsTitle: 'What is wrong',
  notesTitle: 'What you should know',
  keysTitle: 'Signing keys',
  entries: (count, first, last) => `${count} entries (${first} to ${last})`,
  key: (short, full, from) => `${short} (from entry ${from}) ${full}`,
  noKeys: 'No entry is signed. Gaps and changes were looked for by the chain alone.',
  compareKeys: 'Compare the key with the one that the journal page of Matta shows on that computer.',
  fault: faultWords,
  note: noteWords,
  rules: {
    title: 'Changes of rules and settings',
    language: 1,
    beginning: (at, when, by) => `Entry ${at} (${when}, ${CHANGED_BY[by]}): `,
    changed: (rule, before, after) => `${rule}: ${before} → ${after}`,
    added: (rule, after) => `${rule}: added “${after}”`,
    takenAway: (rule, before) => `${rule}: removed “${before}”`,
    sameWords: (rule, value) => `${rule}: something of “${value}” changed that the journal does not keep`,
    recommended: (rule) => `${rule} (recommended value)`,
    notDecided: 'not decided',
    none: 'none',
    any: 'not limited',
    colon: ': ',
    listMark: ', ',
    more: (count) => `and ${count} more`,
    namesOnly: (rules) => `changed: ${rules} (the values were not kept)`,
    kept: (rules) => `gone or damaged, so that the last value holds: ${rules}`,
    passphrase: {
      set: 'a passphrase for the settings was set',
      changed: 'the passphrase for the settings was changed',
      removed: 'the passphrase for the settings was removed',
      opened: 'the settings were opened with the passphrase',
      wrong: 'a wrong passphrase for the settings was entered',
      'found-other': 'the passphrase for the settings had disappeared or changed without Matta’s own page',
    },
  },
};

const CHANGED_BY: Readonly<Record<ChangedBy, string>> = {
  managed: 'brought by the company',
  signed: 'signed by a supervisor',
  own: 'at that computer',
};

function faultWords(fault: Fault): string {
  switch (fault.kind) {
    case 'odd-line':
      return `Line ${fault.line} of the file is not as Matta writes it.`;
    case 'changed':
      return `Entry ${fault.at} is not what was written.`;
    case 'missing':
      return `Entry ${fault.at} is missing.`;
    case 'swapped':
      return `Another entry stands in the place of entry ${fault.at}: the order was changed.`;
    case 'cut':
      return `The beginning is missing (from entry ${fault.at}).`;
    case 'head-ahead':
      return `The newest entries are missing (from entry ${fault.at}).`;
    case 'head-behind':
      return `The second store does not know entry ${fault.at} and what follows. This also happens when the browser closes while an entry is written.`;
    case 'unsigned':
      return `The signature that should be on entry ${fault.at} is missing.`;
    case 'bad-signature':
      return `The signature of entry ${fault.at} does not fit what it says.`;
    case 'unknown-key':
      return `An unknown key has signed entry ${fault.at}.`;
    case 'no-end':
      return `The file has no end mark: entries after ${fault.after} may have been cut off.`;
  }
}

function noteWords(note: Note): string {
  switch (note.kind) {
    case 'unsigned-part': {
      const { from, to } = note.stretch;
      const which = from === to ? `Entry ${from} bears` : `Entries ${from} to ${to} bear`;
      return `${which} no signature (written before entries were signed, or by a browser that cannot sign).`;
    }
    case 'gap':
      return `Entry ${note.at}: entries had been lost (there should have been ${note.expected ?? '?'}, there were ${note.found ?? '?'}).`;
    case 'pruned':
      return `Entry ${note.at}: entries up to ${note.last} were removed by rule on ${dayOf(note.when)}, as older than ${note.days} days.`;
    case 'late':
      return `Entry ${note.at} could not be written when it happened, and was written later. Until then nothing protected what it says.`;
    case 'rekey':
      return `Entry ${note.at}: the signing key was lost, and a new one took over. Compare the keys.`;
    case 'clock-jump':
      return note.byMs < 0
        ? `Entry ${note.at}: the computer’s clock went back by ${minutesOf(note.byMs)} min.`
        : `Entry ${note.at}: the computer’s clock went forward by ${minutesOf(note.byMs)} min (also happens after sleep).`;
    case 'clock-off':
      return `From entry ${note.at}: the computer’s clock was ${minutesOf(note.byMs)} min ${note.byMs < 0 ? 'behind' : 'ahead of'} LINE’s.`;
  }
}
