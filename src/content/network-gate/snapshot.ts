/**
 * The body of a request as it is now: what is inspected and what is sent shall be the same, whatever a script of the page
 * does to the object it gave.
 */
import {
  createNull,
  matches,
  own,
  sliceText,
  textOf,
  uncurry,
  writeJson,
} from '../../line/manager/requests/safe-calls.ts';
import { LONGEST_BODY } from './gate-messages.ts';
import {
  getterOf,
  isArrayBuffer,
  isBlob,
  isDocument,
  isFormData,
  isSearchParams,
  NativeFormData,
  NativeURLSearchParams,
  textOfBytes,
} from './page-functions.ts';

export type Body = XMLHttpRequestBodyInit | Document | null | undefined;

export interface Snapshot {
  /** What is sent. */
  readonly body: Body;
  /** The same as text; null when it has none. Forms are written as a JSON object. */
  readonly text: string | null;
}

/** A body that can only be read later. */
export interface LaterSnapshot {
  readonly blob: Blob;
}

const formForEach = uncurry(FormData.prototype.forEach);
const append = uncurry<FormData, [name: string, value: Blob], void>(FormData.prototype.append);
const appendText = uncurry<FormData, [name: string, value: string], void>(FormData.prototype.append);
const searchForEach = uncurry(URLSearchParams.prototype.forEach);
const searchText = uncurry(URLSearchParams.prototype.toString);
const sliceBytes = uncurry(ArrayBuffer.prototype.slice);
const isView: (value: unknown) => value is ArrayBufferView = ArrayBuffer.isView;
const blobSize = getterOf(Blob.prototype, 'size');
const blobType = getterOf(Blob.prototype, 'type');

/** Takes the snapshot, or says that it takes a while. Bodies that are no text have `text` null. */
export function takeSnapshot(body: Body): Snapshot | LaterSnapshot {
  if (body === null || body === undefined) return { body, text: null };
  if (typeof body === 'string') return { body, text: body };
  if (isBlob(body)) return { blob: body };
  if (isFormData(body)) return ofForm(body);
  if (isSearchParams(body)) return ofSearch(body);
  if (isArrayBuffer(body)) return ofBytes(body, 0, body.byteLength);
  if (isView(body)) return ofBytes(body.buffer, body.byteOffset, body.byteOffset + body.byteLength);
  return isDocument(body) ? { body, text: null } : ofText(body);
}

/** True for a blob that may hold a request's JSON, by its size and type. */
export function mayHoldText(blob: Blob): boolean {
  return blobSize(blob) <= LONGEST_BODY && !matches(/^(?:image|video|audio)\//, blobType(blob));
}

function ofBytes(bytes: ArrayBufferLike, start: number, end: number): Snapshot {
  const copy = isArrayBuffer(bytes) ? sliceBytes(bytes, start, end) : new ArrayBuffer(0);
  return { body: copy, text: copy.byteLength > LONGEST_BODY ? null : textOfBytes(copy) };
}

/** Whatever else a script may give is sent as its text. */
function ofText(body: unknown): Snapshot {
  const text = textOf(body);
  return { body: text, text };
}

function ofForm(form: FormData): Snapshot {
  const copy = new NativeFormData();
  const fields = new Fields();
  formForEach(form, (value, name) => {
    if (typeof value === 'string') appendText(copy, name, value);
    else append(copy, name, value);
    fields.add(name, value);
  });
  return { body: copy, text: fields.asText() };
}

function ofSearch(search: URLSearchParams): Snapshot {
  const fields = new Fields();
  searchForEach(search, (value, name) => fields.add(name, value));
  return { body: new NativeURLSearchParams(searchText(search)), text: fields.asText() };
}

/** The fields of a form as a JSON object; no text at all when one is a file or comes twice. */
class Fields {
  readonly #values = createNull(null);
  #readable = true;

  add(name: string, value: unknown): void {
    if (typeof value !== 'string' || own(this.#values, name) !== undefined) this.#readable = false;
    else this.#values[name] = sliceText(value, 0, LONGEST_BODY);
  }

  asText(): string | null {
    return this.#readable ? (writeJson(this.#values) ?? null) : null;
  }
}
