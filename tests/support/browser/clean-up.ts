import { afterAll } from 'vitest';
import { removeTemporaryFolders } from './temporary-folder.ts';

// Vitest ends its processes by a signal, so nothing can be left to their exit. As the hook that was registered first,
// this one runs last: after a file has closed its browsers.
afterAll(removeTemporaryFolders);
