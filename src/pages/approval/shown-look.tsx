import type { ApprovalLook, ShownBubble } from '../../domain/broadcast/approval/look.ts';
import type { BubbleKind } from '../../domain/broadcast/broadcast.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { ForeignText } from '../../ui/foreign-text.tsx';
import { useTexts } from '../texts.ts';

const KINDS = {
  text: 'gateKindText',
  sticker: 'gateKindSticker',
  image: 'gateKindImage',
  video: 'gateKindVideo',
  voice: 'gateKindVoice',
  coupon: 'gateKindCoupon',
  'rich-message': 'gateKindRichMessage',
  'rich-video': 'gateKindRichVideo',
  card: 'gateKindCard',
  survey: 'gateKindSurvey',
  reservation: 'gateKindReservation',
  unknown: 'gateKindUnknown',
} as const satisfies Record<BubbleKind, MessageKey>;

/** The messages as far as they can be shown in words. Nothing in them can be pressed. */
export function ShownLook({ look }: { readonly look: ApprovalLook }) {
  const { t } = useTexts();
  return (
    <div>
      <h3 class="field-label" id="texts">
        {t('approvalTexts')}
      </h3>
      <ul class="texts" aria-labelledby="texts">
        {look.bubbles.map((bubble, place) => (
          <ShownMessage key={place} bubble={bubble} place={place} />
        ))}
      </ul>
    </div>
  );
}

function ShownMessage({ bubble, place }: { readonly bubble: ShownBubble; readonly place: number }) {
  const { t } = useTexts();
  const { kind, text, name, links } = bubble;
  return (
    <li>
      <span class="quiet">
        {t('gateBubble', place + 1)} {t(KINDS[kind])}
      </span>
      {text === '' && kind === 'text' && <span class="quiet">{t('gateBubbleEmpty')}</span>}
      {text !== '' && <ForeignText text={text} />}
      {name !== null && <ForeignText text={name} />}
      {links.length > 0 && <span class="quiet">{t('gateBubbleLinks')}</span>}
      {links.map((link) => (
        <bdi class="address" dir="ltr" key={link}>
          {link}
        </bdi>
      ))}
    </li>
  );
}
