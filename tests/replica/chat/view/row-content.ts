import { element, setAttributes } from '../dom.ts';
import type { Labels } from '../labels/labels.ts';
import type { Content } from '../model/message.ts';
import { photo, sticker } from '../pictures/scenes.ts';
import { icon } from './icon.ts';

/** What stands in `.chat-main`, by type of message. */
export function rowContent(content: Content, labels: Labels): readonly HTMLElement[] {
  switch (content.type) {
    case 'text':
      return [balloon(textElement(content.text))];
    case 'sticker':
      return [picture('chat-item-sticker', sticker(content.picture), labels.message.sticker, 160, 140)];
    case 'image':
      return [
        element(
          'div',
          'chat-item rounded',
          picture('', photo(content.picture), labels.message.photo, 240, 180),
        ),
        downloadLink(labels),
      ];
    case 'voice':
      return [voice(content.seconds, labels)];
    case 'file':
      return [file(content.name, content.kilobytes, labels)];
    case 'card':
      return [card(content, labels)];
    case 'location':
      return [location(content.title, content.address)];
  }
}

/** A text bubble's inner element. */
export function textElement(text: string | Text): HTMLElement {
  const made = element('div', 'chat-item-text user-select-text', text);
  made.setAttribute('data-copy-target', '');
  return made;
}

/** The bubble around a text. */
export function balloon(inner: HTMLElement): HTMLElement {
  return element('div', 'chat-item baloon', inner);
}

function voice(seconds: number, labels: Labels): HTMLElement {
  const duration = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const play = element('span', 'chat-item-voice-play', icon('fas fa-play'));
  const made = balloon(
    element(
      'div',
      'chat-item-voice',
      play,
      element('span', 'chat-item-wave'),
      element('div', 'chat-item-voice-text', duration),
    ),
  );
  made.title = labels.message.voice;
  return made;
}

function file(name: string, kilobytes: number, labels: Labels): HTMLElement {
  const details = element(
    'div',
    'chat-item-file-text',
    element('div', 'text-truncate', name),
    element('div', 'small text-muted', `${kilobytes} KB`),
  );
  return balloon(element('div', 'chat-item-file', icon('lar la-file'), details, downloadLink(labels)));
}

function card(content: Extract<Content, { type: 'card' }>, labels: Labels): HTMLElement {
  return element(
    'div',
    'chat-item rounded chat-item-card',
    picture('', photo(content.picture), labels.message.photo, 240, 180),
    element(
      'div',
      'chat-item-card-body',
      element('div', 'h6', content.title),
      element('div', 'small', content.text),
    ),
    element('div', 'chat-item-card-action', content.action),
  );
}

function location(title: string, address: string): HTMLElement {
  return balloon(
    element(
      'div',
      'chat-item-loc',
      icon('lar la-map'),
      element('div', '', element('div', 'h6', title), element('div', 'small', address)),
    ),
  );
}

function downloadLink(labels: Labels): HTMLElement {
  const link = element('a', 'chat-item-download small', icon('lar la-download'), labels.message.download);
  link.href = '#';
  return link;
}

function picture(classes: string, address: string, alt: string, width: number, height: number): HTMLElement {
  const made = element('img', classes);
  // Sizes are known beforehand, so that nothing moves when the picture arrives.
  setAttributes(made, {
    src: address,
    alt,
    width: String(width),
    height: String(height),
    draggable: 'false',
  });
  return made;
}
