import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

export interface QuestionProps {
  readonly title: string;
  /** What a person should know before answering. */
  readonly children: ComponentChildren;
  /** The buttons that answer. */
  readonly answers: ComponentChildren;
}

/**
 * A question that opens in its place on the page. It takes the focus, so that it is read out and answered by keyboard,
 * and gives it back when it goes.
 */
export function Question({ title, children, answers }: QuestionProps) {
  const id = useId();
  const element = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    element.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <fieldset class="question" aria-labelledby={id} tabIndex={-1} ref={element}>
      <p class="question-title" id={id}>
        {title}
      </p>
      {children}
      <div class="question-answers">{answers}</div>
    </fieldset>
  );
}
