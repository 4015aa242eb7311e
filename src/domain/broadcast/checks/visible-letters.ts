/** What of a text can be seen: letters without blanks, controls and joiners. */
export function visibleLetters(text: string): readonly string[] {
  return [...text.replaceAll(/[\s\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]+/gu, '')];
}
