/** One stroke drawing per name, on a 24 × 24 grid. */
const DRAWINGS = {
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  clock: ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0 -18', 'M12 7.5V12l3 2'],
  copy: ['M9 9h10v11H9z', 'M15 9V4H5v11h4'],
  gear: ['M4 7h9', 'M17 7h3', 'M15 4.5v5', 'M4 17h3', 'M11 17h9', 'M9 14.5v5'],
  idle: ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0 -18', 'M8 12h8'],
  image: ['M4 5h16v14H4z', 'M4 16l5-5 4 4 2-2 5 4', 'M15.5 9h.01'],
  inform: ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0 -18', 'M12 11v5.5', 'M12 7.5h.01'],
  journal: ['M6 3h12v18H6z', 'M9.5 8h5', 'M9.5 12h5', 'M9.5 16h3'],
  lock: ['M6 11h12v9H6z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3'],
  message: ['M4 5h16v11H11l-4 4v-4H4z'],
  open: ['M9 6l6 6-6 6'],
  sticker: ['M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0 -18', 'M8.5 14.5c2 2.5 5 2.5 7 0', 'M9 9.5h.01', 'M15 9.5h.01'],
  text: ['M4 6h16', 'M4 12h16', 'M4 18h9'],
  urgent: ['M8 3h8l5 5v8l-5 5H8l-5-5V8z', 'M12 7.5v5.5', 'M12 16.5h.01'],
  voice: ['M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3', 'M5.5 11a6.5 6.5 0 0 0 13 0', 'M12 17.5V21'],
  warn: ['M12 4L2.5 20h19z', 'M12 10v4.5', 'M12 17.2h.01'],
} as const;

export type IconName = keyof typeof DRAWINGS;

/** A sign beside words; it never stands alone, so assistive technology is not told of it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {DRAWINGS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
