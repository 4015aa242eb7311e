import { switches } from './active-switches.ts';
import { shopFor } from './content/shop.ts';
import { DayLabels } from './labels/day-labels.ts';
import { labelsFor } from './labels/labels.ts';
import { DisplayZone } from './zone.ts';

/** The words of this page. */
export const labels = labelsFor(switches.lang);

/** The shop whose chats this page shows. */
export const shop = shopFor(switches.lang);

/** The zone of this page's clocks. */
export const zone = new DisplayZone(switches.zone);

/** How this page writes times and days. */
export const dayLabels = new DayLabels(labels, zone, switches);
