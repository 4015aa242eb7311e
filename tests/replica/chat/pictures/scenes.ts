import type { PictureName, StickerName } from '../model/message.ts';
import { svgAddress } from './svg.ts';

const WIDTH = 320;
const HEIGHT = 240;

/** A drawn photo. */
export function photo(name: PictureName): string {
  return svgAddress(WIDTH, HEIGHT, PHOTOS[name]);
}

/** A drawn sticker. */
export function sticker(name: StickerName): string {
  return svgAddress(160, 140, STICKERS[name]);
}

const strawberry = (x: number, y: number): string =>
  `<path d="M${x - 9} ${y}c0-7 18-7 18 0 0 9-6 15-9 15s-9-6-9-15z" fill="#e5484d"/>` +
  `<path d="M${x - 6} ${y - 5}l6 4 6-4-6-3z" fill="#4f9d5b"/>`;

const flower = (x: number, y: number, colour: string, size = 13): string => {
  const petal = `<ellipse cx="${x}" cy="${y - size}" rx="${size * 0.7}" ry="${size}" fill="${colour}"`;
  const petals = [0, 72, 144, 216, 288].map((turn) => `${petal} transform="rotate(${turn} ${x} ${y})"/>`);
  return `${petals.join('')}<circle cx="${x}" cy="${y}" r="${size * 0.55}" fill="#ffe08a"/>`;
};

const PHOTOS: Readonly<Record<PictureName, string>> = {
  cake:
    '<defs><linearGradient id="w" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fbe9dc"/><stop offset="1" stop-color="#f3d3bd"/></linearGradient></defs>' +
    '<rect width="320" height="240" fill="url(#w)"/><rect y="168" width="320" height="72" fill="#b98562"/><rect y="168" width="320" height="6" fill="#a87552"/>' +
    '<circle cx="40" cy="40" r="70" fill="#fff" opacity=".35"/>' +
    '<ellipse cx="160" cy="196" rx="118" ry="20" fill="#8e6044" opacity=".45"/><ellipse cx="160" cy="190" rx="112" ry="18" fill="#fff"/>' +
    '<path d="M76 118v58c0 12 38 20 84 20s84-8 84-20v-58z" fill="#fffaf2"/><path d="M76 146v14c0 12 38 20 84 20s84-8 84-20v-14c0 12-38 20-84 20s-84-8-84-20z" fill="#f7c6bd"/>' +
    '<ellipse cx="160" cy="118" rx="84" ry="22" fill="#fffdf8"/>' +
    '<path d="M76 118c6 14 14 14 21 6 7 14 17 14 24 4 8 14 18 14 26 2 8 12 20 12 27 0 8 12 18 12 25-2 8 10 18 8 23-4 8 8 17 6 22-6 0 12-38 22-84 22s-84-10-84-22z" fill="#fff"/>' +
    [98, 128, 160, 192, 222].map((x, index) => strawberry(x, index % 2 === 0 ? 108 : 118)).join('') +
    '<rect x="122" y="82" width="76" height="26" rx="5" fill="#6b3f2a"/><path d="M134 95h52M142 101h36" stroke="#ffe9cf" stroke-width="3" stroke-linecap="round"/>' +
    '<path d="M112 62v34M208 62v34" stroke="#8ecae6" stroke-width="5"/><path d="M112 44c6 8 5 16 0 16s-6-8 0-16zM208 44c6 8 5 16 0 16s-6-8 0-16z" fill="#ffb703"/>',
  bouquet:
    '<rect width="320" height="240" fill="#eaf3ee"/><path d="M0 0h120v240H0z" fill="#f6faf7"/><rect y="196" width="320" height="44" fill="#d9c3a5"/>' +
    '<path d="M110 118l50 112 50-112z" fill="#f6e7d2"/><path d="M110 118l50 112 14-112z" fill="#ecd7b9"/><path d="M134 182h52l-8 14h-36z" fill="#e58fa5"/>' +
    '<path d="M100 110c-20-30 0-60 20-70M220 110c24-30 4-62-16-74M160 90V30" stroke="#6aa57c" stroke-width="6" fill="none" stroke-linecap="round"/>' +
    flower(160, 66, '#f48fb1', 17) +
    flower(118, 86, '#f8bbd0') +
    flower(202, 86, '#ce93d8') +
    flower(138, 112, '#ffab91') +
    flower(182, 114, '#f48fb1') +
    flower(96, 112, '#fff') +
    flower(224, 112, '#fff') +
    flower(160, 106, '#fff59d', 9),
  storefront:
    '<rect width="320" height="240" fill="#cfe7f5"/><circle cx="270" cy="38" r="20" fill="#fff3b0"/><path d="M0 60h46v140H0zM274 76h46v124h-46z" fill="#b7c9d6"/>' +
    '<rect x="46" y="44" width="228" height="160" fill="#f7efe3"/><rect x="46" y="44" width="228" height="36" fill="#3e5c52"/><path d="M122 62h76" stroke="#f7efe3" stroke-width="8" stroke-linecap="round"/>' +
    '<path d="M56 84h208l10 26H46z" fill="#e5575c"/>' +
    [46, 91.6, 137.2, 182.8, 228.4]
      .map((x) => `<path d="M${x} 110h22.8v8a11.4 9 0 0 1-22.8 0z" fill="#fff"/>`)
      .join('') +
    '<rect x="68" y="130" width="96" height="56" rx="3" fill="#8fc1d6"/><path d="M76 178l40-48h20l-40 48z" fill="#fff" opacity=".35"/>' +
    '<rect x="186" y="128" width="52" height="76" rx="3" fill="#7a5a44"/><rect x="193" y="136" width="38" height="34" fill="#a9d3e3"/><circle cx="231" cy="184" r="3" fill="#ffd166"/>' +
    '<rect y="204" width="320" height="36" fill="#c9c4bb"/><path d="M52 204v-20h22v20zM246 204v-20h22v20z" fill="#b5714f"/><circle cx="63" cy="176" r="15" fill="#5fa56f"/><circle cx="257" cy="176" r="15" fill="#5fa56f"/>',
};

