import { useCallback, useEffect, useState } from 'preact/hooks';
import { MINUTE, SECOND } from '../../domain/clock.ts';
import { type Loaded, useLoaded } from '../use-loaded.ts';
import type { LockAnswer, SupervisorPorts, TryAnswer } from './supervisor-ports.ts';

/** So long after the right passphrase the settings stay open, unless the page is left. */
const OPEN_MS = 10 * MINUTE;

/** The passphrase before the settings, as this page has it. */
export interface Lock {
  readonly loaded: Loaded<LockAnswer>;
  /** There is a passphrase, and nobody has given it on this page. */
  readonly isClosed: boolean;
  readonly tryOpen: (passphrase: string) => Promise<TryAnswer>;
  readonly close: () => void;
}

/** Follows the lock; while a try has to wait, the worker is asked every second, which keeps the wait counting there. */
export function useLock({ settingsLock, tryPassphrase }: SupervisorPorts): Lock {
  const loaded = useLoaded(settingsLock);
  const [isOpen, setOpen] = useState(false);
  const { value, reload } = loaded;
  useEffect(() => {
    if (!isOpen) return;
    const timer = setTimeout(() => setOpen(false), OPEN_MS);
    return () => clearTimeout(timer);
  }, [isOpen]);
  useEffect(() => {
    if (value === null || value.waitMs === 0) return;
    const timer = setTimeout(reload, SECOND);
    return () => clearTimeout(timer);
  }, [value, reload]);
  const tryOpen = useCallback(
    async (passphrase: string) => {
      const result = await tryPassphrase(passphrase);
      if (result === 'right') setOpen(true);
      reload();
      return result;
    },
    [tryPassphrase, reload],
  );
  const close = useCallback(() => setOpen(false), []);
  // What is not known yet counts as closed.
  return { loaded, isClosed: value?.lock !== 'none' && !isOpen, tryOpen, close };
}
