import { type ComponentChildren, render } from 'preact';
import type { PolicyInForce } from '../domain/policy/policy-in-force.ts';
import type { MessageKey } from '../platform/i18n.ts';
import type { PolicyStore } from '../storage/policy-store.ts';
import { pageTexts } from './page-texts.ts';
import { TextsProvider } from './texts.ts';

/** A page of ours: the id of the element that it fills, its title, and what is in it. */
export interface OwnPage {
  readonly id: string;
  readonly title: MessageKey;
  readonly content: (inForce: PolicyInForce) => ComponentChildren;
}

/**
 * Shows a page in the language of the policy, and anew when that becomes another one: of all other changes its parts hear
 * themselves, without losing what somebody is typing.
 */
export async function showPage(policy: Pick<PolicyStore, 'read' | 'watch'>, page: OwnPage): Promise<void> {
  let shown = await policy.read();
  await show(shown, page);
  policy.watch((inForce) => {
    if (languageOf(inForce) !== languageOf(shown)) void show(inForce, page);
    shown = inForce;
  }, new AbortController().signal);
}

async function show(inForce: PolicyInForce, { id, title, content }: OwnPage): Promise<void> {
  const texts = await pageTexts(languageOf(inForce), document.documentElement);
  document.title = texts.t(title);
  render(
    <TextsProvider value={texts}>{content(inForce)}</TextsProvider>,
    document.getElementById(id) ?? document.body,
  );
}

function languageOf({ rules }: PolicyInForce) {
  return rules.language.value;
}