const STICKERS: Readonly<Record<StickerName, string>> = {
  smile:
    '<path d="M30 66c-12-22 6-46 50-46s62 24 50 46v44c0 10-8 16-18 16H48c-10 0-18-6-18-16z" fill="#c98245"/>' +
    '<path d="M40 66c-10-18 6-36 40-36s50 18 40 36v40c0 7-5 10-11 10H51c-6 0-11-3-11-10z" fill="#ffe7bd"/>' +
    '<circle cx="62" cy="74" r="5" fill="#4a2f1d"/><circle cx="98" cy="74" r="5" fill="#4a2f1d"/>' +
    '<path d="M68 86q12 14 24 0z" fill="#b8473d"/><circle cx="52" cy="87" r="7" fill="#ffb3a0"/><circle cx="108" cy="87" r="7" fill="#ffb3a0"/>' +
    '<path d="M134 30l4 8 8 4-8 4-4 8-4-8-8-4 8-4zM18 24l3 6 6 3-6 3-3 6-3-6-6-3 6-3z" fill="#ffc83d"/>',
  bow:
    '<path d="M44 60l-8-30 26 14zM116 60l8-30-26 14z" fill="#f2a65a"/><ellipse cx="80" cy="76" rx="46" ry="40" fill="#f7b973"/>' +
    '<ellipse cx="80" cy="92" rx="24" ry="18" fill="#fff3e0"/><path d="M56 72q7 7 14 0M90 72q7 7 14 0" stroke="#4a2f1d" stroke-width="4" fill="none" stroke-linecap="round"/>' +
    '<path d="M75 84h10l-5 6zM80 90v6" fill="#4a2f1d" stroke="#4a2f1d" stroke-width="2"/><circle cx="48" cy="88" r="7" fill="#ff9b85"/><circle cx="112" cy="88" r="7" fill="#ff9b85"/>' +
    '<path d="M132 96c10-12 22 0 10 10l-10 9-10-9c-12-10 0-22 10-10z" fill="#ef5d7a"/>',
};
