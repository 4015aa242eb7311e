/** Two digits, for clocks. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** The hour of a twelve-hour clock. */
export function hourOf12(hour: number): number {
  return hour % 12 === 0 ? 12 : hour % 12;
}
