import type { Conversation } from '../content/conversations.ts';
import { element, withId } from '../dom.ts';
import { labels, shop, zone } from '../locale.ts';
import { Random } from '../model/random.ts';
import { avatarImage } from './avatar.ts';

/** The right column: who the customer is. */
export class Profile {
  readonly element = withId(element('div'), 'content-thirdly');

  show(conversation: Conversation | null): void {
    this.element.hidden = conversation === null;
    if (conversation === null) return;
    const sections =
      conversation.kind === 'user' ? userSections(conversation) : [membersSection(conversation)];
    this.element.replaceChildren(card(conversation), ...sections);
  }
}

function card({ kind, name, timeline }: Conversation): HTMLElement {
  const made = element(
    'div',
    'profile-card',
    avatarImage(kind === 'user' ? 'person' : 'group', name),
    element('h5', 'text-truncate', name),
  );
  const since = timeline.oldest?.sentAt;
  if (kind === 'user' && since !== undefined) {
    const { year, month, day } = zone.wallTimeOf(since - 90 * 86_400_000);
    made.append(element('div', 'small text-muted', `${labels.profile.added} ${year}/${month}/${day}`));
  }
  return made;
}

function userSections({ chatId, index }: Conversation): readonly HTMLElement[] {
  const random = new Random(`profile ${chatId}`);
  const tags = index === 0 ? shop.tags : [random.pick(shop.tags)];
  const notes = index === 0 ? shop.notes : [random.pick(shop.notes)];
  const tagElements = tags.map((tag) => element('a', 'tag tag-link', tag));
  const noteElements = notes.map((note) =>
    element(
      'div',
      'card',
      element('div', 'card-body', element('p', 'card-text preline user-select-text', note)),
    ),
  );
  return [
    section(labels.profile.tags, element('div', 'tags', ...tagElements)),
    section(labels.profile.notes, ...noteElements),
  ];
}

function membersSection({ cast }: Conversation): HTMLElement {
  const members = cast.members.map((member) =>
    element('div', 'profile-member', avatarImage('person', member), element('span', 'text-truncate', member)),
  );
  return section(labels.profile.members, ...members);
}

function section(title: string, ...children: readonly HTMLElement[]): HTMLElement {
  return element('section', 'profile-section', element('h6', 'profile-heading', title), ...children);
}
