/**
 * Hears what the worker and our own pages send to this tab. Only the extension itself can send here: it has no
 * `externally_connectable`.
 * @param listener answers a string to reply with it, undefined to leave the message to others
 */
export function onMessage(
  { runtime }: typeof chrome,
  listener: (message: unknown) => string | undefined,
  signal: AbortSignal,
): void {
  const hear = (message: unknown, sender: chrome.runtime.MessageSender, reply: (answer: string) => void) => {
    if (sender.id !== runtime.id) return;
    const answer = listener(message);
    if (answer !== undefined) reply(answer);
  };
  runtime.onMessage.addListener(hear);
  // After an update there is nothing left to be taken away from.
  signal.addEventListener('abort', () => runtime?.onMessage?.removeListener(hear), { once: true });
}
