import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';

export interface NoticeProps {
  readonly tone: 'inform' | 'warn' | 'urgent';
  readonly title: string;
  /** What happened and what to do about it. */
  readonly children: ComponentChildren;
}

/** Something a person should know, set apart from the rest of the page by sign, words and colour. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div class="notice" data-tone={tone} role={tone === 'inform' ? 'note' : 'alert'}>
      <Icon name={tone} />
      <div class="notice-body">
        <p class="notice-title">{title}</p>
        {children}
      </div>
    </div>
  );
}
