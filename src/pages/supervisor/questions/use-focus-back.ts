import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Gives the focus back when a form has closed: to the question that was written, else to the button that adds one.
 * @param within what holds the list and that button
 * @param open the id of the question whose form is open; null: none is
 */
export function useFocusBack(within: { readonly current: HTMLElement | null }, open: string | null): void {
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    const closed = open === null ? last.current : null;
    last.current = open;
    if (closed === null) return;
    const rows = [...(within.current?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
    const row = rows.find(({ dataset }) => dataset['question'] === closed);
    const edit = row?.querySelector<HTMLButtonElement>('button:not([data-way])');
    const add = within.current?.querySelector<HTMLButtonElement>(':scope > .button');
    (edit ?? add)?.focus();
  }, [within, open]);
}
