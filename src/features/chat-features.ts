import type { Feature } from './feature.ts';
import { startHealthNotice } from './health-notice/health-notice.ts';
import { startSendRecorder } from './send-recorder/send-recorder.ts';
import { startUnsendBadge } from './unsend-badge/unsend-badge.ts';

/** What Matta does on LINE's chat page: half of the table of contents of the product. */
export const CHAT_FEATURES: readonly Feature[] = [startUnsendBadge, startSendRecorder, startHealthNotice];
