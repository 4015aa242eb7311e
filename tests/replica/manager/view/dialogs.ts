import { switches } from '../active-switches.ts';
import { element } from '../dom.ts';
import { countText, labels } from '../locale.ts';
import type { BroadcastForm, Bubble } from '../model/form.ts';
import { textOf } from '../model/zone.ts';
import type { TestTarget } from '../net/interface.ts';
import { radio } from './controls.ts';
import { openDialog } from './dialog.ts';

/** Asks who gets the test. Its last button has the same word as the one that sends to everybody. */
export function openTestDialog(onConfirm: (target: TestTarget) => void): void {
  let target: TestTarget = 'SELF';
  const choose = (chosen: TestTarget) => () => {
    target = chosen;
  };
  openDialog({
    place: 'test',
    title: labels.actions.test,
    body: [
      radio('testTarget', labels.test.self, true, choose('SELF')),
      radio('testTarget', labels.test.everybody, false, choose('ALL')),
    ],
    primary: { label: labels.actions.send, part: 'testConfirm', onPress: () => onConfirm(target) },
    hasCancel: true,
  });
}

/** Asks before sending, in the way that the switches say. */
export function confirmSending(form: BroadcastForm, onConfirm: () => void): void {
  switch (switches.confirm) {
    case 'direct':
      onConfirm();
      break;
    case 'native':
      if (confirm(`${labels.confirm.title}\n${labels.confirm.warning}`)) onConfirm();
      break;
    case 'modal':
      openConfirmDialog(form, onConfirm);
      break;
  }
}

export function openPreview({ bubbles }: BroadcastForm): void {
  openDialog({
    place: 'preview',
    title: labels.message.preview,
    body: [element('div', 'preview', ...bubbles.map(previewOf))],
    primary: { label: labels.close, onPress: () => undefined },
    hasCancel: false,
  });
}

/** News that LINE shows over a page when it is first opened. */
export function openTip(): void {
  openDialog({
    place: 'tip',
    title: labels.tip.title,
    body: [element('p', '', labels.tip.text)],
    primary: { label: 'OK', onPress: () => undefined },
    hasCancel: false,
  });
}

/** What stands in a bubble that is no text. */
export function pictureOf({ format }: Bubble): HTMLElement {
  const text = format === 'coupon' ? labels.message.coupon : labels.message.formats[format];
  return element('div', `picture picture-${format}`, text);
}

function openConfirmDialog(form: BroadcastForm, onConfirm: () => void): void {
  const { receivers, when, confirm: words } = labels;
  const people = receivers.people(countText(form.people[form.audience]));
  const rows = [
    fact(receivers.title, form.audience === 'all' ? receivers.all : receivers.narrowed),
    ...(switches.reach === 'yes' ? [fact(labels.list.columns[1], people)] : []),
    fact(when.title, form.when === 'now' ? when.now : textOf(form.time)),
  ];
  openDialog({
    place: 'confirm',
    title: words.title,
    body: [element('dl', 'facts', ...rows), element('p', 'text-danger', words.warning)],
    primary: { label: words.buttons[switches.confirmLabel], part: 'confirm', onPress: onConfirm },
    hasCancel: true,
  });
}

function fact(name: string, value: string): HTMLElement {
  return element('div', '', element('dt', '', name), element('dd', '', value));
}

function previewOf(bubble: Bubble): HTMLElement {
  return bubble.format === 'text' ? element('div', 'preview-bubble', bubble.text) : pictureOf(bubble);
}
