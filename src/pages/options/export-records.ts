import { isoDate, isoDateTime } from '../../domain/calendar.ts';
import type { ExportKey, ExportPage, OptionsPorts } from './options-ports.ts';

type ExportPorts = Pick<OptionsPorts, 'clock' | 'exportPage' | 'saveFile'>;

/**
 * Writes every stored message into one JSON file, page by page. Answers how many there were; without any there is no file.
 * Rejects when a page cannot be read; then there is no file either.
 */
export async function exportRecords(
  ports: ExportPorts,
  onProgress: (count: number) => void,
): Promise<number> {
  const parts: string[] = [];
  let count = 0;
  for (
    let page = await ports.exportPage(null);
    page.length > 0;
    page = await ports.exportPage(keyAfter(page))
  ) {
    // One part for each message: the whole of a long history need not fit into one string.
    for (const message of page) parts.push(`${parts.length === 0 ? '' : ',\n'}${JSON.stringify(message)}`);
    count += page.length;
    onProgress(count);
  }
  if (count === 0) return 0;
  const now = ports.clock.now();
  const head = `{"format":"matta-messages","version":1,"exportedAt":"${isoDateTime(now)}","messages":[\n`;
  ports.saveFile(`matta-messages-${isoDate(now)}.json`, [head, ...parts, '\n]}\n']);
  return count;
}

function keyAfter(page: ExportPage): ExportKey {
  const last = page.at(-1);
  return last === undefined ? null : [last.sendTime.earliest, last.id];
}
