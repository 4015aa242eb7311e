import { toLower, uncurry } from '../../line/manager/requests/safe-calls.ts';
import { absoluteUrl, getterOf, NativeFormData, nativeSubmit } from './page-functions.ts';

/** What a form would send to LINE's server, as it is now. */
export interface WishedForm {
  readonly form: HTMLFormElement;
  readonly address: string;
  readonly fields: FormData;
  /** How it is written and where the answer is shown; null: as by default. */
  readonly enctype: string | null;
  readonly target: string | null;
}

// A form's own methods can be hidden by fields of the same name.
const documentOf = getterOf(Node.prototype, 'ownerDocument');
const rootOf = getterOf(Document.prototype, 'documentElement');
const actionOf = getterOf(HTMLFormElement.prototype, 'action');
const attributeOf = uncurry<Element, [name: string], string | null>(Element.prototype.getAttribute);
const setAttribute = uncurry<Element, [name: string, value: string], void>(Element.prototype.setAttribute);
const create = uncurry<Document, [name: string], HTMLElement>(Document.prototype.createElement);
const append = uncurry<Node, [child: Node], Node>(Node.prototype.appendChild);
const remove = uncurry<Element, [], void>(Element.prototype.remove);
const forEachField = uncurry(FormData.prototype.forEach);
const addFile = uncurry<DataTransferItemList, [file: File], unknown>(DataTransferItemList.prototype.add);
const itemsOf = getterOf(DataTransfer.prototype, 'items');
const filesOf = getterOf(DataTransfer.prototype, 'files');
const NativeTransfer = DataTransfer;
const attachShadow = uncurry<Element, [init: ShadowRootInit], ShadowRoot>(Element.prototype.attachShadow);
const CLOSED = { __proto__: null, mode: 'closed' } as const;
const setFiles = setterOf(HTMLInputElement.prototype, 'files');

/** Null for a form that is not posted: it reads, or closes a dialog, or has no address. */
export function wishedForm(form: HTMLFormElement, submitter: HTMLElement | null): WishedForm | null {
  const said = (name: string) =>
    (submitter === null ? null : attributeOf(submitter, `form${name}`)) ?? attributeOf(form, name);
  if (toLower(said('method') ?? '') !== 'post') return null;
  const address = addressOf(form, submitter === null ? null : attributeOf(submitter, 'formaction'));
  if (address === null) return null;
  const fields = new NativeFormData(form, submitter);
  return { form, address, fields, enctype: said('enctype'), target: said('target') };
}

/** Sends what was inspected, whatever the form says by now, as the browser would have sent the form. */
export function sendAsForm({ form, fields, enctype, target }: WishedForm, address: string): void {
  const document = documentOf(form);
  const root = document === null ? null : rootOf(document);
  if (document === null || root === null) return;
  const copy = create(document, 'form') as HTMLFormElement;
  const charset = attributeOf(form, 'accept-charset');
  setAttribute(copy, 'method', 'post');
  setAttribute(copy, 'action', address);
  setAttribute(copy, 'hidden', '');
  if (enctype !== null) setAttribute(copy, 'enctype', enctype);
  if (target !== null) setAttribute(copy, 'target', target);
  if (charset !== null) setAttribute(copy, 'accept-charset', charset);
  forEachField(fields, (value, name) => void append(copy, fieldOf(document, name, value)));
  // Where no observer of the page's sees the address before the request has left.
  const host = create(document, 'div');
  append(attachShadow(host, CLOSED), copy);
  append(root, host);
  nativeSubmit(copy);
  remove(host);
}

function fieldOf(document: Document, name: string, value: FormDataEntryValue): HTMLElement {
  const field = create(document, 'input') as HTMLInputElement;
  setAttribute(field, 'name', name);
  setAttribute(field, 'type', typeof value === 'string' ? 'hidden' : 'file');
  if (typeof value === 'string') setAttribute(field, 'value', value);
  else {
    const transfer = new NativeTransfer();
    addFile(itemsOf(transfer), value);
    setFiles(field, filesOf(transfer));
  }
  return field;
}

/** The submitter's address counts before the form's; an empty one is that of the page. */
function addressOf(form: HTMLFormElement, bySubmitter: string | null): string | null {
  if (bySubmitter === null) return actionOf(form);
  try {
    return absoluteUrl(bySubmitter);
  } catch {
    return null;
  }
}

function setterOf<T extends object, K extends keyof T & string>(
  prototype: T,
  key: K,
): (self: T, value: T[K]) => void {
  const setter = Object.getOwnPropertyDescriptor(prototype, key)?.set;
  if (setter === undefined) throw new TypeError(`no setter: ${key}`);
  return uncurry<T, [T[K]], void>(setter);
}
