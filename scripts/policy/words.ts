import type { LayerProblem } from '../../src/domain/policy/layer-problem.ts';

/** What `npm run policy` says, in one language. */
export interface PolicyWords {
  readonly refused: (file: string) => string;
  readonly noFile: (file: string) => string;
  readonly notWritten: (reason: string) => string;
  readonly tooLarge: string;
  readonly noJson: (reason: string) => string;
  readonly noObject: string;
  readonly keysByItself: string;
  readonly inexpressible: (place: string) => string;
  readonly problem: (place: string, kind: LayerProblem['kind']) => string;
  readonly noKey: (file: string) => string;
  readonly noAddress: string;
  readonly keyWithAddress: string;
  readonly made: (file: string) => string;
  readonly installed: (id: string, address: string) => string;
  readonly locked: string;
  readonly recommended: string;
  readonly nothing: string;
  readonly written: string;
  readonly next: string;
}

export const JAPANESE_POLICY_WORDS: PolicyWords = {
  refused: (file) =>
    `${file} には使えない部分があるため、何も書き出していません。次のところを直してください。`,
  noFile: (file) => `${file} を読めません。ファイルの名前と場所を確かめてください。`,
  notWritten: (reason) => `書き出せませんでした。保存先を確かめてください（${reason}）。`,
  tooLarge: 'ファイルが大きすぎます（256KBまで）。',
  noJson: (reason) => `JSONとして読めません。かっこやカンマの抜けがないか確かめてください（${reason}）。`,
  noObject: 'JSONのいちばん外側を { } にしてください。',
  keysByItself: 'keys: この項目は自動で付きます。ファイルから消してください。',
  inexpressible: (place) =>
    `${place}: ブラウザーのポリシーでは配れない値です。この項目を消すか、別の値にしてください。`,
  problem: (place, kind) => `${place}: ${JAPANESE_PROBLEMS[kind]}`,
  noKey: (file) =>
    `${file} は署名の鍵（.pem）として読めません。Mattaに署名したときにできたファイルを指定してください。`,
  noAddress: '--update-url は、http か https で始まるアドレスです。',
  keyWithAddress: '--key と --update-url は、自社で署名したMattaを配るときに、必ず両方を書きます。',
  made: (file) => `${file} から作りました。`,
  installed: (id, address) => `入れるMatta: ${id}\n受け取り先: ${address}`,
  locked: '固定する項目（操作する人は変えられません）',
  recommended: 'おすすめの値（操作する人が変えられます）',
  nothing: '  なし',
  written: '書き出したファイル',
  next: '次にすること: docs/guide.ja.md',
};

export const ENGLISH_POLICY_WORDS: PolicyWords = {
  refused: (file) => `${file} has parts that cannot be used, so nothing was written. Please correct these:`,
  noFile: (file) => `${file} cannot be read. Please check its name and place.`,
  notWritten: (reason) => `The files could not be written. Please check the folder (${reason}).`,
  tooLarge: 'The file is too large (256 KB at most).',
  noJson: (reason) => `This is not JSON. Please look for a missing bracket or comma (${reason}).`,
  noObject: 'The outermost part of the JSON has to be { }.',
  keysByItself: 'keys: this field is added by itself. Please remove it from the file.',
  inexpressible: (place) =>
    `${place}: a value that a policy of the browser cannot bring. Leave it out or choose another.`,
  problem: (place, kind) => `${place}: ${ENGLISH_PROBLEMS[kind]}`,
  noKey: (file) => `${file} is no key (.pem). Please name the file that was made when you signed Matta.`,
  noAddress: '--update-url is an address that begins with http or https.',
  keyWithAddress:
    '--key and --update-url belong together: for a copy of Matta that you have signed yourself.',
  made: (file) => `Made from ${file}.`,
  installed: (id, address) => `Matta that is installed: ${id}\nFetched from: ${address}`,
  locked: 'Locked (operators cannot change these)',
  recommended: 'Recommended (operators can change these)',
  nothing: '  nothing',
  written: 'Files',
  next: 'What to do next: docs/guide.en.md',
};

const JAPANESE_PROBLEMS: Readonly<Record<LayerProblem['kind'], string>> = {
  unknown: 'このMattaにはない名前です。つづりを確かめてください。',
  invalid: '正しくない値です。',
  'too-many': '数が多すぎます。',
  'not-for-accounts': 'アカウントごとには決められません。accounts の外に書いてください。',
  newer: '新しいMattaで作られた設定です。Mattaを新しくしてから使ってください。',
  'not-a-policy': '設定として読めません。',
  vanished: 'あるはずの項目がありません。',
  gone: '設定がありません。',
  'out-of-date': '設定の期限が過ぎています。',
  altered: '設定が書き換えられています。',
  forgotten: '設定の控えが壊れています。',
};

const ENGLISH_PROBLEMS: Readonly<Record<LayerProblem['kind'], string>> = {
  unknown: 'not a name that this version of Matta knows. Please check the spelling.',
  invalid: 'not a valid value.',
  'too-many': 'too many entries.',
  'not-for-accounts': 'cannot differ between accounts. Put it outside of accounts.',
  newer: 'made by a newer Matta. Please use that one.',
  'not-a-policy': 'not a policy.',
  vanished: 'a field that should be there is missing.',
  gone: 'there is no policy.',
  'out-of-date': 'the policy is out of date.',
  altered: 'the policy was altered.',
  forgotten: 'what is remembered of the policy is damaged.',
};
