/** What is true of one message of a varied chat page, whatever the page shows of it. */
export interface MessageTruth {
  readonly direction: 'outgoing' | 'incoming';
  readonly kind: 'operator' | 'automatic' | 'broadcast' | 'customer';
  readonly state: 'sent' | 'sending' | 'failed' | 'unsent';
  /** When LINE took it, epoch ms. */
  readonly sentAt: number;
}

/** Whether LINE surely takes a message back now; none of these is near the border. */
export function isUnsendable({ kind, state, sentAt }: MessageTruth, now: number, limitMs: number): boolean {
  return kind === 'operator' && state === 'sent' && now - sentAt < limitMs;
}

/** True for a mark of this kind. */
export function isMessageTruth(mark: object | undefined): mark is MessageTruth {
  return mark !== undefined && 'sentAt' in mark;
}
