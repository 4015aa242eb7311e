import type { CsvTitles } from '../../domain/journal/export-csv.ts';
import type { Translate } from '../../platform/i18n.ts';

/** The titles of the table's columns in the reader's language. */
export function csvTitles(t: Translate): CsvTitles {
  return {
    seq: t('journalColumnSeq'),
    at: t('journalColumnAt'),
    late: t('journalColumnLate'),
    account: t('journalColumnAccount'),
    attempt: t('journalColumnAttempt'),
    kind: t('journalColumnKind'),
    what: t('journalColumnWhat'),
    text: t('journalColumnText'),
    person: t('journalColumnPerson'),
    operator: t('journalColumnOperator'),
    changes: t('journalColumnChanges'),
    audience: t('journalColumnAudience'),
    people: t('journalColumnPeople'),
    scheduledAt: t('journalColumnScheduledAt'),
    bubbles: t('journalColumnBubbles'),
    letters: t('journalColumnLetters'),
    links: t('journalColumnLinks'),
    voom: t('journalColumnVoom'),
    excerpt: t('journalColumnExcerpt'),
    status: t('journalColumnStatus'),
    seconds: t('journalColumnSeconds'),
    fingerprint: t('journalColumnFingerprint'),
    extension: t('journalColumnExtension'),
    hash: t('journalColumnHash'),
  };
}
