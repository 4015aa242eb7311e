/** Whether digits can be the number of a payment card: 14 to 16 of them, by Luhn's sum. 13 are the bar code of a product. */
export function isCardNumber(digits: string): boolean {
  if (!/^[2-6]\d{13,15}$/.test(digits)) return false;
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whether digits can be a マイナンバー: 12, of which the last is the check digit that the ordinance of 2014 defines. */
export function isMyNumber(digits: string): boolean {
  if (!/^\d{12}$/.test(digits) || /^(\d)\1+$/.test(digits)) return false;
  const sum = [...digits.slice(0, 11)]
    .toReversed()
    .reduce((total, digit, place) => total + Number(digit) * (place < 6 ? place + 2 : place - 4), 0);
  const rest = sum % 11;
  return Number(digits.charAt(11)) === (rest <= 1 ? 0 : 11 - rest);
}
