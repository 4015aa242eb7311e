import { REQUEST_LETTERS, spacedCode } from '../../domain/broadcast/approval/spoken-code.ts';
import type { ApprovalAnswer, ApprovalResult } from '../../messaging/approval-protocol.ts';
import type { MessageKey, Translate } from '../../platform/i18n.ts';
import { Notice, type NoticeProps } from '../../ui/notice.tsx';
import { useTexts } from '../texts.ts';

/** What came of the last press; `failed`: the worker did not answer. */
export type PageResult = ApprovalAnswer | 'failed';

const RESULTS: Readonly<Record<ApprovalResult, readonly [NoticeProps['tone'], MessageKey]>> = {
  given: ['inform', 'approvalGiven'],
  told: ['inform', 'approvalTold'],
  differs: ['urgent', 'approvalDiffers'],
  unseen: ['warn', 'approvalUnseen'],
  own: ['warn', 'approvalOwn'],
  'sent-back': ['inform', 'approvalSentBack'],
  practice: ['inform', 'approvalPracticeRight'],
  'practice-differs': ['warn', 'approvalPracticeDiffers'],
  'practice-told': ['inform', 'approvalPracticeTold'],
  misread: ['warn', 'approvalMisread'],
  incomplete: ['warn', 'approvalIncomplete'],
  wrong: ['warn', 'approvalWrong'],
  wait: ['warn', 'approvalWait'],
  over: ['warn', 'approvalOver'],
  nobody: ['warn', 'approvalNobody'],
};

/** Says what came of it, and shows a code large enough to be read out. */
export function ResultNotice({ result }: { readonly result: PageResult }) {
  const { t } = useTexts();
  if (result === 'failed') return <Notice tone="urgent" title={t('approvalFailed')} children={null} />;
  const [tone, key] = RESULTS[result.result];
  const title = key === 'approvalWait' ? t(key, result.waitSeconds) : t(key);
  return (
    <Notice tone={tone} title={title}>
      {details(result, t).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {result.code !== null && (
        <p class="spoken">
          <bdi dir="ltr">{spacedCode(result.code)}</bdi>
        </p>
      )}
    </Notice>
  );
}

function details({ result, waitSeconds }: ApprovalAnswer, t: Translate): readonly string[] {
  if (result === 'told') return [t('approvalToldHelp')];
  if (result === 'misread') return [t('approvalCodeLength', REQUEST_LETTERS)];
  return result === 'wrong' && waitSeconds > 0 ? [t('approvalWait', waitSeconds)] : [];
}
