import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest on two processors. What mostly waits comes second, so that it runs beside the one that computes all the time,
 * and the attacks, which have several browsers each, do not.
 */
const LONG = [
  'soak',
  'second-person',
  'gate-kills',
  'pages',
  'gate-attacks',
  'every-switch',
  'gate-tricks',
  'gate-holes',
];

/** Begins with the files that take longest, so that at the end no processor waits for another. */
export default class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONG.findIndex((name) => moduleId.endsWith(`/tests/browser/${name}.test.ts`));
  return place === -1 ? LONG.length : place;
}
