import { Random } from '../model/random.ts';
import { svgAddress } from './svg.ts';

const BACKGROUNDS = ['#ffd9c7', '#cfe8ff', '#d8f3dc', '#fde2ef', '#e6e0ff', '#fff1c1', '#d7f0ee', '#f3e0d0'];
const HAIRS = ['#3b2b26', '#5b3a29', '#1f2430', '#8a5a3c', '#6d5d57'];
const SKINS = ['#ffe0c8', '#f7cfae', '#ffd7b8', '#e8b48f'];
const SHIRTS = ['#5b8def', '#f28b82', '#57bb8a', '#f6bf4f', '#9b7ede', '#4db6ac', '#ef7ba6'];

/** A small flat portrait that is always the same for the same name. */
export function portrait(name: string): string {
  const random = new Random(`portrait ${name}`);
  const background = random.pick(BACKGROUNDS);
  const hair = random.pick(HAIRS);
  const skin = random.pick(SKINS);
  const shirt = random.pick(SHIRTS);
  const fringe = random.pick(FRINGES);
  const back = random.pick(BACKS);
  const parts = [
    `<rect width="80" height="80" fill="${background}"/>`,
    `<path d="${back}" fill="${hair}"/>`,
    `<path d="M14 80c0-15 11-22 26-22s26 7 26 22z" fill="${shirt}"/>`,
    `<path d="M33 48h14v12a7 7 0 0 1-14 0z" fill="${skin}"/>`,
    `<circle cx="40" cy="37" r="15" fill="${skin}"/>`,
    `<path d="${fringe}" fill="${hair}"/>`,
    '<circle cx="34.5" cy="39" r="1.7" fill="#33302e"/><circle cx="45.5" cy="39" r="1.7" fill="#33302e"/>',
    '<path d="M36 45q4 3.5 8 0" fill="none" stroke="#b5543f" stroke-width="1.6" stroke-linecap="round"/>',
  ];
  return svgAddress(80, 80, parts.join(''));
}

/** The picture of a group: several people. */
export function groupPortrait(name: string): string {
  const background = new Random(name).pick(BACKGROUNDS);
  const person = (x: number, y: number, colour: string): string =>
    `<circle cx="${x}" cy="${y}" r="9" fill="${colour}"/><path d="M${x - 16} ${y + 31}c0-13 7-19 16-19s16 6 16 19z" fill="${colour}"/>`;
  return svgAddress(
    80,
    80,
    `<rect width="80" height="80" fill="${background}"/>${person(26, 32, '#8fa3b8')}${person(54, 32, '#8fa3b8')}${person(40, 38, '#5f7690')}`,
  );
}

/** The picture of the imaginary account. */
export function shopPortrait(): string {
  return svgAddress(
    80,
    80,
    '<rect width="80" height="80" fill="#2f9e6e"/><path d="M18 36l5-16h34l5 16z" fill="#fff"/>' +
      '<path d="M18 36a7.5 7.5 0 0 0 14.7 0 7.5 7.5 0 0 0 14.6 0 7.5 7.5 0 0 0 14.7 0z" fill="#ffd166"/>' +
      '<path d="M23 46h34v15H23z" fill="#fff"/><path d="M44 48h9v13h-9z" fill="#2f9e6e"/><path d="M27 48h12v8H27z" fill="#bfe8d5"/>',
  );
}

const FRINGES = [
  'M24 38c-1-14 6-20 16-20s17 6 16 20c-3-2-5-6-6-10-7 5-17 5-22 2-1 3-2 6-4 8z',
  'M24 36c0-13 7-19 16-19s16 6 16 19c-4-6-9-9-16-9s-12 3-16 9z',
  'M25 37c-2-12 4-20 15-20s18 7 15 20c-1-5-4-9-9-11-6 5-16 4-21 11z',
];
const BACKS = [
  'M20 62c-2-12 0-26 2-32 3-9 10-14 18-14s15 5 18 14c2 6 4 20 2 32z',
  'M22 46c-2-10-1-29 18-30 19 1 20 20 18 30z',
  'M22 42c-3-18 6-27 18-27s21 9 18 27l-3 4H25z',
];
