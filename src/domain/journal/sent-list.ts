import { readPeople } from '../broadcast/people-number.ts';
import type { Instant } from '../clock.ts';
import { findMoment } from './list-date.ts';
import { type TableLine, tableLines } from './table-cells.ts';

/** One broadcast of LINE's own list. */
export interface SentRow {
  /** Its line in the pasted text, from 1. */
  readonly line: number;
  /** To the minute. */
  readonly at: Instant;
  readonly people: number | null;
  /** What else stands there: as a rule its name, or how its text begins. */
  readonly title: string;
}

/** What was read of a pasted list, and the lines in which nothing was. */
export interface SentList {
  readonly rows: readonly SentRow[];
  readonly notUnderstood: readonly { readonly line: number; readonly text: string }[];
  /** It is longer than {@link LONGEST_LIST}: the rest was not read. */
  readonly isCut: boolean;
}

/** Most letters that are read. */
export const LONGEST_LIST = 1_000_000;
/** Lines before the one with the time that can belong to the same broadcast, in a list copied line by line. */
const LINES_BEFORE = 4;
const SHOWN_LETTERS = 200;

/** How the column of the time is called, should a table have several times. */
const SENT_TITLE = /配信日|配信予定|送信日|sent|deliver|傳送|發送|ส่ง/i;
const PEOPLE = /(?<!\d)(\d[\d,，\s]{0,30})(?:人|名|件|people|friends|位|คน)/i;

/** Reads LINE's list of sent broadcasts: copied from the page, or from a file. Never throws. */
export function readSentList(text: string, now: Instant): SentList {
  const lines = tableLines(text.slice(0, LONGEST_LIST));
  const read = lines.some(({ cells }) => cells.length > 1) ? readTable(lines, now) : readLines(lines, now);
  return { ...read, isCut: text.length > LONGEST_LIST };
}

type ReadLines = Omit<SentList, 'isCut'>;

function readTable(lines: readonly TableLine[], now: Instant): ReadLines {
  const rows: SentRow[] = [];
  const notUnderstood: TableLine[] = [];
  let column = -1;
  for (const one of lines) {
    const titled = one.cells.findIndex((cell) => SENT_TITLE.test(cell) && !/\d/.test(cell));
    const isTitles = rows.length === 0 && titled >= 0 && !one.cells.some((cell) => /\d/.test(cell));
    if (isTitles) column = titled;
    if (isTitles) continue;
    const row = rowOf(one, column, now);
    if (row === null) notUnderstood.push(one);
    else rows.push(row);
  }
  return { rows, notUnderstood: notUnderstood.map(shown) };
}

function rowOf({ line, cells }: TableLine, column: number, now: Instant): SentRow | null {
  const moments = cells.map((cell) => findMoment(cell, now));
  const first = moments[column] == null ? moments.findIndex((moment) => moment !== null) : column;
  const moment = moments[first];
  if (moment == null) return null;
  const others = cells.filter((_, at) => moments[at] === null);
  const people = others.map(peopleIn).find((number) => number !== null) ?? null;
  const title = others.find((cell) => cell !== '' && peopleIn(cell) === null) ?? '';
  return { line, at: moment.at, people, title };
}

/** A line with a time ends a broadcast; the lines before it, back to the one before, belong to it. */
function readLines(lines: readonly TableLine[], now: Instant): ReadLines {
  const rows: SentRow[] = [];
  const notUnderstood: TableLine[] = [];
  let before: TableLine[] = [];
  for (const one of lines) {
    const [text = ''] = one.cells;
    const moment = findMoment(text, now);
    if (moment === null) {
      before.push(one);
      continue;
    }
    notUnderstood.push(...before.slice(0, -LINES_BEFORE));
    const texts = [...before.slice(-LINES_BEFORE).map(({ cells: [said = ''] }) => said), moment.rest.trim()];
    const people = texts.map(peopleIn).find((number) => number !== null) ?? null;
    const title = texts.find((said) => said !== '' && peopleIn(said) === null) ?? '';
    rows.push({ line: one.line, at: moment.at, people, title });
    before = [];
  }
  return { rows, notUnderstood: [...notUnderstood, ...before].map(shown) };
}

/** A number alone, or one of people within words. */
function peopleIn(text: string): number | null {
  return readPeople(text) ?? readPeople(PEOPLE.exec(text.normalize('NFKC'))?.[1] ?? '');
}

function shown({ line, cells }: TableLine): SentList['notUnderstood'][number] {
  return { line, text: cells.join(' ').slice(0, SHOWN_LETTERS) };
}
