import { switches } from '../active-switches.ts';
import type { BubbleFormat, Filling, WrittenTime } from '../practice-manager-api.ts';

export const MOST_BUBBLES = 3;
export const LONGEST_TEXT = 500;

export interface Bubble {
  readonly format: BubbleFormat;
  /** Of a text bubble; others have fixed content. */
  readonly text: string;
}

/** What the operator has written so far. */
export interface BroadcastForm {
  readonly bubbles: readonly Bubble[];
  readonly audience: 'all' | 'narrowed';
  /** 配信先名（任意） */
  readonly audienceName: string;
  /** Whether the one audience that the account has is included. */
  readonly hasAudience: boolean;
  readonly people: Readonly<Record<'all' | 'narrowed', number>>;
  readonly when: 'now' | 'later';
  /** As in the fields; empty until chosen. */
  readonly time: WrittenTime;
  readonly voom: boolean;
  /** Most messages to send; null for no limit. */
  readonly limit: number | null;
  readonly abTest: boolean;
  readonly campaign: boolean;
}

export const EMPTY_BUBBLE: Bubble = { format: 'text', text: '' };

export function emptyForm(): BroadcastForm {
  return {
    bubbles: [EMPTY_BUBBLE],
    audience: 'all',
    audienceName: '',
    hasAudience: false,
    people: { all: switches.all, narrowed: switches.people },
    when: 'now',
    time: { date: '', time: '' },
    voom: switches.voom === 'on',
    limit: null,
    abTest: false,
    campaign: false,
  };
}

/** The form after a test has written into it. */
export function filled(form: BroadcastForm, filling: Filling): BroadcastForm {
  const { texts, bubbles, audience = form.audience, people, when, limit } = filling;
  const written = texts === undefined ? form.bubbles : texts.map((text) => ({ ...EMPTY_BUBBLE, text }));
  return {
    ...form,
    bubbles: bubbles === undefined ? written : withFormats(written, bubbles),
    audience,
    people: people === undefined ? form.people : { ...form.people, [audience]: people },
    when: when === undefined ? form.when : when === 'now' ? 'now' : 'later',
    time: when === undefined || when === 'now' ? form.time : when,
    voom: filling.voom ?? form.voom,
    abTest: filling.abTest ?? form.abTest,
    limit: limit === undefined ? form.limit : limit,
  };
}

/** What keeps a form from being sent. */
export type Missing = 'text' | 'time';

/** Null when nothing is missing. */
export function missingIn(form: BroadcastForm): Missing | null {
  if (form.bubbles.some(({ format, text }) => format === 'text' && text.trim() === '')) return 'text';
  return form.when === 'later' && (form.time.date === '' || form.time.time === '') ? 'time' : null;
}

function withFormats(written: readonly Bubble[], formats: readonly BubbleFormat[]): readonly Bubble[] {
  const texts = written.filter(({ format }) => format === 'text').map(({ text }) => text);
  return formats.map((format) => ({ format, text: format === 'text' ? (texts.shift() ?? '') : '' }));
}
