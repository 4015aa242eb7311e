import type { AttackBench } from './attack-bench.ts';

/**
 * Whether the last broadcast that arrived says letter by letter what the page has made. Where a page was loaded anew it has
 * forgotten that: then whether the text is in it. True for bodies that the practice server cannot read.
 */
export async function isAsMade({ page, server, text }: AttackBench): Promise<boolean> {
  const body = plain(server.attempts.at(-1)?.body ?? null);
  if (body === null) return true;
  const made = await page
    .evaluate(
      () =>
        window.practiceManager
          .requestLog()
          .findLast(({ method, path }) => method !== 'GET' && path.includes('broadcasts'))?.body,
    )
    .catch(() => undefined);
  const isCommit = typeof made === 'string' && !/"status":"DRAFT/.test(made);
  return isCommit ? body === made : body.includes(text);
}

/** A form carries its JSON in a field. */
function plain(body: string | null): string | null {
  return body?.startsWith('payload=') ? (new URLSearchParams(body).get('payload') ?? null) : body;
}
