import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../section.tsx';
import { useTexts } from '../texts.ts';
import type { ApprovalPagePorts } from './approval-ports.ts';
import {
  answersOf,
  changedForm,
  chosenOf,
  EMPTY_FORM,
  type FormPart,
  lookedOn,
  lookOn,
  whoAndWhich,
} from './approver-form.ts';
import { BlindQuestions } from './blind-questions.tsx';
import { LookQuestions } from './look-questions.tsx';
import { RequestChoice } from './request-choice.tsx';
import { type PageResult, ResultNotice } from './result-notice.tsx';
import { SendBack } from './send-back.tsx';
import { TypedField } from './typed-field.tsx';
import { usePending } from './use-pending.ts';

const INCOMPLETE = { result: 'incomplete', waitSeconds: 0, code: null } as const;

/** The page of whoever approves somebody else's broadcast, at the sender's computer or at another one. */
export function ApprovalPage({ ports }: { readonly ports: ApprovalPagePorts }) {
  const { t } = useTexts();
  const { pending, look } = usePending(ports);
  const [form, setForm] = useState(EMPTY_FORM);
  const [isPractice, setPractice] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<PageResult | null>(null);
  const change: FormPart['change'] = (changed) => setForm((last) => changedForm(last, changed));
  const waiting = pending ?? [];
  const chosen = chosenOf(form, waiting);
  const shown = lookOn(form, chosen);
  const newest = waiting[0]?.id;
  const isOpen = form.chosen !== 'code' && chosen === null;
  useEffect(() => {
    // Never away from what somebody is about to answer.
    if (isOpen && newest !== undefined) change({ chosen: newest });
  }, [isOpen, newest]);
  const act = async (work: Promise<PageResult>) => {
    setBusy(true);
    setResult(null);
    const came = await work.catch(() => 'failed' as const);
    setResult(came);
    // The next person shall not find it.
    change({ passphrase: '' });
    await look();
    setBusy(false);
  };
  const give = () => {
    const answers = answersOf(form);
    if (answers === null) setResult(INCOMPLETE);
    else {
      const looked = lookedOn(form, chosen);
      void act(ports.give({ ...whoAndWhich(form, chosen), answers, looked, isPractice }));
    }
  };
  const sendBack = () => {
    const { reason, account, isAccountShown } = form;
    const from = isAccountShown ? account : null;
    void act(ports.sendBack({ ...whoAndWhich(form, chosen), reason, account: from }));
  };
  const label = isPractice ? 'approvalTry' : chosen === null ? 'approvalTell' : 'approvalGive';
  return (
    <>
      <header class="page-header">
        <img src="/icons/48.png" width="40" height="40" alt="" />
        <h1>{t('approvalTitle')}</h1>
      </header>
      <main>
        <p class="intro">{t('approvalIntro')}</p>
        <RequestChoice form={form} change={change} pending={waiting} />
        <Section title={t('optionsApproversHeading')}>
          <Approver
            form={form}
            change={change}
            proof={isPractice ? 'none' : chosen?.needsPassphrase === false ? 'name' : 'passphrase'}
          />
          <label class="radio">
            <input
              type="checkbox"
              id="practice"
              checked={isPractice}
              onChange={(event) => setPractice(event.currentTarget.checked)}
            />
            {t('approvalPractice')}
          </label>
          <p class="field-help">{t('approvalPracticeHelp')}</p>
        </Section>
        <BlindQuestions form={form} change={change} />
        {shown !== null && <LookQuestions look={shown} form={form} change={change} />}
        <section class="page-section">
          {isPractice && <Notice tone="warn" title={t('approvalPracticeOn')} children={null} />}
          <div>
            <div class="result" role="status">
              {result !== null && <ResultNotice result={result} />}
            </div>
            <Button look="main" disabled={isBusy} onPress={give}>
              {t(label)}
            </Button>
          </div>
          {!isPractice && <SendBack form={form} change={change} isBusy={isBusy} onSendBack={sendBack} />}
          <p class="quiet">{t('approvalHonest')}</p>
        </section>
      </main>
      <footer class="page-footer">
        <p>{t('commonUnofficial')}</p>
      </footer>
    </>
  );
}

interface ApproverProps extends FormPart {
  /** What shows who it is; in practice it does not matter. */
  readonly proof: 'passphrase' | 'name' | 'none';
}

function Approver({ form, change, proof }: ApproverProps) {
  const { t } = useTexts();
  return (
    <>
      <TypedField
        id="name"
        label={t('approvalName')}
        value={form.name}
        longest={60}
        onType={(name) => change({ name })}
      />
      {proof === 'passphrase' && (
        <TypedField
          id="passphrase"
          label={t('approvalPassphrase')}
          isSecret
          value={form.passphrase}
          longest={200}
          onType={(passphrase) => change({ passphrase })}
        />
      )}
      {proof === 'name' && <p class="quiet">{t('approvalUnregistered')}</p>}
    </>
  );
}
