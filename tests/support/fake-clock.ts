import type { Clock, Instant } from '../../src/domain/clock.ts';

/** A clock that stands still until a test sets it. */
export class FakeClock implements Clock {
  #now: Instant;

  constructor(now: Instant) {
    this.#now = now;
  }

  now(): Instant {
    return this.#now;
  }

  set(now: Instant): void {
    this.#now = now;
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}
