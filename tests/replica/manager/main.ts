// First of all: what the page keeps of the browser before anybody else could come.
import './net/natives.ts';
import { ManagerApp } from './app.ts';
import { listenFirst } from './first-listeners.ts';
import { labels } from './locale.ts';
import { practiceManagerFor } from './practice.ts';
import { installStyles } from './styles.ts';

const living = new AbortController();
listenFirst(living.signal);
document.documentElement.lang = labels.htmlLanguage;
installStyles();
const app = new ManagerApp();
Object.defineProperty(window, 'practiceManager', { value: practiceManagerFor(app) });
app.start(living.signal);
document.getElementById('appLoading')?.remove();
