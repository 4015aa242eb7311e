import { BASIC_ID, chatPath } from '../addresses.ts';
import { ChatApp } from './app.ts';
import { labels } from './locale.ts';
import { practiceFor } from './practice.ts';
import { installStyles } from './styles.ts';

document.documentElement.lang = labels.htmlLanguage;
installStyles();
if (location.pathname === '/' || location.pathname === `/account/${BASIC_ID}`) {
  history.replaceState(null, '', chatPath(null) + location.search);
}
const app = new ChatApp();
Object.defineProperty(window, 'practice', { value: practiceFor(app) });
app.start(new AbortController().signal);
document.getElementById('appLoading')?.remove();
