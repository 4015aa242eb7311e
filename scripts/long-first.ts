import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest on two processors, the longest first. */
const LONG = [
  'gate-attacks',
  'soak',
  'every-switch',
  'second-person',
  'gate-tricks',
  'gate-holes',
  'pages',
  'gate-kills',
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
