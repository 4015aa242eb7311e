/** True in builds for tests alone: shadow roots that are closed in the product are open there. Set by the build. */
declare const __OPEN_ROOTS__: boolean;
