export interface FuzzPlan {
  readonly seed: number;
  readonly count: number;
  /** How many are under way together. */
  readonly atOnce: number;
  readonly commit: string;
}

export interface FuzzResult {
  /** The drafts, which have to arrive, by their marks. */
  readonly drafts: readonly string[];
  readonly sent: number;
  readonly refused: number;
}

/**
 * Sends any number of bodies in mixed ways, some of them drafts; all else is to be taken for a broadcast, or is nobody's
 * business. Runs inside of a page, and stands alone.
 */
export async function fuzz({ seed, count, atOnce, commit }: FuzzPlan): Promise<FuzzResult> {
  let state = seed;
  // mulberry32
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[], other: T): T => list[below(list.length)] ?? other;
  const WORDS = [
    'status',
    'immediate',
    'balloons',
    'scheduledDate',
    'DRAFT',
    'DRAFTED',
    '__proto__',
    'toJSON',
    '',
    'パン',
  ];
  const LEAVES = [null, true, false, 0, -1, 1e308, '\ud800', '\u0000', '"}', '\\u0000', 'DRAFTED ', 'draft'];
  const value = (depth: number): unknown => {
    const kind = below(depth > 0 ? 5 : 3);
    if (kind === 0) return pick<unknown>(LEAVES, null);
    if (kind === 1) return pick(WORDS, '');
    if (kind === 2) return below(1e9);
    if (kind === 3) return Array.from({ length: below(4) }, () => value(depth - 1));
    return Object.fromEntries(Array.from({ length: below(4) }, () => [pick(WORDS, ''), value(depth - 1)]));
  };
  const spoil = (text: string) => {
    const at = below(text.length + 1);
    return (
      text.slice(0, at) +
      pick(['"', '{', '\\', ',"status":"SCHEDULED"', '\u2028', '\ufeff'], '') +
      text.slice(at)
    );
  };
  const broadcast = () => {
    const said = {
      status: pick(['SCHEDULED', 'SENDING', 'DRAFTED', 'DRAFT'], ''),
      immediate: true,
      balloons: value(3),
    };
    const text = JSON.stringify(said);
    return pick(
      [text, spoil(text), text.replace('{', '{"status":"DRAFTED",'), text.toLowerCase(), `[${text}]`],
      text,
    );
  };
  const dress = (text: string): XMLHttpRequestBodyInit => {
    switch (below(5)) {
      case 0:
        return new Blob([text], { type: pick(['application/json', 'text/plain', ''], '') });
      case 1:
        return new TextEncoder().encode(text);
      case 2:
        return new TextEncoder().encode(text).buffer;
      default:
        return text;
    }
  };
  const other = (): XMLHttpRequestBodyInit => {
    const form = new FormData();
    form.append(pick(WORDS, ''), broadcast());
    form.append(pick(WORDS, ''), new Blob([broadcast()]));
    const noise = crypto.getRandomValues(new Uint8Array(below(60)));
    return pick<XMLHttpRequestBodyInit>(
      [form, new URLSearchParams([[pick(WORDS, ''), 'x']]), noise, new Blob([noise])],
      '',
    );
  };
  const result = { drafts: [] as string[], sent: 0, refused: 0 };
  const end = (isSent: boolean) => {
    if (isSent) result.sent += 1;
    else result.refused += 1;
  };
  const xhr = (url: string, body: XMLHttpRequestBodyInit | null) =>
    new Promise<void>((resolve) => {
      const request = new XMLHttpRequest();
      request.onloadend = () => resolve(end(request.status > 0));
      request.open(pick(['POST', 'PUT', 'PATCH', 'post'], 'POST'), url);
      request.send(body);
    });
  const send = async (url: string, body: XMLHttpRequestBodyInit | null, isDraft: boolean): Promise<void> => {
    const way = below(isDraft ? 2 : 3);
    if (way === 0) return xhr(url, body);
    if (way === 2) return end(navigator.sendBeacon(url, body));
    const given = { method: 'POST', body };
    const asked = below(2) === 0 ? fetch(url, given) : fetch(new Request(url, given));
    await asked.then(
      () => end(true),
      () => end(false),
    );
  };
  const one = (at: number): Promise<void> => {
    const address = pick(
      [commit, `${commit}/1`, commit.replace('/v2', '/drafts'), commit.replace('/api/', '/api/v3/')],
      commit,
    );
    if (below(40) === 0) {
      const mark = `draft ${at}`;
      result.drafts.push(mark);
      const text = JSON.stringify({
        status: pick(['DRAFT', 'DRAFTED'], 'DRAFT'),
        immediate: false,
        mark,
        balloons: value(2),
      });
      return send(address, dress(text), true);
    }
    const body =
      below(5) === 0
        ? other()
        : below(9) === 0
          ? dress(String(JSON.stringify(value(3))))
          : dress(broadcast());
    return send(address, below(50) === 0 ? null : body, false);
  };
  for (let at = 0; at < count; at += atOnce)
    await Promise.all(Array.from({ length: Math.min(atOnce, count - at) }, (_, more) => one(at + more)));
  return result;
}
