/**
 * The browser's API for content scripts: Chrome's own object, whose functions return promises since Manifest V3. The
 * polyfill would be half of a content script's bytes: docs/decisions/0003-bytes-in-content-scripts.md.
 *
 * After an update or removal of the extension the object stays, but `runtime.id` is gone and every call throws.
 */
export const contentBrowser: typeof chrome = chrome;
