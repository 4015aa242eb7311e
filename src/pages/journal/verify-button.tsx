import { useState } from 'preact/hooks';
import { shortKey } from '../../domain/journal/check-journal.ts';
import type { MessageKey } from '../../platform/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Outcome, type OutcomeText } from '../../ui/outcome.tsx';
import { type Texts, useTexts } from '../texts.ts';
import { fullTime } from './event-facts.ts';
import type { JournalPorts } from './journal-ports.ts';
import { type BrokenPlace, type Checked, verifyJournal } from './verify-journal.ts';

type Progress =
  | { readonly step: 'running'; readonly count: number }
  | { readonly step: 'failed' }
  | { readonly step: 'done'; readonly checked: Checked };

const BREAKS: Readonly<Record<BrokenPlace['kind'], MessageKey>> = {
  changed: 'journalBrokenChanged',
  missing: 'journalBrokenMissing',
  swapped: 'journalBrokenSwapped',
  cut: 'journalBrokenCut',
  'head-ahead': 'journalBrokenAhead',
  'head-behind': 'journalBrokenBehind',
  unsigned: 'journalBrokenUnsigned',
  'bad-signature': 'journalBrokenSignature',
  'unknown-key': 'journalBrokenKey',
};

/** Checks the whole journal and says in plain words that it is whole, or what is wrong with it and where. */
export function VerifyButton({ ports }: { readonly ports: JournalPorts }) {
  const texts = useTexts();
  const { t } = texts;
  const [progress, setProgress] = useState<Progress | null>(null);
  const start = () => {
    setProgress({ step: 'running', count: 0 });
    verifyJournal(ports, (count) => setProgress({ step: 'running', count })).then(
      (checked) => setProgress({ step: 'done', checked }),
      () => setProgress({ step: 'failed' }),
    );
  };
  const broken = progress?.step === 'done' ? brokenWords(progress.checked, texts) : null;
  return (
    <div class="field">
      <div class="field-row">
        <Button onPress={start} disabled={progress?.step === 'running'} describedBy="verify-help">
          {t('journalVerify')}
        </Button>
        <Outcome outcome={progress === null ? null : outcomeText(progress, texts)} />
      </div>
      {broken !== null && (
        <Notice tone="urgent" title={t('journalBrokenTitle')}>
          <p>{broken}</p>
          <p>{t('journalBrokenAdvice')}</p>
        </Notice>
      )}
      <p class="field-help" id="verify-help">
        {t('journalVerifyHelp')}
      </p>
    </div>
  );
}

function outcomeText(progress: Progress, { t }: Texts): OutcomeText | null {
  switch (progress.step) {
    case 'running':
      return { tone: 'running', text: t('journalVerifyRunning', progress.count) };
    case 'failed':
      return { tone: 'failed', text: t('journalVerifyFailed') };
    case 'done':
      return progress.checked.broken === null ? wholeText(progress.checked, t) : null;
  }
}

function wholeText({ count, gaps, keys, unsigned }: Checked, t: Texts['t']): OutcomeText {
  if (count === 0) return { tone: 'done', text: t('journalVerifyNone') };
  const sentences = [
    t('journalVerifyWhole', count),
    ...keys.slice(-1).map(({ key }) => t('journalVerifyKey', shortKey(key))),
    ...(unsigned.length === 0 ? [] : [t('journalVerifyUnsigned', unsigned.map(stretchText).join(', '))]),
    ...(gaps.length === 0 ? [] : [t('journalVerifyGaps', gaps.join(', '))]),
  ];
  return { tone: gaps.length === 0 ? 'done' : 'failed', text: sentences.join(' ') };
}

function stretchText({ from, to }: Checked['unsigned'][number]): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function brokenWords({ broken }: Checked, { t, languageTag }: Texts): string | null {
  if (broken === null) return null;
  const { kind, at, writtenAt } = broken;
  const place =
    writtenAt === null
      ? t('journalBrokenPlace', at)
      : t('journalBrokenPlaceTime', at, fullTime(writtenAt, languageTag));
  return t(BREAKS[kind], place);
}
