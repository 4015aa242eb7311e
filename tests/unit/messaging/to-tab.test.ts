import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { DIAGNOSTIC_REPORT, SETTINGS_CHANGED, toTab } from '../../../src/messaging/to-tab.ts';

describe('messages to a tab', () => {
  const heard = (message: unknown) =>
    Object.entries(toTab)
      .filter(([, { message: schema }]) => v.is(schema, message))
      .map(([name]) => name);

  it.each([
    [SETTINGS_CHANGED, ['settingsChanged']],
    [DIAGNOSTIC_REPORT, ['diagnosticReport']],
    [{ ...SETTINGS_CHANGED, more: 1 }, []],
    [{ push: 'something-else' }, []],
    [{ ask: 'settings-changed' }, []],
    [null, []],
    ['diagnostic-report', []],
  ])('%j is heard as %j', (message, names) => {
    expect(heard(message)).toEqual(names);
  });

  it('a report that is no text is no answer', () => {
    expect(v.is(toTab.diagnosticReport.answer, 'Matta 0.1.0')).toBe(true);
    expect(v.is(toTab.diagnosticReport.answer, { report: 'x' })).toBe(false);
  });
});
