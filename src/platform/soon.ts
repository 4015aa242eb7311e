/** What comes of some work within so many milliseconds, or `late`; at once where no time is left. The work itself goes on. */
export async function soon<T, L>(work: Promise<T>, ms: number, late: L): Promise<T | L> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passed = new Promise<L>((resolve) => {
    if (ms <= 0) resolve(late);
    else timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([work, passed]);
  } finally {
    clearTimeout(timer);
  }
}
