import type { ImportFault } from '../../domain/policy/signed-file/import-faults.ts';
import type { MessageKey } from '../../platform/i18n.ts';

/** Why a file is not taken, and what to do. */
export const IMPORT_FAULT_WORDS: Readonly<Record<ImportFault, MessageKey>> = {
  'too-large': 'signedFaultTooLarge',
  'not-utf8': 'signedFaultBroken',
  'not-json': 'signedFaultBroken',
  'too-deep': 'signedFaultDangerous',
  'duplicate-key': 'signedFaultTwice',
  'forbidden-key': 'signedFaultDangerous',
  'not-signed-policy': 'signedFaultOtherFile',
  'newer-version': 'signedFaultNewer',
  'bad-signature': 'signedFaultSignature',
  'bad-content': 'signedFaultContent',
  'other-key': 'signedFaultOtherKey',
  'other-company': 'signedFaultOtherCompany',
  'counter-behind': 'signedFaultOld',
  'counter-used': 'signedFaultUsed',
  expired: 'signedFaultExpired',
  'from-future': 'signedFaultFuture',
  'nothing-to-release': 'signedFaultNoRelease',
  altered: 'signedFaultAltered',
};
