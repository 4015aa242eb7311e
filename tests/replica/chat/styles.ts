import { switches } from './active-switches.ts';
import { styleSheetOf } from './names.ts';
import base from './styles/base.css?inline';
import composer from './styles/composer.css?inline';
import hostile from './styles/hostile.css?inline';
import icons from './styles/icons.css?inline';
import list from './styles/list.css?inline';
import overlay from './styles/overlay.css?inline';
import profile from './styles/profile.css?inline';
import room from './styles/room.css?inline';
import shell from './styles/shell.css?inline';

/** Gives the page its stylesheets, in the class names that it really uses. */
export function installStyles(): void {
  const sheets = [base, shell, list, room, composer, profile, overlay, icons];
  if (switches.hostile === 'yes') sheets.push(hostile);
  const style = document.createElement('style');
  style.textContent = sheets.map(styleSheetOf).join('\n');
  document.head.append(style);
}
