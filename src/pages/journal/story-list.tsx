import { useMemo, useState } from 'preact/hooks';
import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import { FilterForm } from './filter-form.tsx';
import type { JournalPorts } from './journal-ports.ts';
import type { Story } from './stories.ts';
import { NO_FILTER } from './story-filter.ts';
import { StoryItem } from './story-item.tsx';
import { type Stories, useStories } from './use-stories.ts';

/** The newest of the journal that fits, and more on demand. */
export function StoryList({ ports }: { readonly ports: JournalPorts }) {
  const { t } = useTexts();
  const [filter, setFilter] = useState(NO_FILTER);
  const found = useStories(ports, filter);
  const accounts = useMemo(() => accountsOf(found.stories), [found.stories]);
  return (
    <Section title={t('journalListHeading')}>
      <FilterForm filter={filter} accounts={accounts} onChange={setFilter} />
      {found.stories.length > 0 && (
        <ul class="stories">
          {found.stories.map((story) => (
            <StoryItem key={story.key} story={story} isAllRead={found.isAllRead} />
          ))}
        </ul>
      )}
      <div class="list-end">
        <ListEnd found={found} isFiltered={filter !== NO_FILTER} />
      </div>
    </Section>
  );
}

function ListEnd({ found, isFiltered }: { readonly found: Stories; readonly isFiltered: boolean }) {
  const { t } = useTexts();
  const { state, stories, next, looked, goOn } = found;
  if (state === 'loading') return <p class="quiet">{t('commonLoading')}</p>;
  if (state === 'failed') {
    return (
      <Notice tone="warn" title={t('commonLoadFailed')}>
        <Button onPress={goOn}>{t('commonRetry')}</Button>
      </Notice>
    );
  }
  return (
    <>
      {stories.length === 0 && next === null && (
        <p class="quiet">{t(isFiltered && looked > 0 ? 'journalNoMatch' : 'journalEmpty')}</p>
      )}
      {next === 'search' && <p class="quiet">{t('journalLookedAt', looked)}</p>}
      {next !== null && (
        <Button onPress={goOn}>{t(next === 'more' ? 'journalMore' : 'journalSearchOn')}</Button>
      )}
    </>
  );
}

function accountsOf(stories: readonly Story[]): readonly BasicId[] {
  const accounts = stories.flatMap(({ entries }) => entries.map(({ entry }) => entry?.account ?? null));
  return [...new Set(accounts)].filter((account) => account !== null).toSorted();
}
