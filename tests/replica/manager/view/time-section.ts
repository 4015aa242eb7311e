import { switches } from '../active-switches.ts';
import { element } from '../dom.ts';
import { labels } from '../locale.ts';
import type { BroadcastForm } from '../model/form.ts';
import { checkbox, field, radio, section } from './controls.ts';
import type { SectionEvents } from './section-events.ts';

/** 配信日時: now, or a date and a time. In 2019 a tick box that had to be cleared, in 2024 two radio buttons. */
export function timeSection(form: BroadcastForm, events: SectionEvents): HTMLElement {
  const { when } = labels;
  const isNow = form.when === 'now';
  const fields = fieldsOf(form, events);
  if (switches.when === 'checkbox') {
    const now = checkbox(when.now, isNow, (checked) => events.onRedraw({ when: checked ? 'now' : 'later' }));
    return section(when.title, element('div', 'choice-row', fields, now));
  }
  return section(
    when.title,
    radio('when', when.now, isNow, () => events.onRedraw({ when: 'now' })),
    element(
      'div',
      'choice-row',
      radio('when', when.later, !isNow, () => events.onRedraw({ when: 'later' })),
      fields,
    ),
  );
}

/** Each field changes its half of what is there when it is written into. */
function fieldsOf(form: BroadcastForm, { onWrite }: SectionEvents): HTMLElement {
  let written = form.time;
  const write = (change: Partial<BroadcastForm['time']>) => {
    written = { ...written, ...change };
    onWrite({ time: written });
  };
  const disabled = form.when === 'now';
  const { date, time } = labels.when;
  return element(
    'div',
    'time-fields',
    field({
      type: 'date',
      name: 'date',
      label: date,
      value: written.date,
      disabled,
      onInput: (value) => write({ date: value }),
    }),
    field({
      type: 'time',
      name: 'time',
      label: time,
      value: written.time,
      disabled,
      onInput: (value) => write({ time: value }),
    }),
  );
}
