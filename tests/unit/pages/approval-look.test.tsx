// @vitest-environment jsdom
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { briefLine } from '../../../src/domain/broadcast/approval/brief.ts';
import type { ApprovalLook } from '../../../src/domain/broadcast/approval/look.ts';
import { spokenCodeSchema } from '../../../src/domain/broadcast/approval/spoken-code.ts';
import type { CustomQuestion } from '../../../src/domain/broadcast/custom-question.ts';
import { ApprovalPage } from '../../../src/pages/approval/approval-page.tsx';
import { extractedValue, linkOf } from '../../support/broadcasts.ts';
import { fakeApprovalPorts } from '../../support/pages/fake-approval-ports.ts';
import { japaneseTexts } from '../../support/pages/japanese-texts.ts';
import { type RenderedPage, renderPage } from '../../support/pages/render-page.tsx';

const { t } = japaneseTexts;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const CODE = v.parse(spokenCodeSchema, '7K2M9QR0ABCD');
const question = (id: string, kind: CustomQuestion['kind'], ...choices: string[]): CustomQuestion => ({
  name: `custom:${id}`,
  kind,
  text: { ja: `${id}の質問` },
  choices: choices.map((ja) => ({ ja })),
});
const ODD = '<img src=x onerror=alert(1)>\u202eです';
const LOOK: ApprovalLook = {
  bubbles: [
    { kind: 'text', text: ODD, name: null, links: [] },
    { kind: 'coupon', text: '', name: '冬の500円引き', links: ['https://example.jp/coupon'] },
  ],
  values: [extractedValue('d0-1'), { ...extractedValue('a0-9'), kind: 'amount', text: '500円' }],
  links: [linkOf('l0-1'), linkOf('l0-2', 'javascript:alert(1)'), linkOf('l0-3', null)],
  questions: [
    question('shop', 'tick'),
    question('colour', 'choice', '赤', '青'),
    question('stock', 'number'),
    question('word', 'word'),
  ],
};
const line = (look = LOOK) => `【Matta】お願いします。\n${briefLine({ request: CODE, look })}`;

async function show() {
  const ports = fakeApprovalPorts([], { result: 'told', waitSeconds: 0, code: CODE });
  return { ports, page: await renderPage(<ApprovalPage ports={ports} />) };
}
const paste = (page: RenderedPage, text: string) =>
  page.enter(page.find<HTMLTextAreaElement>('#pasted'), text);
const press = async (page: RenderedPage) => {
  await page.click(page.find('input[name="when"][value="now"]'));
  await page.click(page.button(t('approvalTell')));
};

describe('a text that an operator at another computer has sent', () => {
  it('shows the messages as text, whatever they look like, and which request it is', async () => {
    const { page } = await show();
    await paste(page, line());
    expect(page.all('.texts li')).toHaveLength(2);
    expect(page.all('img')).toHaveLength(1);
    const shown = page.all('.texts bdi').map(({ textContent, dir }) => [textContent, dir]);
    expect(shown).toEqual([
      [ODD, 'auto'],
      ['冬の500円引き', 'auto'],
      ['https://example.jp/coupon', 'ltr'],
    ]);
    expect(page.text()).toContain(t('gateKindCoupon'));
    expect(page.text()).toContain(t('approvalRequestOf', '7K2M-9QR0-ABCD'));
    expect(page.all('#code')).toEqual([]);
  });

  it('is answered with everything that is asked about it', async () => {
    const { page, ports } = await show();
    await paste(page, line());
    for (const box of page.all('.plain input[type="checkbox"]')) await page.click(box);
    const links = page.all('.look-link a');
    // Nothing but a web address opens.
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://example.jp/']);
    expect(links.map((link) => link.getAttribute('rel'))).toEqual(['noopener noreferrer']);
    for (const link of links) await page.click(link);
    await page.click(page.find('label:last-child > input[name="custom:colour"]'));
    await page.enter(page.find<HTMLInputElement>('[id="custom:stock"]'), '30');
    await page.enter(page.find<HTMLInputElement>('[id="custom:word"]'), '冬');
    await press(page);
    expect(ports.give.mock.calls[0]?.[0]).toMatchObject({
      request: { way: 'code', typed: CODE },
      looked: {
        look: LOOK,
        ticked: ['d0-1', 'a0-9'],
        opened: ['l0-1'],
        custom: [
          { item: 'custom:shop', given: { kind: 'tick' } },
          { item: 'custom:colour', given: { kind: 'choice', choice: 1 } },
          { item: 'custom:stock', given: { kind: 'number', typed: '30' } },
          { item: 'custom:word', given: { kind: 'word', typed: '冬' } },
        ],
      },
    });
  });

  it('takes a tick back, and forgets all of them when another text is pasted', async () => {
    const { page, ports } = await show();
    await paste(page, line());
    const [first, second] = page.all('.plain input[type="checkbox"]');
    for (const box of [first, second, first]) if (box !== undefined) await page.click(box);
    await press(page);
    expect(ports.give.mock.calls[0]?.[0].looked?.ticked).toEqual(['a0-9']);
    await paste(page, line({ ...LOOK, links: [] }));
    await press(page);
    expect(ports.give.mock.calls[1]?.[0].looked?.ticked).toEqual([]);
  });

  test.each([
    ['words', 'お世話になっております。', 'approvalPastedNone'],
    ['half of one', line().slice(0, 200), 'approvalPastedDamaged'],
    ['far too much', 'あ'.repeat(300_000), 'approvalPastedLong'],
    ['one of a newer Matta', 'matta-approval-9:AAAA.', 'approvalPastedNewer'],
  ] as const)(
    '(%s) that cannot be read is said to be so, and the code can still be typed',
    async (_, text, key) => {
      const { page } = await show();
      expect(page.text()).toContain(t('approvalNotSeen'));
      await paste(page, text);
      expect(page.find('#pasted-error').textContent).toBe(t(key));
      expect(page.all('.texts')).toEqual([]);
      expect(page.all('#code')).toHaveLength(1);
    },
  );
});
