import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { JournalPorts } from './journal-ports.ts';
import { type SeenEntry, type Story, seeEntry, storiesOf } from './stories.ts';
import { fits, liesBefore, type StoryFilter } from './story-filter.ts';

/** How many stories are shown at first, and how many more each time. */
export const SHOWN_AT_ONCE = 50;
/** After so many pages without enough that fits, the reader is asked whether to go on. */
const PAGES_AT_ONCE = 10;

/** The journal as far as it was read, newest first. */
interface Book {
  readonly entries: readonly SeenEntry[];
  readonly lastPage: readonly SeenEntry[];
  readonly isAllRead: boolean;
}

const CLOSED_BOOK: Book = { entries: [], lastPage: [], isAllRead: false };

/** How much is to be shown of what fits. */
interface Wish {
  readonly filter: StoryFilter;
  readonly shown: number;
}

/** What was found, and what can be done about the rest. */
export interface Stories {
  readonly state: 'loading' | 'loaded' | 'failed';
  readonly stories: readonly Story[];
  readonly isAllRead: boolean;
  /** `more`: there may be more that fits. `search`: so far less fits than could be shown. Null: that is all. */
  readonly next: 'more' | 'search' | null;
  /** How many entries were looked at. */
  readonly looked: number;
  readonly goOn: () => void;
}

/** The newest stories that fit, read from the journal as far as is needed. `ports` and `filter` must keep their identity. */
export function useStories(ports: Pick<JournalPorts, 'pageBefore'>, filter: StoryFilter): Stories {
  const book = useRef(CLOSED_BOOK);
  const [read, setRead] = useState(CLOSED_BOOK);
  const [wish, setWish] = useState<Wish>({ filter, shown: SHOWN_AT_ONCE });
  const [state, setState] = useState<Stories['state']>('loading');
  // Another filter begins anew with what it finds first.
  const wanted = useMemo(
    () => (wish.filter === filter ? wish : { filter, shown: SHOWN_AT_ONCE }),
    [wish, filter],
  );
  const found = useMemo(() => storiesOf(read.entries).filter(fits(filter)), [read, filter]);
  const isEnd = read.isAllRead || liesBefore(filter, read.lastPage);

  useEffect(() => {
    const question = new AbortController();
    setState('loading');
    const take = (next: Book) => {
      book.current = next;
      setRead(next);
    };
    readFor(ports, book, take, wanted, question.signal).then(
      () => question.signal.aborted || setState('loaded'),
      () => question.signal.aborted || setState('failed'),
    );
    return () => question.abort();
  }, [ports, wanted]);

  const goOn = useCallback(() => {
    const isFull = found.length >= wanted.shown;
    setWish({ filter, shown: isFull ? wanted.shown + SHOWN_AT_ONCE : wanted.shown });
  }, [filter, found, wanted]);
  const hasMore = found.length > wanted.shown || !isEnd;
  return {
    state,
    stories: found.slice(0, wanted.shown),
    isAllRead: read.isAllRead,
    next: !hasMore ? null : found.length >= wanted.shown ? 'more' : 'search',
    looked: read.entries.length,
    goOn,
  };
}

/** Reads on until enough fits, nothing more can fit, or long enough was looked. */
async function readFor(
  ports: Pick<JournalPorts, 'pageBefore'>,
  book: { current: Book },
  take: (next: Book) => void,
  { filter, shown }: Wish,
  signal: AbortSignal,
): Promise<void> {
  for (let page = 0; page < PAGES_AT_ONCE; page++) {
    const { entries, lastPage, isAllRead } = book.current;
    if (isAllRead || liesBefore(filter, lastPage)) return;
    // One more than is shown: only then it is known that there is more.
    if (storiesOf(entries).filter(fits(filter)).length > shown) return;
    const { entries: stored } = await ports.pageBefore(entries.at(-1)?.seq ?? null);
    if (signal.aborted) return;
    const next = stored.map(seeEntry);
    take({ entries: [...entries, ...next], lastPage: next, isAllRead: next.length === 0 });
  }
}
