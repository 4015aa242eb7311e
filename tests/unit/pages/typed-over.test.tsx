// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useTypedOver } from '../../../src/pages/use-typed-over.ts';

let page: HTMLElement;
beforeEach(() => {
  // No frame is ever drawn: what is seen is what the first one would show.
  vi.useFakeTimers();
  page = document.createElement('div');
});
afterEach(() => {
  render(null, page);
  vi.useRealTimers();
});

function Field({ inForce }: { readonly inForce: string }) {
  const { text, setText, rejected, setRejected } = useTypedOver(inForce, '');
  const type = (typed: string) => {
    setText(typed);
    setRejected(`not ${typed}`);
  };
  return <input value={text} title={rejected} onInput={(event) => type(event.currentTarget.value)} />;
}

/** What the field shows once all is done that does not wait for a frame. */
async function shown(): Promise<readonly (string | undefined)[]> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  const field = page.querySelector('input');
  return [field?.value, field?.title];
}
function type(text: string): void {
  const field = page.querySelector('input');
  if (field === null) throw new Error('no field');
  field.value = text;
  field.dispatchEvent(new Event('input'));
}

it('shows what comes into force in the frame in which it does, and keeps what is typed until then', async () => {
  render(<Field inForce="5" />, page);
  expect(await shown()).toEqual(['5', '']);
  type('x');
  expect(await shown()).toEqual(['x', 'not x']);
  render(<Field inForce="5" />, page);
  expect(await shown()).toEqual(['x', 'not x']);
  render(<Field inForce="7" />, page);
  expect(await shown()).toEqual(['7', '']);
});
