import { useState } from 'preact/hooks';
import type { FoundLink } from '../../../../domain/broadcast/checklist.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { useGate } from '../gate-context.ts';
import { ItemFrame } from './item-frame.tsx';
import type { ItemProps } from './item-props.ts';

/** Each link is opened from here, and that ticks it. */
export function LinksItem({ item, number, answers }: ItemProps<'links'>) {
  const { t } = useGate().words;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const open = (event: MouseEvent, id: string) => {
    // The page may have kept the link from opening.
    if (event.defaultPrevented || opened.has(id)) return;
    const now = new Set(opened).add(id);
    setOpened(now);
    const isDone = item.links.every((link) => addressOf(link) === null || now.has(link.id));
    if (isDone) void answers.give({ item: 'links', opened: [...now] });
  };
  return (
    <ItemFrame name="links" number={number} state={answers.stateOf('links')} help={t('gateHelpLinks')}>
      <ul class="links">
        {item.links.map((link) => {
          const address = addressOf(link);
          return (
            <li key={link.id} data-opened={opened.has(link.id)}>
              <bdi class="address" dir="ltr">
                {link.text}
              </bdi>
              {address === null ? (
                <span class="field-error">
                  <Icon name="warn" />
                  {t('gateLinkBroken')}
                </span>
              ) : (
                <span class="link-row">
                  <a
                    class="button"
                    href={address}
                    target="_blank"
                    rel="noopener noreferrer"
                    aria-label={`${t('gateLinkOpen')} ${link.text}`}
                    onClick={(event) => open(event, link.id)}
                    onAuxClick={(event) => event.button === 1 && open(event, link.id)}
                  >
                    {t('gateLinkOpen')}
                  </a>
                  {opened.has(link.id) && (
                    <span class="done">
                      <Icon name="check" />
                      {t('gateLinkOpened')}
                    </span>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </ItemFrame>
  );
}

/** Nothing but a web address is ever opened, whatever the message says. */
function addressOf({ url }: FoundLink): string | null {
  return url !== null && /^https?:\/\//i.test(url) ? url : null;
}
