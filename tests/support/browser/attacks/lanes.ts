import { DEFAULT_POLICY } from '../../../../src/domain/policy/policy.ts';
import { launchMatta, type Matta } from '../launch-matta.ts';
import { AttackBench } from './attack-bench.ts';

/** Several browsers with Matta, each for one variant at a time. */
export class Lanes {
  readonly #mattas: readonly Matta[];
  readonly #free: AttackBench[];
  readonly #waiting: ((bench: AttackBench) => void)[] = [];

  private constructor(mattas: readonly Matta[], benches: readonly AttackBench[]) {
    this.#mattas = mattas;
    this.#free = [...benches];
  }

  /** Starts them, with a cool-down that ends at once. @param dist a build with a test clock and open roots */
  static async start(count: number, dist: string): Promise<Lanes> {
    const mattas = await Promise.all(
      Array.from({ length: count }, () => launchMatta({ dist, viewport: { width: 900, height: 700 } })),
    );
    await Promise.all(mattas.map(endCoolDownAtOnce));
    return new Lanes(mattas, await Promise.all(mattas.map((matta) => AttackBench.open(matta))));
  }

  /** Lends a browser for as long as the work lasts. */
  async use(work: (bench: AttackBench) => Promise<void>): Promise<void> {
    const bench = this.#free.pop() ?? (await new Promise<AttackBench>((take) => this.#waiting.push(take)));
    try {
      await work(bench);
    } finally {
      bench.server.reset();
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(bench);
      else next(bench);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#mattas.map((matta) => matta.close()));
  }
}

/** The five seconds before a broadcast goes are tried in a test of their own. */
export async function endCoolDownAtOnce(matta: Matta): Promise<void> {
  const worker = await matta.worker();
  const policy = { ...DEFAULT_POLICY, gate: { ...DEFAULT_POLICY.gate, coolDownSeconds: 0 } };
  await worker.evaluate((value) => chrome.storage.local.set({ policy: value }), policy);
}
