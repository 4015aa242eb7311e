import componentsCss from '../../../ui/components.css?inline';
import themeCss from '../../../ui/theme.css?inline';
import actionsCss from './actions.css?inline';
import coolingCss from './cooling.css?inline';
import dialogCss from './dialog.css?inline';
import hostCss from './dialog-host.css?inline';
import findingsCss from './findings.css?inline';
import approvalCss from './items/approval.css?inline';
import itemsCss from './items/items.css?inline';
import previewCss from './preview/preview.css?inline';

/** The style sheets of the dialog, in the order in which they count. */
export const DIALOG_STYLES: readonly string[] = [
  hostCss,
  themeCss,
  componentsCss,
  actionsCss,
  coolingCss,
  findingsCss,
  previewCss,
  itemsCss,
  approvalCss,
  dialogCss,
];
