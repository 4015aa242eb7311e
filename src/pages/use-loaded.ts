import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** Something that is asked for when a page opens. While it is asked for again the last value stays. */
export interface Loaded<T> {
  readonly state: 'loading' | 'loaded' | 'failed';
  readonly value: T | null;
  readonly reload: () => void;
}

/** Asks once, and again on `reload`. A late answer to an earlier question is dropped. `load` must keep its identity. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [answer, setAnswer] = useState<Omit<Loaded<T>, 'reload'>>({ state: 'loading', value: null });
  const lastQuestion = useRef<AbortController>(null);
  const reload = useCallback(() => {
    lastQuestion.current?.abort();
    const question = new AbortController();
    lastQuestion.current = question;
    load().then(
      (value) => question.signal.aborted || setAnswer({ state: 'loaded', value }),
      () => question.signal.aborted || setAnswer((last) => ({ ...last, state: 'failed' })),
    );
  }, [load]);
  useEffect(() => {
    reload();
    return () => lastQuestion.current?.abort();
  }, [reload]);
  return { ...answer, reload };
}
