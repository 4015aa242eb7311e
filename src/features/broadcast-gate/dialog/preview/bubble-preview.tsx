import type { Bubble, BubbleKind } from '../../../../domain/broadcast/broadcast.ts';
import type { MessageKey } from '../../../../platform/i18n.ts';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { Icon, type IconName } from '../../../../ui/icon.tsx';
import { useGate } from '../gate-context.ts';
import type { ShownFinding } from './finding-words.ts';
import { MarkedText } from './marked-text.tsx';

const KINDS = {
  text: ['text', 'gateKindText'],
  sticker: ['sticker', 'gateKindSticker'],
  image: ['image', 'gateKindImage'],
  video: ['image', 'gateKindVideo'],
  voice: ['voice', 'gateKindVoice'],
  coupon: ['message', 'gateKindCoupon'],
  'rich-message': ['image', 'gateKindRichMessage'],
  'rich-video': ['image', 'gateKindRichVideo'],
  card: ['message', 'gateKindCard'],
  survey: ['message', 'gateKindSurvey'],
  reservation: ['clock', 'gateKindReservation'],
  unknown: ['message', 'gateKindUnknown'],
} as const satisfies Record<BubbleKind, readonly [IconName, MessageKey]>;

export interface BubblePreviewProps {
  readonly bubble: Bubble;
  /** Counted from 0. */
  readonly index: number;
  readonly findings: readonly ShownFinding[];
}

/** One bubble as its receivers get it, as far as it can be shown in words. Nothing in it can be pressed. */
export function BubblePreview({ bubble, index, findings }: BubblePreviewProps) {
  const { t } = useGate().words;
  const [icon, kind] = KINDS[bubble.kind];
  const isText = bubble.kind === 'text';
  return (
    <li class="bubble">
      <p class="bubble-kind">
        <Icon name={icon} />
        {t('gateBubble', index + 1)} <span>{t(kind)}</span>
      </p>
      {isText && bubble.text !== '' && <MarkedText text={bubble.text} bubble={index} findings={findings} />}
      {isText && bubble.text === '' && <p class="quiet">{t('gateBubbleEmpty')}</p>}
      {bubble.name !== null && (
        <p class="bubble-name">
          <ForeignText text={bubble.name} />
        </p>
      )}
      {bubble.links.length > 0 && (
        <div class="bubble-links">
          <span class="quiet">{t('gateBubbleLinks')}</span>
          {bubble.links.map((link) => (
            <bdi class="address" dir="ltr" key={link}>
              {link}
            </bdi>
          ))}
        </div>
      )}
    </li>
  );
}
