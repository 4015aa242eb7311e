import icons from '../chat/styles/icons.css?inline';
import { switches } from './active-switches.ts';
import { styleSheetOf } from './names.ts';
import base from './styles/base.css?inline';
import controls from './styles/controls.css?inline';
import dialog from './styles/dialog.css?inline';
import editor from './styles/editor.css?inline';
import hostile from './styles/hostile.css?inline';
import managerIcons from './styles/icons.css?inline';
import shell from './styles/shell.css?inline';

/** What the controls need inside a shadow root too. */
const controlStyle = new CSSStyleSheet();
controlStyle.replaceSync(styleSheetOf(controls));

/** Gives the page its stylesheets, in the class names that it really uses. */
export function installStyles(): void {
  const sheets = [base, controls, shell, editor, dialog, icons, managerIcons];
  if (switches.hostile === 'yes') sheets.push(hostile);
  const style = document.createElement('style');
  style.textContent = sheets.map(styleSheetOf).join('\n');
  document.head.append(style);
}

export function styleControls(root: ShadowRoot): void {
  root.adoptedStyleSheets = [controlStyle];
}
