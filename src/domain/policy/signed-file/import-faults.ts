/**
 * Why a signed file is not taken. Of the file itself: `bad-content` is signed, but by a program that writes something else. Of
 * this computer: `counter-used` is another file of the same counter, as when two people signed at once; `nothing-to-release`: no
 * rules are in force that it could release; `altered`: those in force were altered so that nobody knows whose they were.
 */
export const IMPORT_FAULTS = [
  'too-large',
  'not-utf8',
  'not-json',
  'too-deep',
  'duplicate-key',
  'forbidden-key',
  'not-signed-policy',
  'newer-version',
  'bad-signature',
  'bad-content',
  'other-key',
  'other-company',
  'counter-behind',
  'counter-used',
  'expired',
  'from-future',
  'nothing-to-release',
  'altered',
] as const;
export type ImportFault = (typeof IMPORT_FAULTS)[number];
