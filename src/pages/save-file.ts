/** Lets the browser save a file of this media type; `parts` in order are its content. */
export function saveFile(name: string, type: string, parts: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes its copy after the click has been handled; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
