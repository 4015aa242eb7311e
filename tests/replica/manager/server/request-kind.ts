import type { PracticeRequest, RequestKind } from './practice-server.ts';

const COMMIT_METHODS = ['POST', 'PUT', 'PATCH'];
const COMMIT = /^\/api\/(?:v\d+\/)?bots\/[^/]+\/broadcasts(?:\/.*)?$/;
const TEST = /^\/api\/(?:v\d+\/)?bots\/[^/]+\/message\/test$/;

/** What a request means to the server. A commit is a delivery unless its body clearly says that it is a draft. */
export function kindOf({
  method,
  path,
  body,
}: Pick<PracticeRequest, 'method' | 'path' | 'body'>): RequestKind {
  if (!COMMIT_METHODS.includes(method)) return 'other';
  if (TEST.test(path)) return 'test';
  if (!COMMIT.test(path)) return 'other';
  return isDraft(body) ? 'draft' : 'delivery';
}

function isDraft(body: string | null): boolean {
  const said = jsonOf(body);
  if (typeof said !== 'object' || said === null) return false;
  const status: unknown = Reflect.get(said, 'status');
  return (status === 'DRAFTED' || status === 'DRAFT') && Reflect.get(said, 'immediate') !== true;
}

/** The value of a JSON text; null for anything else. */
export function jsonOf(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
