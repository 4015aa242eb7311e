import { ForeignText } from '../../../ui/foreign-text.tsx';
import { useGate } from './gate-context.ts';
import { Override } from './override.tsx';

/** The way out for an emergency, or that there is none, and in either case whom to ask. */
export function WayOutView() {
  const { run } = useGate();
  return run.wayOut.rule === 'never' ? <NoWayOut /> : <Override />;
}

function NoWayOut() {
  const { words, run, options } = useGate();
  const { t } = words;
  return (
    <section class="override no-way-out" aria-labelledby="no-way-out">
      <h2 id="no-way-out">{t('gateNoWayOut')}</h2>
      <p>{t(options.attempt.isDraft ? 'gateNoWayOutDraft' : 'gateNoWayOutText')}</p>
      <Contacts names={run.wayOut.contacts} />
    </section>
  );
}

/** Whom a supervisor has named for such cases; nobody where nobody was named. */
function Contacts({ names }: { readonly names: readonly string[] }) {
  const { t } = useGate().words;
  if (names.length === 0) return <p>{t('gateAskSupervisor')}</p>;
  return (
    <>
      <p>{t('gateAskThem')}</p>
      <ul class="contacts">
        {names.map((name) => (
          <li key={name}>
            <ForeignText text={name} />
          </li>
        ))}
      </ul>
    </>
  );
}
