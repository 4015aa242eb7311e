import { vi } from 'vitest';

/** Counts how often the document is asked anything while `act` runs: searches, comparisons, attributes, layout. */
export async function countQuestions(act: () => Promise<void>): Promise<number> {
  const spies = [
    vi.spyOn(Element.prototype, 'matches'),
    vi.spyOn(Element.prototype, 'closest'),
    vi.spyOn(Element.prototype, 'querySelector'),
    vi.spyOn(Element.prototype, 'querySelectorAll'),
    vi.spyOn(Element.prototype, 'getAttribute'),
    vi.spyOn(Element.prototype, 'getBoundingClientRect'),
    vi.spyOn(Node.prototype, 'compareDocumentPosition'),
    vi.spyOn(Node.prototype, 'contains'),
  ];
  await act();
  const count = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return count;
}
