import { describe, expect, it } from 'vitest';
import { bodyText } from '../../../../src/background/gate/request-body.ts';
import { rawBody } from '../../../support/fake-net.ts';

const bytes = (...codes: number[]) => ({ bytes: new Uint8Array(codes).buffer });

describe('the body of a request', () => {
  it.each([
    ['text', rawBody('{"text":"冬"}'), '{"text":"冬"}'],
    ['a letter that is cut in two', { raw: [bytes(0xe5), bytes(0x86, 0xac)] }, '冬'],
    ['bytes that are no text', { raw: [bytes(0xff)] }, '\ufffd'],
    ['a form', { formData: { status: ['DRAFT'], id: ['1'] } }, '{"status":"DRAFT","id":"1"}'],
    ['a form that says something twice', { formData: { status: ['DRAFT', 'SENT'] } }, null],
    ['a form with a file', { formData: { file: [new ArrayBuffer(1)] } }, null],
    ['a blob, which the browser does not show', { raw: [{}] }, null],
    ['text and a blob', { raw: [bytes(0x31), {}] }, null],
    ['more than any broadcast', rawBody('x'.repeat(1024 * 1024 + 1)), null],
    ['something that the browser could not read', { error: 'Unknown error.' }, null],
    ['nothing', {}, null],
    ['no body', undefined, null],
  ])('%s', (_what, body, text) => {
    expect(bodyText(body)).toBe(text);
  });
});
