import { guardState, NOT_LOOKED_YET } from '../guard-state.ts';
import type { ManagerContext } from '../manager-context.ts';
import { Sign } from './sign.ts';
import { explanationOf, LABELS } from './sign-words.ts';

/** Says on every page where broadcasts are written or listed, and on no other, whether Matta watches over them. */
export function startGuardSign(context: ManagerContext, signal: AbortSignal): void {
  const { document, page, settings, gate } = context;
  const sign = new Sign(document, signal);
  let health = NOT_LOOKED_YET;
  const update = () => {
    if (page.place() === 'other') {
      sign.hide();
      return;
    }
    const t = settings.translate;
    const state = guardState(context, health);
    sign.show({
      state,
      label: t(LABELS[state]),
      explanation: explanationOf(state, health, gate.connected).map((key) => t(key)),
      closeLabel: t('noticeClose'),
    });
  };
  page.onHealth((news) => {
    health = news;
    update();
  }, signal);
  page.onPlace(update, signal);
  settings.onChange(update, signal);
}
