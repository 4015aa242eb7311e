export { main } from '../bench/bench.ts';
