import type { Approver } from '../../src/domain/broadcast/approval/approver.ts';

/** Two who may approve. The keys were made with Python's `hashlib.pbkdf2_hmac`, apart from what is tested. */
export const YAMADA: Approver = {
  name: '山田',
  salt: '5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a',
  key: 'c91bb259540be29965baf07c59ee3ea7ecbe39aeee312a723cc13ce7dc57b0b3',
};
export const YAMADA_SAYS = '晴れときどき豚';
export const SUZUKI: Approver = {
  name: '鈴木',
  salt: 'c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3c3',
  key: 'dcb40c347e448ccb575b4cab0d7e234b5179f51d3f34504b65ad94b6d4d5fda5',
};
export const SUZUKI_SAYS = 'よく寝る猫は育つ';
