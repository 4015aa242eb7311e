import { carryOut } from './carry-out.ts';

/** `/practice/sw.js`: sends what the page asks it to, and answers through the port that came along. */
addEventListener('message', ({ data, ports }) => {
  void carryOut(data).then((reply) => ports[0]?.postMessage(reply));
});
