import { element, withAttributes } from '../dom.ts';
import type { Message, Reply } from './message.ts';

const FRAME_PATIENCE_MS = 8000;

let frames = 0;

/** Posts a real form into a hidden frame, as pages did before XHR: a navigation, with no script in between. */
export function byForm(message: Message): Promise<Reply> {
  frames += 1;
  const target = `practice-frame-${frames}`;
  const frame = withAttributes(element('iframe'), { name: target, hidden: '' });
  const form = formTo(message.address, message.body, target);
  document.body.append(frame, form);
  return new Promise((resolve) => {
    // A navigation that is stopped tells the page nothing at all. The form stays, since it may still be on its way.
    const patience = setTimeout(() => resolve({ end: 'timeout', text: '' }), FRAME_PATIENCE_MS);
    frame.addEventListener('load', () => {
      if (isBlank(frame)) return;
      clearTimeout(patience);
      resolve(replyOf(frame));
      frame.remove();
      form.remove();
    });
    form.submit();
  });
}

function formTo(address: string, body: string | null, target: string): HTMLFormElement {
  const field = withAttributes(element('input'), { type: 'hidden', name: 'payload' });
  field.value = body ?? '';
  return withAttributes(element('form', '', field), { method: 'post', action: address, target, hidden: '' });
}

function isBlank(frame: HTMLIFrameElement): boolean {
  return frame.contentDocument?.URL === 'about:blank';
}

/** The answer is the text of a document; an error page of the browser cannot be read. */
function replyOf(frame: HTMLIFrameElement): Reply {
  const text = frame.contentDocument?.body?.textContent ?? null;
  if (text === null) return { end: 'network', text: '' };
  const code = /"code":(\d{3})/.exec(text)?.[1];
  return { end: code === undefined ? 200 : Number(code), text };
}
