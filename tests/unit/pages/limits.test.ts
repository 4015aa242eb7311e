import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { windowChoiceSchema } from '../../../src/domain/policy/policy.ts';
import { RULES } from '../../../src/domain/policy/rules.ts';
import {
  COOL_DOWN_SECONDS,
  LARGE_AUDIENCE,
  type Limits,
  MARGIN_SECONDS,
  RETENTION_DAYS,
  WARN_MINUTES,
  WINDOW_MINUTES,
} from '../../../src/pages/options/limits.ts';

const warnOf = (minutes: number) => ({ warnMinutes: minutes, urgentMinutes: minutes });
const customOf = (minutes: number) => ({ mode: 'custom', minutes });

describe('the limits of a field', () => {
  it.each<{ name: string; limits: Limits; accepts: (value: number) => boolean }>([
    { name: 'margin', limits: MARGIN_SECONDS, accepts: (value) => v.is(RULES.marginSeconds.schema, value) },
    {
      name: 'retention',
      limits: RETENTION_DAYS,
      accepts: (value) => v.is(RULES.retentionDays.schema, value),
    },
    { name: 'warnings', limits: WARN_MINUTES, accepts: (value) => v.is(RULES.warn.schema, warnOf(value)) },
    { name: 'window', limits: WINDOW_MINUTES, accepts: (value) => v.is(windowChoiceSchema, customOf(value)) },
    {
      name: 'large audience',
      limits: LARGE_AUDIENCE,
      accepts: (value) => v.is(RULES.largeAudience.schema, value),
    },
    {
      name: 'cool-down',
      limits: COOL_DOWN_SECONDS,
      accepts: (value) => v.is(RULES.coolDownSeconds.schema, value),
    },
  ])('are those of the policy: $name', ({ limits: { least, most }, accepts }) => {
    expect([least - 1, least, most, most + 1].map(accepts)).toEqual([false, true, true, false]);
  });
});
