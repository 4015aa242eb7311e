/**
 * What the network gate needs of the page's world, taken before any script of the page has run: see `safe-calls.ts`.
 */
import { sliceText, uncurry } from '../../line/manager/requests/safe-calls.ts';

export const nativeOpen = XMLHttpRequest.prototype.open;
export const nativeSetHeader = XMLHttpRequest.prototype.setRequestHeader;
export const nativeSend = uncurry(XMLHttpRequest.prototype.send);
export const nativeAbort = uncurry(XMLHttpRequest.prototype.abort);
export const nativeFetch = uncurry(fetch);
export const nativeBeacon = uncurry(Navigator.prototype.sendBeacon);
export const nativeSubmit = uncurry(HTMLFormElement.prototype.submit);

export const NativeRequest = Request;
export const NativePromise = Promise;
export const NativeFormData = FormData;
export const NativeURLSearchParams = URLSearchParams;
export const NativeUint8Array = Uint8Array;
export const NativeDomException = DOMException;

const promiseThen = uncurry(Promise.prototype.then);
/** Tells what became of a promise, whatever a script has made of `then`. */
export function whenSettled<T>(
  promise: Promise<T>,
  onValue: (value: T) => void,
  onError: (reason: unknown) => void,
): void {
  promiseThen(promise, onValue as (value: unknown) => void, onError);
}
export const listen = uncurry(EventTarget.prototype.addEventListener);
export const postMessage = uncurry<MessagePort, [message: string], void>(MessagePort.prototype.postMessage);

/** Kinds of objects by what only they have: `instanceof` knows those of this frame alone, and can be taught lies. */
export const isBlob = bearersOf(getterOf(Blob.prototype, 'size'));
export const isRequest = bearersOf(getterOf(Request.prototype, 'url'));
export const isArrayBuffer = bearersOf(getterOf(ArrayBuffer.prototype, 'byteLength'));
export const isSearchParams = bearersOf(getterOf(URLSearchParams.prototype, 'size'));
export const isDocument = bearersOf(getterOf(Document.prototype, 'URL'));
export const isForm = bearersOf(getterOf(HTMLFormElement.prototype, 'action'));
const hasField = uncurry<FormData, [name: string], boolean>(FormData.prototype.has);
export const isFormData = bearersOf((form: FormData) => hasField(form, ''));

const NativeUrl = URL;
const hrefOf = getterOf(URL.prototype, 'href');
const baseUriOf = getterOf(Node.prototype, 'baseURI');
const decoder = new TextDecoder('utf-8', { fatal: true });
const decode = uncurry(TextDecoder.prototype.decode);
const random = uncurry(Crypto.prototype.getRandomValues);
const source = crypto;
const toText = uncurry<number, [radix: number], string>(Number.prototype.toString);

/** A property's getter on a prototype, as a function of the object. */
export function getterOf<T extends object, K extends keyof T & string>(
  prototype: T,
  key: K,
): (self: T) => T[K] {
  const getter = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  if (getter === undefined) throw new TypeError(`no getter: ${key}`);
  return uncurry<T, [], T[K]>(getter);
}

/** True for the objects that a method of their kind accepts. */
function bearersOf<T extends object>(touch: (self: T) => unknown): (value: unknown) => value is T {
  return (value): value is T => {
    try {
      touch(value as T);
      return true;
    } catch {
      return false;
    }
  };
}

/** The absolute address of what a script wrote. @throws TypeError for what is no address */
export function absoluteUrl(written: string): string {
  return hrefOf(new NativeUrl(written, baseUriOf(document)));
}

/** UTF-8 bytes as text; null for anything else. */
export function textOfBytes(bytes: ArrayBuffer): string | null {
  try {
    return decode(decoder, bytes);
  } catch {
    return null;
  }
}

/** 128 random bits as 32 hex digits. */
export function freshNonce(): string {
  const bytes = new NativeUint8Array(16);
  random(source, bytes);
  let text = '';
  for (let at = 0; at < 16; at += 1) text += sliceText(toText(256 + (bytes[at] ?? 0), 16), 1);
  return text;
}

/** A blob's bytes as UTF-8 text. */
export const textOfBlob = uncurry(Blob.prototype.text);

const defineProperty = Object.defineProperty;

/**
 * Puts functions in the place of an object's own. They stay writable, as they were: a page that may not wrap them any more
 * would break.
 */
export function replaceMethods(target: object, methods: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(methods))
    defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}
