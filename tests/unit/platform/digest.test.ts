import { expect, test } from 'vitest';
import { sha256 } from '../../../src/platform/digest.ts';

// Examples of FIPS 180-2, and one of Japanese text by `printf 待った | sha256sum`.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['待った', 'cda2d771452b96315357f3366e6a980622695e493a00eec420771cb245fdf36b'],
])('the digest of "%s" is that of its UTF-8 bytes', async (text, digest) => {
  expect(await sha256(text)).toBe(digest);
});
