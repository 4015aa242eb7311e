import { fold } from '../text/fold.ts';
import type { Span } from '../text/span.ts';

/** Words that tell of something past or lasting: a date before them is no mistake. */
const TOLD =
  /(?:した|しました|でした|ました|まして|ており|ている|ていた|ています|てから|以来|現在|時点|付け?で|発行|創業|設立|創立|開業|誕生|生まれ|公開済|終了|(?:発売|販売|開催|実施|受付|営業|配布|募集|公開)中)|^(?:号|付|時点|現在)/;
const SENTENCE_LETTERS = 40;

/** Whether the sentence goes on from `span` as one that tells of what has been: `11月20日に開催しました`. */
export function isToldAsPast(text: string, { end }: Span): boolean {
  const [sentence = ''] = fold(text.slice(end, end + SENTENCE_LETTERS)).split(/[。！!？?\n♪★☆]/);
  return TOLD.test(sentence);
}
