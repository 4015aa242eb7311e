import type { ComponentChildren } from 'preact';
import type { Audience } from '../../../../domain/broadcast/broadcast.ts';
import { peopleInWords } from '../../../../domain/broadcast/people-words.ts';
import type { MessageKey } from '../../../../platform/i18n.ts';
import { ForeignText } from '../../../../ui/foreign-text.tsx';
import { useGate } from '../gate-context.ts';

const AUDIENCES = {
  all: 'gateAudienceAll',
  narrowed: 'gateAudienceNarrowed',
  unclear: 'gateAudienceUnclear',
} as const satisfies Record<Audience['kind'], MessageKey>;

/** From whom, to whom, to how many and when, in one look. */
export function Summary() {
  const { words, options } = useGate();
  const { t } = words;
  const { broadcast, page, isDraft } = options.attempt;
  const { account, audience, schedule, voom, abTest } = broadcast;
  const hasTime = !isDraft || schedule.kind !== 'unclear';
  const settings = [
    ...(audience.limit === null ? [] : [t('gateLimitOn', words.when.number(audience.limit))]),
    ...(voom === true ? [t('gateVoomOn')] : []),
    ...(abTest === true ? [t('gateAbTestOn')] : []),
  ];
  return (
    <dl class="facts">
      <Fact label={t('gateLabelAccount')}>
        <strong>
          {page.accountName === null ? t('gateAccountUnknown') : <ForeignText text={page.accountName} />}
        </strong>
        {account !== null && <span class="quiet">{account}</span>}
      </Fact>
      <Fact label={t('gateLabelAudience')}>
        <strong>{t(AUDIENCES[audience.kind])}</strong>
        {audience.name !== null && <ForeignText text={audience.name} />}
      </Fact>
      <Fact label={t('gateLabelPeople')}>
        <People count={page.people} />
      </Fact>
      {hasTime && (
        <Fact label={t('gateLabelWhen')}>
          <When />
        </Fact>
      )}
      {settings.length > 0 && (
        <Fact label={t('gateLabelOptions')}>
          {settings.map((setting) => (
            <strong key={setting}>{setting}</strong>
          ))}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function People({ count }: { readonly count: number | null }) {
  const { words, options } = useGate();
  if (count === null) return <strong>{words.t('gatePeopleUnread')}</strong>;
  const inWords = peopleInWords(count, options.languageTag);
  return (
    <>
      <strong class="large">{words.people(count)}</strong>
      {inWords !== null && <span>{inWords}</span>}
    </>
  );
}

function When() {
  const { words, options } = useGate();
  const { schedule } = options.attempt.broadcast;
  switch (schedule.kind) {
    case 'now':
      return <strong class="large">{words.t('gateWhenNow')}</strong>;
    case 'unclear':
      return <strong>{words.t('gateWhenUnclear')}</strong>;
    case 'at': {
      const now = options.clock.now();
      return (
        <>
          <strong class="large">{words.when.dateAndTime(schedule.at, now)}</strong>
          <span>{words.when.distance(schedule.at, now)}</span>
        </>
      );
    }
  }
}
