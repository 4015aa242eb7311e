import { switches } from '../active-switches.ts';
import { balloonsOf } from '../model/balloons.ts';
import { commitOf, draftOf } from '../model/content.ts';
import type { BroadcastForm } from '../model/form.ts';
import type { Transport } from '../practice-manager-api.ts';
import type { Message, Reply } from './message.ts';
import { readableTransport, transmit } from './transmit.ts';

/** Who may get a test message. */
export type TestTarget = 'SELF' | 'ALL';

/** LINE's interface as the page calls it, for one account. */
export class ManagerInterface {
  readonly #account: string;

  /** @param account basic id with its `@` */
  constructor(account: string) {
    this.#account = switches.at === 'encoded' ? encodeURIComponent(account) : account;
  }

  /** Where a new or known broadcast is committed, for a form's `action` too. */
  commitAddress(id: string | null): string {
    return `${this.#commits()}${id === null ? '' : `/${id}`}`;
  }

  /** Sends or reserves. @param id null for a new broadcast */
  commit(form: BroadcastForm, id: string | null, transport: Transport = switches.transport): Promise<Reply> {
    return transmit(transport, this.#saving(this.commitAddress(id), id, commitOf(form)));
  }

  saveDraft(form: BroadcastForm, id: string | null): Promise<Reply> {
    const own = `${this.#bot('api')}/broadcasts/drafts${id === null ? '' : `/${id}`}`;
    const address = switches.draftPath === 'own' ? own : this.commitAddress(id);
    return transmit(readableTransport(), this.#saving(address, id, draftOf(form)));
  }

  sendTest(form: BroadcastForm, target: TestTarget): Promise<Reply> {
    const body = JSON.stringify({ target, balloons: balloonsOf(form) });
    const address = `${this.#bot('api')}/message/test`;
    return transmit(readableTransport(), { method: 'POST', address, body });
  }

  list(status: string): Promise<Reply> {
    const address = `${this.#bot('api')}/broadcasts?status=${status}&page=1&count=20`;
    return transmit(readableTransport(), { method: 'GET', address, body: null });
  }

  one(id: string): Promise<Reply> {
    const address = `${this.#bot('api')}/broadcasts/${id}`;
    return transmit(readableTransport(), { method: 'GET', address, body: null });
  }

  #saving(address: string, id: string | null, content: unknown): Message {
    const method = id === null ? 'POST' : switches.edit.toUpperCase();
    return { method, address, body: JSON.stringify(content) };
  }

  #commits(): string {
    switch (switches.endpoint) {
      case 'v2':
        return `${this.#bot('api')}/broadcasts/v2`;
      case 'v1':
        return `${this.#bot('api')}/broadcasts`;
      case 'future':
        return `${this.#bot('api/v3')}/broadcasts/v3/send`;
    }
  }

  #bot(root: string): string {
    return `/${root}/bots/${this.#account}`;
  }
}

/** Whether the server took it, as far as the page can know: a beacon has no answer. */
export function isTaken({ end }: Reply): boolean {
  return end === 'unknown' || (typeof end === 'number' && end >= 200 && end < 300);
}

/** The fields of an answer; empty for anything that is not a JSON object. */
export function fieldsOf({ text }: Reply): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
