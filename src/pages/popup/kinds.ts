import type { MessageKind } from '../../domain/unsend/message-kind.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import type { IconName } from '../../ui/icon.tsx';

interface KindLook {
  readonly icon: IconName;
  readonly label: MessageKey;
}

/** Each kind of message in a sign and words. */
export const KINDS: Readonly<Record<MessageKind, KindLook>> = {
  text: { icon: 'text', label: 'popupKindText' },
  sticker: { icon: 'sticker', label: 'popupKindSticker' },
  image: { icon: 'image', label: 'popupKindImage' },
  voice: { icon: 'voice', label: 'popupKindVoice' },
  other: { icon: 'message', label: 'popupKindOther' },
  automatic: { icon: 'message', label: 'popupKindAutomatic' },
  broadcast: { icon: 'message', label: 'popupKindBroadcast' },
};
