import type { MessageKind } from '../../domain/unsend/message-kind.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import type { IconName } from '../../ui/icon.tsx';

interface KindLook {
  readonly icon: IconName;
  readonly label: MessageKey;
  /** False when no source says that such a message can be unsent (message-kind.ts). */
  readonly confirmed: boolean;
}

/** Each kind of message in a sign and words. */
export const KINDS: Readonly<Record<MessageKind, KindLook>> = {
  text: { icon: 'text', label: 'popupKindText', confirmed: true },
  sticker: { icon: 'sticker', label: 'popupKindSticker', confirmed: true },
  image: { icon: 'image', label: 'popupKindImage', confirmed: true },
  voice: { icon: 'voice', label: 'popupKindVoice', confirmed: true },
  other: { icon: 'message', label: 'popupKindOther', confirmed: false },
  automatic: { icon: 'message', label: 'popupKindAutomatic', confirmed: false },
  broadcast: { icon: 'message', label: 'popupKindBroadcast', confirmed: false },
};
