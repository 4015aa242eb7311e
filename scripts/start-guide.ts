const practice = `
Matta is at work in the practice LINE. Nothing you do here leaves this computer.
Matta が練習用の LINE で動いています。ここでの操作が外に送られることはありません。

  1. Each message that the account sent carries a badge: how long it can still be unsent.
     アカウントから送ったメッセージごとに、送信を取り消せる残り時間が出ます。
  2. Write something below and press Enter: the new message gets its badge at once.
     下の入力欄に書いて Enter を押すと、新しいメッセージにもすぐに表示が付きます。
  3. In the second tab a broadcast is written, caught by the checklist, corrected and sent. Afterwards it is yours to try.
     2つ目のタブで、配信を書き、確認で止まり、直して配信するまでをお見せします。終わったら、ご自分でお試しください。
  4. The settings are under Matta's icon, in the extensions menu of the toolbar.
     設定は、ツールバーの拡張機能メニューにある Matta のアイコンから開けます。

Close the window to end. / ウィンドウを閉じると終了します。`;

const real = `
Matta is at work on the real site. What you do there is real: your customers receive what you send.
Matta が実際のサイトで動いています。ここで送ったメッセージは、実際にお客さまへ届きます。

  Log in and open a conversation. The login is kept in .cache/profile; delete that folder to forget it.
  ログインしてトークを開いてください。ログイン情報は .cache/profile に残ります（消すにはフォルダーを削除）。

Close the window to end. / ウィンドウを閉じると終了します。`;

/** What to look at, in English and Japanese, for the person who ran `npm start`. */
export function guideTo(mode: 'practice' | 'real'): string {
  return mode === 'practice' ? practice : real;
}
