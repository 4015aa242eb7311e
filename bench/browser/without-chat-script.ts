import { withContentScripts } from './with-content-scripts.ts';

/** The chat's script as the build leaves it, by its path in the extension. */
export const CHAT_SCRIPT = 'src/content/chat.iife.js';
export const CHAT_STYLE = 'src/features/unsend-badge/badge.css';

/**
 * A copy of the built extension that does not start by itself on chats, so that it can be started on a conversation that is
 * open already, as it is after an installation.
 */
export function withoutChatScript(dist: string): Promise<string> {
  return withContentScripts(dist, (scripts) => scripts.filter(({ js }) => !js.includes(CHAT_SCRIPT)));
}
