import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SectionProps {
  readonly title: string;
  /** 3 for a section of a part that has a heading of its own. */
  readonly level?: 2 | 3;
  readonly children: ComponentChildren;
}

/** A part of a page under its own heading. */
export function Section({ title, level = 2, children }: SectionProps) {
  const id = useId();
  const Heading: 'h2' | 'h3' = `h${level}`;
  return (
    <section class="page-section" aria-labelledby={id}>
      <Heading class="section-title" id={id}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
