/**
 * Text from outside Matta, such as an account's name. Isolated, so that its writing direction and any control characters
 * in it stay inside it; shown as text, whatever it looks like.
 */
export function ForeignText({ text }: { readonly text: string }) {
  return <bdi dir="auto">{text}</bdi>;
}
