import { startWay, tickWay } from './start-way.ts';

Object.defineProperty(window, 'bench', { value: { start: startWay, tick: tickWay } });
