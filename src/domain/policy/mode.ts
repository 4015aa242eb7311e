/** `off`: this layer does nothing. `observe`: it records and lets pass. `enforce`: it holds. */
export const MODES = ['off', 'observe', 'enforce'] as const;
export type Mode = (typeof MODES)[number];
