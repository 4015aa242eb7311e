import { carryOut } from './carry-out.ts';

/** `/practice/worker.js`: sends what the page asks it to. */
addEventListener('message', ({ data }) => {
  void carryOut(data).then((reply) => postMessage(reply));
});
