import { afterEach, describe, expect, it, vi } from 'vitest';
import { askToKeepRecords } from '../../../src/pages/keep-records.ts';

afterEach(() => void vi.restoreAllMocks());

describe('asking for lasting storage', () => {
  it.each([true, false])('is asked once and done, whatever the answer (%s)', async (answer) => {
    const persist = vi.fn(async () => answer);
    await askToKeepRecords({ persist });
    expect(persist).toHaveBeenCalledOnce();
  });

  it('does not fail when the browser cannot answer, but says so', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    await askToKeepRecords({ persist: () => Promise.reject(new TypeError('no storage')) });
    expect(warn).toHaveBeenCalledOnce();
  });
});
