/**
 * The browser's API for the worker and our own pages; the only file that imports the polyfill.
 * Content scripts use `content-browser.ts`: docs/decisions/0003-bytes-in-content-scripts.md.
 */
import browser from 'webextension-polyfill';

export { browser };
