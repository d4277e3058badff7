// Words of the host’s pages in Japanese.
export default {
  'That was not done. Try again.': '実行されませんでした。もう一度お試しください。',
  'The interviewer panel is for interviewers only.': '面接官パネルは面接官専用です。',
  'The form did not arrive whole. Send it again.': 'フォームがすべて届きませんでした。もう一度送信してください。',
  'The task or the starter code is too long. Make it shorter.': '課題または初期コードが長すぎます。短くしてください。',
  Copy: 'コピー',
  'Press Ctrl C': 'Ctrl C を押してください',
  'Interviewer panel': '面接官パネル',
  'Not known in this browser.': 'このブラウザーでは不明です。',
  'That did not work. Try again.': 'うまくいきませんでした。もう一度お試しください。',
  'The replay could not be downloaded. Reload the page.':
    'リプレイをダウンロードできませんでした。ページを再読み込みしてください。',
  'Open the interviewer link first, then choose “Watch the replay” in the interviewer panel.':
    'まず面接官用リンクを開き、面接官パネルで「リプレイを見る」を選んでください。',
  'Replays are for interviewers. As a candidate you can download your code and activity log in the room, under “What is kept”.':
    'リプレイは面接官用です。候補者はルームの「保存される内容」から自分のコードとアクティビティログをダウンロードできます。',
  'Replay: {title}': 'リプレイ：{title}',
  'Copied. It opens for interviewers of this room.': 'コピーしました。このルームの面接官が開けます。',
  'The address of this page now leads here.': 'このページのアドレスがこの時点を指すようになりました。',
  '{title}, continued': '{title}（続き）',
  Interview: '面接',
  'The room was not made. Check the connection and try again.':
    'ルームは作成されませんでした。接続を確かめて、もう一度お試しください。',
  'The report could not be loaded. Reload the page.':
    'レポートを読み込めませんでした。ページを再読み込みしてください。',
  'Open the interviewer link first, then choose “Read the report” in the interviewer panel.':
    'まず面接官用リンクを開き、面接官パネルで「レポートを読む」を選んでください。',
  'The server does not answer. Check the connection and reload the page.':
    'サーバーが応答しません。接続を確かめて、ページを再読み込みしてください。',
  Ready: '準備完了',
  'Not ideal': '要改善',
  'Not ready': '未対応',
  'Everything works here.': 'すべて動作しています。',
  'One thing wants a look.': '確認が必要な項目が 1 件あります。',
  '{count:thing wants|things want} a look.': '確認が必要な項目が {count} 件あります。',
  'It is {count:minute|minutes} ahead.': '{count} 分進んでいます。',
  'It is {count:minute|minutes} behind.': '{count} 分遅れています。',
  '“{title}” is ready': '「{title}」の準備ができました',
  'Forget this room in this browser? You need a link to open it again.':
    'このブラウザーからこのルームの記録を消しますか？もう一度開くにはリンクが必要です。',
  Room: 'ルーム',
  'It is deleted on {day} unless it is used again, or earlier by an interviewer.':
    '再び使われなければ {day} に削除されます。面接官がそれより早く削除することもあります。',
  'room {room}…, {time}, request {request}': 'ルーム {room}…、{time}、リクエスト {request}',
  'room {room}…, {time}': 'ルーム {room}…、{time}',
  'This computer is ready.': 'このコンピューターは準備完了です。',
  'Only you see this. Change it, press Run, try what you like.':
    'これはあなただけに見えます。変更して「実行」を押し、自由に試してください。',
  '[image]': '[画像]',
  '[file]': '[ファイル]',
  passed: '合格',
  error: 'エラー',
  'timed-out': '時間切れ',
  skipped: 'スキップ',
  'not run': '未実行',
  'question {number} {title}': '質問 {number} {title}',
  'expected: {value}': '期待値：{value}',
  'got: {value}': '結果：{value}',
  '{state}: {name}': '{state}:{name}',
  TESTS: 'テスト',
  'There were none.': 'ありませんでした。',
  'MY RUNS': '自分の実行',
  'I ran nothing.': '何も実行しませんでした。',
  'Run {run}, {language}, {time}: {state} after {duration}': '実行 {run}、{language}、{time}：{state}（{duration}）',
  '{edits:edit|edits}: {written:character|characters} written': '編集 {edits} 回、{written} 文字を入力',
  '{count} deleted': '{count} 文字を削除',
  'at most {count} at once': '一度に最大 {count} 文字',
  'I said: {text}': '自分のコメント：{text}',
  'WHAT THE ACTIVITY LOG NOTED, as interviewers read it': 'アクティビティログの記録（面接官が読む内容）',
  'Nothing.': 'なし。',
  'WHAT I WROTE': '自分が書いた内容',
  'From {time}, by the clock of this computer.': '{time} から（このコンピューターの時計）',
  'I wrote nothing.': '何も書きませんでした。',
  '{name} is waiting': '{name} さんが待っています',
  '{count:person is|people are} waiting': '{count} 人が待っています',
  'It is “{title}”.': 'ルーム名は「{title}」です。',
  '{names} interview.': '{names} が面接を担当します。',
  '{names} interviews.': '{names} が面接を担当します。',
  'Loading…': '読み込み中…',
  'You are the interviewer.': 'あなたは面接官です。',
  'You are the candidate.': 'あなたは候補者です。',
  'You are observing.': 'あなたはオブザーバーです。',
  'You are the assistant.': 'あなたはアシスタントです。',
  'Show all {count}': '{count} 件すべて表示',
  Open: '開催中',
  'Not opened yet': 'まだ開いていません',
  'Copy candidate link': '候補者用リンクをコピー',
  Forget: '消去',
  'Forget “{title}” in this browser? The room itself stays, but you need a link to open it again.':
    'このブラウザーから「{title}」の記録を消しますか？ルーム自体は残りますが、もう一度開くにはリンクが必要です。',
  'This browser has forgotten “{title}”.': 'このブラウザーから「{title}」の記録を消しました。',
  'Room without a title': '無題のルーム',
  '{action}: {name}': '{action}:{name}',
  'Made {time}.': '作成：{time}。',
  'Last opened {time}.': '最後に開いた日時：{time}。',
  'Its link is not kept here: open it by the link you have.':
    'リンクはここに保存されていません。お手元のリンクから開いてください。',
  'Ask a question': '質問を出す',
  'None yet.': 'まだありません。',
  Now: '出題中',
  Waits: '待機中',
  Asked: '出題済み',
  'Return to it': 'この質問に戻る',
  'Show it': '表示する',
  'Read it': '読む',
  'Take “{title}” out of this room?': '「{title}」をこのルームから外しますか？',
  'Take it out': '外す',
  'Language of {title}': '{title} の言語',
  'Give hint {number} of {all}': 'ヒント {number}/{all} を出す',
  'Show next part: {title}': '次のパートを表示：{title}',
  'Next hint: {text}': '次のヒント：{text}',
  'Hints ({given} of {all} given), follow-ups, rubric': 'ヒント（{all} 件中 {given} 件提示）、追加の質問、評価基準',
  Given: '提示済み',
  'Follow-ups': '追加の質問',
  'No question is like that.': '該当する質問はありません。',
  'In this room': 'このルームにあります',
  'Ask now': '今すぐ出す',
  'Keep it for later': '後で出す',
  'Back to the list': '一覧に戻る',
  'This question is in the room: see above.': 'この質問はすでにルームにあります。上をご覧ください。',
  'Make candidate': '候補者にする',
  'Make observer': 'オブザーバーにする',
  'Copy the interviewer link': '面接官用リンクをコピー',
  'Make a new interviewer link? All old interviewer links stop working at once, and the other interviewers are disconnected.':
    '面接官用リンクを新しくしますか？古い面接官用リンクはすべてすぐに使えなくなり、ほかの面接官は切断されます。',
  'Copy the candidate link': '候補者用リンクをコピー',
  'Make a new candidate link? All old candidate links stop working at once, and everybody who used them is disconnected.':
    '候補者用リンクを新しくしますか？古い候補者用リンクはすべてすぐに使えなくなり、それを使った人は全員切断されます。',
  'Copy the observer link': 'オブザーバー用リンクをコピー',
  'Make a new observer link? All old observer links stop working at once, and everybody who used them is disconnected.':
    'オブザーバー用リンクを新しくしますか？古いオブザーバー用リンクはすべてすぐに使えなくなり、それを使った人は全員切断されます。',
  'Copy the assistant link': 'アシスタント用リンクをコピー',
  'Make a new assistant link? All old assistant links stop working at once, and everybody who used them is disconnected.':
    'アシスタント用リンクを新しくしますか？古いアシスタント用リンクはすべてすぐに使えなくなり、それを使った人は全員切断されます。',
  'In the room': 'ルームにいる人',
  Links: 'リンク',
  'Download and replay': 'ダウンロードとリプレイ',
  'Watch the replay': 'リプレイを見る',
  'Read the report': 'レポートを読む',
  'Report for the candidate': '候補者用レポート',
  'What everybody in the room could read, to pass on': 'ルームの全員が読めた内容。人に渡せます',
  'Replay file': 'リプレイファイル',
  'With notes, moments, hidden tests and the interviewers’ chat':
    'メモ、時点、非公開テスト、面接官のチャットを含みます',
  'Replay file with notes': 'メモ付きリプレイファイル',
  'Kept until {day}, or longer if it is used.': '{day} まで保存されます。使われればさらに延びます。',
  'Delete this room now? Code, notes and replay are deleted for everybody. This cannot be undone.':
    'このルームを今すぐ削除しますか？コード、メモ、リプレイは全員分が削除されます。元に戻せません。',
  'Delete it now': '今すぐ削除',
  'Words and brackets': '単語とかっこ',
  'All tools': 'すべてのツール',
  'AI: off': 'AI:オフ',
  'AI: allowed; agents of yours come in by the assistant link':
    'AI:使用可。自分のエージェントはアシスタント用リンクで参加できます',
  'AI: required; agents of yours come in by the assistant link':
    'AI:必須。自分のエージェントはアシスタント用リンクで参加できます',
  'State of the room': 'ルームの状態',
  'Ended.': '終了。',
  'Everybody can read, nobody can change anything.': '全員が閲覧できますが、誰も変更できません。',
  Reopen: '再開',
  'Locked.': 'ロック中。',
  'Nobody new comes in.': '新しい人は参加できません。',
  'Open.': '開催中。',
  'Waiting room on. You let people in.': '待機室あり。あなたが参加を許可します。',
  'Whoever has a link comes in while an interviewer is here.': '面接官がいる間、リンクを持つ人は誰でも参加できます。',
  'Whoever has a link comes in.': 'リンクを持つ人は誰でも参加できます。',
  Unlock: 'ロック解除',
  Lock: 'ロック',
  'End interview': '面接を終了',
  'End the interview? The code becomes read-only for everybody. You can reopen it.':
    '面接を終了しますか？コードは全員にとって読み取り専用になります。再開もできます。',
  'Play a sound when somebody is waiting': '誰かが待っているときに音を鳴らす',
  'Remove {name} from the room? They cannot come back as the same person.':
    '{name} さんをルームから外しますか？同じ人として戻ることはできません。',
  'The links in use continue to work': '使用中のリンクはそのまま使えます',
  'Get a link': 'リンクを取得',
  'New link': '新しいリンク',
  'code-room: code together, see the same run': 'code-room:一緒にコードを書き、同じ実行を見る',
  'A live coding room in the browser: people edit the same code, run it safely, and all see the same run. No accounts, nothing to install.':
    'ブラウザーで使うライブコーディングルームです。同じコードを一緒に編集し、安全に実行し、全員が同じ実行結果を見ます。アカウントもインストールも不要です。',
  'Code together. See the same run.': '一緒に書く。同じ実行を見る。',
  'Make a room and send one link. Everyone edits the same code, sees each other’s cursors, and watches the same output when somebody presses Run. No accounts, nothing to install.':
    'ルームを作って、リンクを 1 つ送るだけです。全員が同じコードを編集し、互いのカーソルを見て、誰かが「実行」を押すと同じ出力を見ます。アカウントもインストールも不要です。',
  'Try it now': '今すぐ試す',
  'This is one room, opened twice. Write on one side, run on the other.':
    '1 つのルームを 2 か所で開いています。片方で書き、もう片方で実行してみてください。',
  'Write and run. This is a real room, with only you in it.':
    '書いて、実行してみてください。本物のルームで、いるのはあなただけです。',
  'Making a room works without JavaScript. Coding in it needs JavaScript.':
    'ルームの作成は JavaScript なしでもできます。コードを書くには JavaScript が必要です。',
  'What to expect': '特長',
  'Nothing gets lost': '何も失われません',
  '“Saved” means that the room has stored it. If a connection drops, a tab is closed or the server restarts, nothing you typed is lost.':
    '「保存済み」は、ルームに保存されたという意味です。接続が切れても、タブを閉じても、サーバーが再起動しても、入力した内容は失われません。',
  'Safe to run': '安全に実行',
  'Programs run in your own browser, in a sandbox: no network, no access to the page, no cookies. Stop always works, even in an endless loop.':
    'プログラムは自分のブラウザーのサンドボックスで動きます。ネットワークにもページにも Cookie にも触れられません。「停止」は無限ループでも必ず効きます。',
  'Yours to embed': '埋め込める',
  'The room is one HTML tag. {embed}, make rooms by {http}, or just use this one.':
    'ルームは HTML タグ 1 つです。{embed}、{http} でルームを作る、またはこのサイトをそのまま使うこともできます。',
  'Put it in your own page': '自分のページに置く',
  'Your rooms': 'あなたのルーム',
  'Only this browser has this list. On a shared computer, forget the rooms when you have finished.':
    'この一覧はこのブラウザーだけにあります。共用のコンピューターでは、終わったらルームの記録を消してください。',
  'Keep their links here too, so that you can open them from this list':
    'リンクもここに保存し、この一覧から開けるようにする',
  Replay: 'リプレイ',
  'One room, opened twice: type here, watch the other side.':
    '1 つのルームを 2 か所で開いています。ここに入力して、もう片方を見てください。',
  'The live editor needs a browser of 2023 or newer.': 'ライブエディターには 2023 年以降のブラウザーが必要です。',
  'Plain http': '暗号化されていない http',
  'This page came over plain http, so the browser holds back copying by button, and forgets who you are when the tab is closed. Use https, or open it on the machine it runs on.':
    'このページは暗号化されていない http で届いたため、ブラウザーはボタンでのコピーを許可せず、タブを閉じるとあなたのことを忘れます。https を使うか、サーバーが動いているコンピューターで開いてください。',
  'Skip to the content': '本文へ移動',
  Site: 'サイト',
  'code-room is open source under the MIT licence. No accounts, no cookies, no requests to anybody else.':
    'code-room は MIT ライセンスのオープンソースです。アカウントも Cookie も、外部へのリクエストもありません。',
  'Programming languages': 'プログラミング言語',
  Documents: 'ドキュメント',
  'first task': '最初の課題',
  easy: '易しい',
  medium: '普通',
  hard: '難しい',
  'very hard': 'とても難しい',
  Search: '検索',
  'bank, graphs, joins…': 'bank, graphs, joins…',
  Topic: 'トピック',
  Any: 'すべて',
  Level: 'レベル',
  '{level}, {name}': '{level}:{name}',
  'Level {level} ({name}), {minutes:minute|minutes}, {languages}, {parts:part|parts}':
    'レベル {level}（{name}）、{minutes} 分、{languages}、{parts} パート',
  'Level {level} ({name}), {minutes:minute|minutes}, {languages}':
    'レベル {level}（{name}）、{minutes} 分、{languages}',
  Preview: 'プレビュー',
  'Next part: {title}': '次のパート：{title}',
  'Hints, in this order': 'ヒント（この順）',
  'Hidden tests, hints, follow-ups, rubric and solution stand in the interviewer panel of a room.':
    '非公開テスト、ヒント、追加の質問、評価基準、解答はルームの面接官パネルにあります。',
  '{language}: starter code, {tests:test|tests}, {hidden} hidden, solution':
    '{language}：初期コード、テスト {tests} 件、非公開 {hidden} 件、解答',
  '{language}: starter code, {tests:test|tests}': '{language}：初期コード、テスト {tests} 件',
  'Files of hidden tests': '非公開テストのファイル',
  Solution: '解答',
  'Input:\n{stdin}\nOutput:\n{stdout}': '入力：\n{stdin}\n出力：\n{stdout}',
  Rubric: '評価基準',
  'Questions for interviews, each with starter code, tests, hints and a solution.':
    '面接用の質問。それぞれに初期コード、テスト、ヒント、解答があります。',
  'Choose some when you {make}, or ask one in a room from the interviewer panel.':
    '{make}ときに選ぶか、ルームの面接官パネルから出してください。',
  'make a room': 'ルームを作る',
  'All questions': 'すべての質問',
  'a day after its last use': '最後の使用から 1 日',
  'a week after its last use': '最後の使用から 1 週間',
  '30 days after its last use': '最後の使用から 30 日',
  'a year after its last use': '最後の使用から 1 年',
  'All tools: completion, errors while typing, formatting': 'すべてのツール：補完、入力中のエラー表示、整形',
  'Words, keywords and brackets': '単語、キーワード、かっこ',
  'How much is pasted from outside or comes at once': '外部から貼り付けた量、または一度に入った量',
  'Also in which line, and leaving the page for long': '加えて、その行と、ページを長く離れたこと',
  'Off: everybody works without it': 'オフ：全員が使わずに進めます',
  'Allowed, in the sight of everybody': '使用可：全員に見える形で',
  'Required: working with it is part of the interview': '必須：AI を使うことも面接の一部です',
  'Choose one of the listed languages, such as "python".': '一覧にある言語を選んでください（例：「python」）。',
  'Send text without broken (half) characters.': '壊れた（半分だけの）文字を含まないテキストを送信してください。',
  'Keep a room for at least 1 hour.': 'ルームの保存期間は 1 時間以上にしてください。',
  'Only people with the key of this server can make rooms here. Enter the key; over HTTP, send it as a bearer token.':
    'ここでルームを作れるのは、このサーバーのキーを持つ人だけです。キーを入力してください。HTTP ではベアラートークンとして送信してください。',
  'Too many rooms in a minute.': '1 分間に作られたルームが多すぎます。',
  'The room does not answer. Try again in a moment.': 'ルームが応答しません。少し待ってもう一度お試しください。',
  'Something went wrong on our side. Try again in a moment.':
    'こちら側で問題が起きました。少し待ってもう一度お試しください。',
  'Make a room': 'ルームを作る',
  Title: 'タイトル',
  'Interview with Ada': 'Ada さんの面接',
  'Can be run': '実行できる言語',
  'Only edited': '編集のみの言語',
  Key: 'キー',
  'Task, starter code and more': '課題、初期コードなど',
  'Start from': 'ひな形',
  'An empty file in the language above': '上の言語の空のファイル',
  'Fills in the task and the code if you leave them empty.': '課題とコードが空欄なら、ここから補われます。',
  'Read all templates': 'すべてのテンプレートを読む',
  'What should the candidate solve?': '候補者に解いてもらう内容は？',
  'Keep the room for': 'ルームの保存期間',
  'Everybody sees what it is. You can change it during the interview.':
    '全員がこの設定を見られます。面接中に変更できます。',
  'Candidates are told before they join, and read the same lines as you.':
    '候補者には参加前に知らされ、あなたと同じ行を読めます。',
  'Everybody is told before they join, and it stays so.': '全員に参加前に知らされ、あとから変わりません。',
  Rehearsal: 'リハーサル',
  'Whoever comes before you tries everything in a room of their own, until you are there.':
    'あなたより先に来た人は、あなたが来るまで自分だけのルームですべてを試せます。',
  'You let candidates and observers in.': '候補者とオブザーバーの参加をあなたが許可します。',
  'Questions from the library': 'ライブラリーの質問',
  'They wait in the room until an interviewer asks them: nobody else sees them before.':
    '面接官が出すまでルームで待機し、それまでほかの人には見えません。',
  'Read all questions': 'すべての質問を読む',
  'Choose “Preview” to read a question here.': '「プレビュー」を選ぶと、ここで質問を読めます。',
  'Starter code of {title}': '{title} の初期コード',
  'For you and others who interview with you. Can do everything, also delete the room.':
    'あなたと一緒に面接する人のためのリンク。ルームの削除も含め、すべてできます。',
  'Send this link to the candidate. Can edit and run.': '候補者に送るリンク。編集と実行ができます。',
  'Sees everything live. Cannot change anything.': 'すべてをリアルタイムで見られます。変更はできません。',
  'For an AI agent of yours. Reads, chats and proposes changes; cannot edit or run.':
    'あなたの AI エージェント用。閲覧、チャット、変更の提案ができます。編集や実行はできません。',
  'Your room is ready': 'ルームの準備ができました',
  'Enter the room': 'ルームに入る',
  'One question waits in the interviewer panel: ask it there when it is time.':
    '質問が 1 件、面接官パネルで待っています。時が来たらそこから出してください。',
  '{count:question waits|questions wait} in the interviewer panel: ask each there when it is time.':
    '質問が {count} 件、面接官パネルで待っています。時が来たらそこから 1 つずつ出してください。',
  'Everybody who has a link can join with it, in the role of the link.':
    'リンクを持つ人は誰でも、そのリンクの役割で参加できます。',
  'This browser remembers the links until you choose “Forget”: find them here, under “Your rooms” and in the room’s interviewer panel.':
    '「消去」を選ぶまで、このブラウザーはリンクを覚えています。ここ、「あなたのルーム」、ルームの面接官パネルで見つかります。',
  'Save the links now: this browser cannot remember them.':
    '今すぐリンクを保存してください。このブラウザーは覚えておけません。',
  'The server has no copy of them.': 'サーバーにはリンクの写しがありません。',
  'Make another room': '別のルームを作る',
  'There is no page here': 'ここにページはありません',
  'The address may be incomplete or wrong. Check it, or start from the front page.':
    'アドレスが不完全か、間違っているかもしれません。確かめるか、トップページから始めてください。',
  'This room does not exist, or not any more': 'このルームは存在しないか、もうありません',
  'Rooms are deleted by an interviewer, or some time after their last use. If you expected a room here, ask the person who sent the link.':
    'ルームは面接官が削除するか、最後の使用からしばらくすると削除されます。ここにルームがあるはずなら、リンクを送った人に確かめてください。',
  'The room is deleted': 'ルームは削除されました',
  'An interviewer deleted it. Its code, notes and replay are gone, and its links no longer work.':
    '面接官が削除しました。コード、メモ、リプレイは失われ、リンクも使えません。',
  'The room has expired': 'ルームの期限が切れました',
  'Nobody used it for as long as it was kept, so it was deleted. Its links no longer work.':
    '保存期間中に使われなかったため、削除されました。リンクは使えません。',
  'The room does not answer': 'ルームが応答しません',
  'Nothing is lost. Wait a moment and reload this page.':
    '何も失われていません。少し待ってこのページを再読み込みしてください。',
  'Something went wrong on our side': 'こちら側で問題が起きました',
  'It is not your fault. Wait a moment and try again.':
    'あなたのせいではありません。少し待ってもう一度お試しください。',
  'Front page': 'トップページ',
  'The replay needs JavaScript': 'リプレイには JavaScript が必要です',
  'Allow it for this page and load it again.': 'このページで許可して、再読み込みしてください。',
  'code-room, front page': 'code-room、トップページ',
  'Open the room': 'ルームを開く',
  'This replay': 'このリプレイ',
  'Copy link to this moment': 'この時点へのリンクをコピー',
  'Continue from here as a new room': 'ここから新しいルームで続ける',
  'A page that plays replay files from your disk, without a server':
    'ディスクのリプレイファイルをサーバーなしで再生するページです',
  'Player for your disk': 'ディスク用プレーヤー',
  'Downloading the replay…': 'リプレイをダウンロードしています…',
  'This replay cannot be shown': 'このリプレイは表示できません',
  'The report needs JavaScript': 'レポートには JavaScript が必要です',
  Report: 'レポート',
  'For interviewers': '面接官用',
  'For the candidate': '候補者用',
  Print: '印刷',
  'The report is being written…': 'レポートを作成しています…',
  'This report cannot be shown': 'このレポートは表示できません',
  'This link is incomplete': 'このリンクは不完全です',
  'The part after the # is missing: it is the key to the room, and this browser does not remember it. Open the complete link, or ask the person who sent it.':
    '# の後の部分がありません。それがルームの鍵ですが、このブラウザーは覚えていません。完全なリンクを開くか、送った人に確かめてください。',
  'This link does not open the room': 'このリンクではルームが開きません',
  'It may have been replaced by a newer one. Ask the person who sent it.':
    '新しいリンクに置き換えられたのかもしれません。送った人に確かめてください。',
  'You are not in the room': 'ルームに入っていません',
  'This interview has ended': 'この面接は終了しました',
  'Nobody new can join. If you took part, open the link in the browser you used then: there you can download your code.':
    '新しい人は参加できません。参加していた方は、そのとき使ったブラウザーでリンクを開けば、自分のコードをダウンロードできます。',
  'This room needs JavaScript': 'このルームには JavaScript が必要です',
  'You are the interviewer': 'あなたは面接官です',
  'You are the candidate': 'あなたは候補者です',
  'You are observing': 'あなたはオブザーバーです',
  'You are the assistant': 'あなたはアシスタントです',
  'What is kept': '保存される内容',
  Panel: 'パネル',
  'This browser remembers your link, so that you can open the room again. On a shared computer, forget the room when you have finished.':
    'ルームをもう一度開けるように、このブラウザーはリンクを覚えています。共用のコンピューターでは、終わったらルームの記録を消してください。',
  'Download my code, results and log': 'コード、結果、ログをダウンロード',
  'Download my activity log': 'アクティビティログをダウンロード',
  'Forget this room': 'このルームの記録を消す',
  'The interview has ended': '面接は終了しました',
  'The interview has ended.': '面接は終了しました。',
  'Download what you did: your code, its results, and the log of what you wrote.':
    '自分のコード、その結果、書いた内容のログをダウンロードできます。',
  'What should the others call you?': 'ほかの人に表示する名前は？',
  Skip: 'スキップ',
  'You are in the room.': 'ルームに入りました。',
  'From here on the others see what you write. What you tried before is forgotten.':
    'ここからは、書いた内容がほかの人に見えます。先ほど試した内容は残りません。',
  'This room needs a browser of 2023 or newer. Update this one, or open the link in another.':
    'このルームには 2023 年以降のブラウザーが必要です。更新するか、別のブラウザーでリンクを開いてください。',
  Templates: 'テンプレート',
  'Tasks with starter code to begin an interview with.': '面接を始めるための、初期コード付きの課題です。',
  'A template fills in the task and the starter code of a new room. Choose one under “Start from” when you {make}.':
    'テンプレートは新しいルームの課題と初期コードを埋めます。{make}ときに「ひな形」から選んでください。',
  'Language of this page': 'このページの言語',
  '{language} runs': '{language} が動く',
  'Connection to the room': 'ルームへの接続',
  'The server answers, but WebSockets do not get through. Allow them in your proxy or VPN, or try another network.':
    'サーバーは応答しますが、WebSocket が通りません。プロキシや VPN で許可するか、別のネットワークをお試しください。',
  'Programs run beside the page': 'プログラムがページと並行して動く',
  'This browser has no workers. Use a current Chrome, Edge, Firefox or Safari.':
    'このブラウザーにはワーカーがありません。最新の Chrome、Edge、Firefox、Safari を使ってください。',
  'WebAssembly, for Python, SQL and C++': 'WebAssembly（Python、SQL、C++ 用）',
  'This browser does not allow it. Turn off its strictest mode for this page (on Apple devices: Lockdown Mode), or use another browser.':
    'このブラウザーは許可していません。このページで最も厳しいモード（Apple の機器ではロックダウンモード）をオフにするか、別のブラウザーを使ってください。',
  'The sandbox for programs': 'プログラム用のサンドボックス',
  'Its frame did not open. Turn off what blocks frames or scripts on this page, then reload it.':
    'フレームが開きませんでした。このページでフレームやスクリプトを遮断しているものをオフにして、再読み込みしてください。',
  'It could not be loaded. Reload the page.': '読み込めませんでした。ページを再読み込みしてください。',
  'Unsent edits survive a crash': '未送信の編集がクラッシュ後も残る',
  'Use a window that is not private. Everything works here too, but keep this page open.':
    'プライベートでないウィンドウを使ってください。このままでもすべて動きますが、ページは開いたままにしてください。',
  'The clock is right': '時計が合っている',
  'Set it in the settings of this computer. Nothing goes wrong in the room, which has a clock of its own; but the times you read here would not be those of the others.':
    'このコンピューターの設定で合わせてください。ルームには独自の時計があるので問題は起きませんが、ここに表示される時刻がほかの人と異なります。',
  'The window is large enough': 'ウィンドウの大きさが十分',
  'Make it wider, or turn the device: then code and output stand side by side. Everything works here too.':
    '幅を広げるか、機器を横向きにすると、コードと出力が並びます。このままでもすべて動きます。',
  'Copy buttons work': 'コピーボタンが動く',
  'Open the page over https. Ctrl C works in any case.': 'ページを https で開いてください。Ctrl C はいつでも使えます。',
  'In this room the editor does not help: no completion, no errors while typing, no formatting.':
    'このルームではエディターの補助はありません。補完も、入力中のエラー表示も、整形もありません。',
  'In this room the editor completes words and keywords and closes brackets, and that is all.':
    'このルームではエディターが単語とキーワードを補完し、かっこを閉じます。それだけです。',
  'In this room the editor completes, shows errors while you type, and formats.':
    'このルームではエディターが補完し、入力中にエラーを示し、整形します。',
  'An interviewer sees that you are here and lets you in. The room opens by itself.':
    '面接官にはあなたがいることが見えていて、参加を許可します。ルームは自動的に開きます。',
  'No interviewer is here yet. The room opens by itself as soon as one is.':
    '面接官はまだいません。来ればルームは自動的に開きます。',
  'The connection to the room is not there yet. The room opens by itself when it is.':
    'ルームへの接続がまだありません。つながればルームは自動的に開きます。',
  'AI is off in this room: please work without it.': 'このルームでは AI はオフです。使わずに進めてください。',
  'AI is allowed in this room. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.':
    'このルームでは AI を使えます。質問と回答は全員が読め、保存されます。質問は課題とコードとともに、このサーバーが使う AI に送られます。',
  'Working with AI is part of this interview. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.':
    'AI を使うことはこの面接の一部です。質問と回答は全員が読め、保存されます。質問は課題とコードとともに、このサーバーが使う AI に送られます。',
  'The language': 'この言語',
  'You are in the waiting room': '待機室にいます',
  Guest: 'ゲスト',
  'Try everything here': 'ここですべてを試せます',
  'This is a room of your own, on this computer only. Nobody sees what you write and run in it, and it is forgotten when the interview starts.':
    'このコンピューターだけにある、あなた専用のルームです。書いたり実行したりした内容は誰にも見えず、面接が始まると消えます。',
  'Is this computer ready?': 'このコンピューターの準備は？',
  'Checking…': '確認中…',
  'What this room keeps': 'このルームが保存するもの',
  'The code with every edit and its time, each run with its output, and the names people entered. Interviewers can watch it again.':
    'コードとすべての編集とその時刻、すべての実行とその出力、入力された名前。面接官はあとで見直せます。',
  'It is deleted some time after its last use, or earlier by an interviewer.':
    '最後の使用からしばらくすると削除されます。面接官がそれより早く削除することもあります。',
  'No audio or video, no cookies, no IP address; nothing is shared with anyone else.':
    '音声や映像、Cookie、IP アドレスは保存しません。ほかの誰とも共有しません。',
  'No help': '補助なし',
  'No log': 'ログなし',
};
