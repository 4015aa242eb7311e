import type { BasicId } from '../../domain/broadcast/basic-id.ts';
import {
  type Audience,
  type Broadcast,
  type Bubble,
  LONGEST_TEXT,
  type Schedule,
} from '../../domain/broadcast/broadcast.ts';
import { anySelector, type ManagerAnchor } from './anchors.ts';
import { Choices } from './choices.ts';
import { dialogAround } from './dialogs.ts';
import { readMessageTexts } from './message-texts.ts';
import { closest, findAll, type OpenRoot, parentOf } from './roots.ts';

/**
 * The broadcast as the editor shows it. Null unless every part has exactly one reading: a field that is not found, or found
 * twice, makes the whole uncertain. To whom a narrowed one goes is told by its request alone (`target` is empty).
 */
export function readEditor(document: Document, account: BasicId, openRoot: OpenRoot): Broadcast | null {
  const choices = new Choices(document, openRoot);
  const audience = readAudience(choices, openRoot);
  const schedule = readSchedule(document, choices, openRoot);
  const bubbles = readBubbles(document, openRoot);
  const voom = choices.switchFor('voom');
  const abTest = choices.switchFor('abTest');
  if (audience === null || schedule === null || bubbles === null || voom === null || abTest === null)
    return null;
  return { account, audience, schedule, bubbles, voom: voom.isOn, abTest: abTest.isOn, readable: true };
}

function readBubbles(document: Document, openRoot: OpenRoot): Bubble[] | null {
  const texts = readMessageTexts(document, openRoot);
  if (texts === null || texts.some((text) => text.length > LONGEST_TEXT)) return null;
  return texts.map((text) => ({ kind: 'text', text, name: null, links: [], key: null }));
}

function readAudience(choices: Choices, openRoot: OpenRoot): Audience | null {
  const everybody = choices.radioFor('everybody');
  const narrowed = choices.radioFor('narrowed');
  const limit = readLimit(choices, openRoot);
  if (everybody === null || narrowed === null || limit === undefined) return null;
  if (everybody.isOn === narrowed.isOn) return null;
  return { kind: everybody.isOn ? 'all' : 'narrowed', name: null, target: '', limit };
}

/** Null: no limit. Undefined: not to be told. */
function readLimit(choices: Choices, openRoot: OpenRoot): number | null | undefined {
  const limited = choices.switchFor('limit');
  if (limited === null) return undefined;
  if (!limited.isOn) return null;
  const value = valueNear(limited.element, 'number', openRoot);
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}

/** 今すぐ配信 is one of two radio buttons, or a tick box that is cleared to choose a time (2019). */
function readSchedule(document: Document, choices: Choices, openRoot: OpenRoot): Schedule | null {
  const radio = choices.radioFor('now');
  const tick = choices.switchFor('now');
  if ((radio === null) === (tick === null)) return null;
  if (tick?.isOn ?? radio?.isOn) return { kind: 'now' };
  if (radio !== null && choices.groupOf(radio).filter(({ isOn }) => isOn).length !== 1) return null;
  const date = onlyValue(document, 'date', openRoot);
  const time = onlyValue(document, 'time', openRoot);
  return date === null || time === null ? null : scheduledAt(date, time);
}

/** Fields show the time of the computer's own zone; without a zone in the text that is how the browser reads it. */
function scheduledAt(date: string, time: string): Schedule | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}/.test(time)) return null;
  const at = Date.parse(`${date}T${time.slice(0, 5)}`);
  return Number.isNaN(at) ? null : { kind: 'at', at };
}

/** The value of the only field of a kind in the editor; null for none or several. */
function onlyValue(root: ParentNode, name: ManagerAnchor, openRoot: OpenRoot): string | null {
  const fields = findAll(root, anySelector(name), openRoot).filter((field) => dialogAround(field) === null);
  const [field] = fields;
  return fields.length === 1 && field instanceof HTMLInputElement ? field.value : null;
}

/** The value of the field that stands closest to a tick box, within its section. */
function valueNear(element: Element, name: ManagerAnchor, openRoot: OpenRoot): string | null {
  const end = closest(element, anySelector('section'));
  for (let place = parentOf(element); place !== null && place !== end; place = parentOf(place)) {
    if (findAll(place, anySelector(name), openRoot).length > 0) return onlyValue(place, name, openRoot);
  }
  return end === null ? null : onlyValue(end, name, openRoot);
}
