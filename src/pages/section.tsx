import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SectionProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A part of a page under its own heading. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section class="page-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
