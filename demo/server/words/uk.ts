// Words of the host’s pages in Ukrainian.
export default {
  'That was not done. Try again.': 'Цього не зроблено. Спробуйте ще раз.',
  'The interviewer panel is for interviewers only.': 'Панель інтерв’юера лише для інтерв’юерів.',
  'The form did not arrive whole. Send it again.': 'Форма надійшла не повністю. Надішліть її ще раз.',
  'The task or the starter code is too long. Make it shorter.': 'Завдання або початковий код задовгі. Скоротіть їх.',
  Copy: 'Копіювати',
  'Press Ctrl C': 'Натисніть Ctrl C',
  'Interviewer panel': 'Панель інтерв’юера',
  'Not known in this browser.': 'Невідомо в цьому браузері.',
  'That did not work. Try again.': 'Не вдалося. Спробуйте ще раз.',
  'The replay could not be downloaded. Reload the page.': 'Не вдалося завантажити запис. Перезавантажте сторінку.',
  'Open the interviewer link first, then choose “Watch the replay” in the interviewer panel.':
    'Спершу відкрийте посилання інтерв’юера, а потім виберіть «Дивитися запис» на панелі інтерв’юера.',
  'Replays are for interviewers. As a candidate you can download your code and activity log in the room, under “What is kept”.':
    'Записи призначені для інтерв’юерів. Як кандидат ви можете завантажити свій код і журнал активності в кімнаті, у розділі «Що зберігається».',
  'Replay: {title}': 'Запис: {title}',
  'Copied. It opens for interviewers of this room.': 'Скопійовано. Відкривається для інтерв’юерів цієї кімнати.',
  'The address of this page now leads here.': 'Адреса цієї сторінки тепер веде сюди.',
  '{title}, continued': '{title}, продовження',
  Interview: 'Співбесіда',
  'The room was not made. Check the connection and try again.':
    'Кімнату не створено. Перевірте з’єднання та спробуйте ще раз.',
  'The report could not be loaded. Reload the page.': 'Не вдалося завантажити звіт. Перезавантажте сторінку.',
  'Open the interviewer link first, then choose “Read the report” in the interviewer panel.':
    'Спершу відкрийте посилання інтерв’юера, а потім виберіть «Читати звіт» на панелі інтерв’юера.',
  'The server does not answer. Check the connection and reload the page.':
    'Сервер не відповідає. Перевірте з’єднання та перезавантажте сторінку.',
  Ready: 'Готово',
  'Not ideal': 'Не ідеально',
  'Not ready': 'Не готово',
  'Everything works here.': 'Тут усе працює.',
  'One thing wants a look.': 'На одне варто поглянути.',
  '{count:thing wants|things want} a look.': 'Варто поглянути на {count:пункт|пункти|пунктів}.',
  'It is {count:minute|minutes} ahead.': 'Поспішає на {count:хвилину|хвилини|хвилин}.',
  'It is {count:minute|minutes} behind.': 'Відстає на {count:хвилину|хвилини|хвилин}.',
  '“{title}” is ready': '«{title}» готова',
  'Forget this room in this browser? You need a link to open it again.':
    'Забути цю кімнату в цьому браузері? Щоб відкрити її знову, потрібне посилання.',
  Room: 'Кімната',
  'It is deleted on {day} unless it is used again, or earlier by an interviewer.':
    'Усе буде видалено {day}, якщо кімнату більше не використають, або раніше інтерв’юером.',
  'room {room}…, {time}, request {request}': 'кімната {room}…, {time}, запит {request}',
  'room {room}…, {time}': 'кімната {room}…, {time}',
  'This computer is ready.': 'Цей комп’ютер готовий.',
  'Only you see this. Change it, press Run, try what you like.':
    'Це бачите лише ви. Змінюйте, натискайте «Запустити», пробуйте що завгодно.',
  '[image]': '[зображення]',
  '[file]': '[файл]',
  passed: 'пройдено',
  error: 'помилка',
  'timed-out': 'час вичерпано',
  skipped: 'пропущено',
  'not run': 'не запущено',
  'question {number} {title}': 'питання {number} {title}',
  'expected: {value}': 'очікувалося: {value}',
  'got: {value}': 'отримано: {value}',
  '{state}: {name}': '{state}: {name}',
  TESTS: 'ТЕСТИ',
  'There were none.': 'Їх не було.',
  'MY RUNS': 'МОЇ ЗАПУСКИ',
  'I ran nothing.': 'Я нічого не запускав(-ла).',
  'Run {run}, {language}, {time}: {state} after {duration}':
    'Запуск {run}, {language}, {time}: {state} через {duration}',
  '{edits:edit|edits}: {written:character|characters} written':
    '{edits:зміна|зміни|змін}: написано {written:символ|символи|символів}',
  '{count} deleted': 'видалено {count}',
  'at most {count} at once': 'щонайбільше {count} за раз',
  'I said: {text}': 'Мій коментар: {text}',
  'WHAT THE ACTIVITY LOG NOTED, as interviewers read it': 'ЩО ЗАНОТУВАВ ЖУРНАЛ АКТИВНОСТІ, як його читають інтерв’юери',
  'Nothing.': 'Нічого.',
  'WHAT I WROTE': 'ЩО Я ПИСАВ(-ЛА)',
  'From {time}, by the clock of this computer.': 'Від {time} за годинником цього комп’ютера.',
  'I wrote nothing.': 'Я нічого не писав(-ла).',
  '{name} is waiting': '{name} чекає',
  '{count:person is|people are} waiting': '{count:людина чекає|людини чекають|людей чекають}',
  'It is “{title}”.': 'Це «{title}».',
  '{names} interview.': 'Співбесіду проводять {names}.',
  '{names} interviews.': 'Співбесіду проводить {names}.',
  'Loading…': 'Завантаження…',
  'You are the interviewer.': 'Ви інтерв’юер.',
  'You are the candidate.': 'Ви кандидат.',
  'You are observing.': 'Ви спостерігаєте.',
  'You are the assistant.': 'Ви помічник.',
  'Show all {count}': 'Показати всі {count}',
  Open: 'Відкрита',
  'Not opened yet': 'Ще не відкривали',
  'Copy candidate link': 'Копіювати посилання кандидата',
  Forget: 'Забути',
  'Forget “{title}” in this browser? The room itself stays, but you need a link to open it again.':
    'Забути «{title}» у цьому браузері? Сама кімната залишиться, але щоб відкрити її знову, потрібне посилання.',
  'This browser has forgotten “{title}”.': 'Цей браузер забув «{title}».',
  'Room without a title': 'Кімната без назви',
  '{action}: {name}': '{action}: {name}',
  'Made {time}.': 'Створено {time}.',
  'Last opened {time}.': 'Востаннє відкрито {time}.',
  'Its link is not kept here: open it by the link you have.':
    'Посилання на неї тут не зберігається: відкрийте її за посиланням, яке маєте.',
  'Ask a question': 'Поставити питання',
  'None yet.': 'Ще немає.',
  Now: 'Зараз',
  Waits: 'Чекає',
  Asked: 'Поставлено',
  'Return to it': 'Повернутися до нього',
  'Show it': 'Показати',
  'Read it': 'Прочитати',
  'Take “{title}” out of this room?': 'Прибрати «{title}» з цієї кімнати?',
  'Take it out': 'Прибрати',
  'Language of {title}': 'Мова: {title}',
  'Give hint {number} of {all}': 'Дати підказку {number} з {all}',
  'Show next part: {title}': 'Показати наступну частину: {title}',
  'Next hint: {text}': 'Наступна підказка: {text}',
  'Hints ({given} of {all} given), follow-ups, rubric':
    'Підказки (дано {given} з {all}), додаткові питання, критерії оцінювання',
  Given: 'Дано',
  'Follow-ups': 'Додаткові питання',
  'No question is like that.': 'Такого питання немає.',
  'In this room': 'У цій кімнаті',
  'Ask now': 'Поставити зараз',
  'Keep it for later': 'Залишити на потім',
  'Back to the list': 'Назад до списку',
  'This question is in the room: see above.': 'Це питання вже в кімнаті: дивіться вище.',
  'Make candidate': 'Зробити кандидатом',
  'Make observer': 'Зробити спостерігачем',
  'Copy the interviewer link': 'Копіювати посилання інтерв’юера',
  'Make a new interviewer link? All old interviewer links stop working at once, and the other interviewers are disconnected.':
    'Створити нове посилання інтерв’юера? Усі старі посилання інтерв’юера одразу перестануть працювати, а інших інтерв’юерів буде від’єднано.',
  'Copy the candidate link': 'Копіювати посилання кандидата',
  'Make a new candidate link? All old candidate links stop working at once, and everybody who used them is disconnected.':
    'Створити нове посилання кандидата? Усі старі посилання кандидата одразу перестануть працювати, а всіх, хто ними скористався, буде від’єднано.',
  'Copy the observer link': 'Копіювати посилання спостерігача',
  'Make a new observer link? All old observer links stop working at once, and everybody who used them is disconnected.':
    'Створити нове посилання спостерігача? Усі старі посилання спостерігача одразу перестануть працювати, а всіх, хто ними скористався, буде від’єднано.',
  'Copy the assistant link': 'Копіювати посилання помічника',
  'Make a new assistant link? All old assistant links stop working at once, and everybody who used them is disconnected.':
    'Створити нове посилання помічника? Усі старі посилання помічника одразу перестануть працювати, а всіх, хто ними скористався, буде від’єднано.',
  'In the room': 'У кімнаті',
  Links: 'Посилання',
  'Download and replay': 'Завантаження та запис',
  'Watch the replay': 'Дивитися запис',
  'Read the report': 'Читати звіт',
  'Report for the candidate': 'Звіт для кандидата',
  'What everybody in the room could read, to pass on': 'Те, що могли читати всі в кімнаті, щоб передати далі',
  'Replay file': 'Файл запису',
  'With notes, moments, hidden tests and the interviewers’ chat':
    'З нотатками, митями, прихованими тестами та чатом інтерв’юерів',
  'Replay file with notes': 'Файл запису з нотатками',
  'Kept until {day}, or longer if it is used.': 'Зберігається до {day} або довше, якщо кімнату використовують.',
  'Delete this room now? Code, notes and replay are deleted for everybody. This cannot be undone.':
    'Видалити цю кімнату зараз? Код, нотатки та запис буде видалено для всіх. Це не можна скасувати.',
  'Delete it now': 'Видалити зараз',
  'Words and brackets': 'Слова та дужки',
  'All tools': 'Усі інструменти',
  'AI: off': 'ШІ: вимкнено',
  'AI: allowed; agents of yours come in by the assistant link':
    'ШІ: дозволено; ваші агенти заходять за посиланням помічника',
  'AI: required; agents of yours come in by the assistant link':
    'ШІ: обов’язково; ваші агенти заходять за посиланням помічника',
  'State of the room': 'Стан кімнати',
  'Ended.': 'Завершено.',
  'Everybody can read, nobody can change anything.': 'Усі можуть читати, ніхто нічого не може змінити.',
  Reopen: 'Відкрити знову',
  'Locked.': 'Замкнено.',
  'Nobody new comes in.': 'Ніхто новий не зайде.',
  'Open.': 'Відкрито.',
  'Waiting room on. You let people in.': 'Є кімната очікування. Ви впускаєте людей.',
  'Whoever has a link comes in while an interviewer is here.': 'Хто має посилання, заходить, поки тут є інтерв’юер.',
  'Whoever has a link comes in.': 'Хто має посилання, заходить.',
  Unlock: 'Відімкнути',
  Lock: 'Замкнути',
  'End interview': 'Завершити співбесіду',
  'End the interview? The code becomes read-only for everybody. You can reopen it.':
    'Завершити співбесіду? Код стане лише для читання для всіх. Її можна відкрити знову.',
  'Play a sound when somebody is waiting': 'Відтворювати звук, коли хтось чекає',
  'Remove {name} from the room? They cannot come back as the same person.':
    'Прибрати {name} з кімнати? Повернутися тією самою людиною буде неможливо.',
  'The links in use continue to work': 'Посилання, якими користуються, працюють далі',
  'Get a link': 'Отримати посилання',
  'New link': 'Нове посилання',
  'code-room: code together, see the same run': 'code-room: пишіть код разом, бачте той самий запуск',
  'A live coding room in the browser: people edit the same code, run it safely, and all see the same run. No accounts, nothing to install.':
    'Кімната для спільного коду в браузері: люди редагують той самий код, безпечно запускають його й бачать той самий запуск. Без облікових записів, без встановлення.',
  'Code together. See the same run.': 'Пишіть код разом. Бачте той самий запуск.',
  'Make a room and send one link. Everyone edits the same code, sees each other’s cursors, and watches the same output when somebody presses Run. No accounts, nothing to install.':
    'Створіть кімнату й надішліть одне посилання. Усі редагують той самий код, бачать курсори одне одного й той самий вивід, коли хтось натискає «Запустити». Без облікових записів, без встановлення.',
  'Try it now': 'Спробуйте зараз',
  'This is one room, opened twice. Write on one side, run on the other.':
    'Це одна кімната, відкрита двічі. Пишіть з одного боку, запускайте з іншого.',
  'Write and run. This is a real room, with only you in it.':
    'Пишіть і запускайте. Це справжня кімната, у якій лише ви.',
  'Making a room works without JavaScript. Coding in it needs JavaScript.':
    'Створити кімнату можна без JavaScript. Щоб писати в ній код, потрібен JavaScript.',
  'What to expect': 'Чого очікувати',
  'Nothing gets lost': 'Нічого не губиться',
  '“Saved” means that the room has stored it. If a connection drops, a tab is closed or the server restarts, nothing you typed is lost.':
    '«Збережено» означає, що кімната це зберегла. Якщо з’єднання обірветься, вкладку закриють або сервер перезапуститься, ніщо з набраного не загубиться.',
  'Safe to run': 'Безпечний запуск',
  'Programs run in your own browser, in a sandbox: no network, no access to the page, no cookies. Stop always works, even in an endless loop.':
    'Програми виконуються у вашому браузері, в пісочниці: без мережі, без доступу до сторінки, без файлів cookie. «Зупинити» працює завжди, навіть у нескінченному циклі.',
  'Yours to embed': 'Можна вбудувати',
  'The room is one HTML tag. {embed}, make rooms by {http}, or just use this one.':
    'Кімната — це один тег HTML. {embed}, створюйте кімнати через {http} або просто користуйтеся цією.',
  'Put it in your own page': 'Вставте її на власну сторінку',
  'Your rooms': 'Ваші кімнати',
  'Only this browser has this list. On a shared computer, forget the rooms when you have finished.':
    'Цей список є лише в цьому браузері. На спільному комп’ютері забудьте кімнати, коли завершите.',
  'Keep their links here too, so that you can open them from this list':
    'Зберігати тут і їхні посилання, щоб відкривати їх із цього списку',
  'One room, opened twice: type here, watch the other side.':
    'Одна кімната, відкрита двічі: пишіть тут, дивіться на інший бік.',
  'The live editor needs a browser of 2023 or newer.': 'Редактору потрібен браузер 2023 року або новіший.',
  'Plain http': 'Незашифрований http',
  'This page came over plain http, so the browser holds back copying by button, and forgets who you are when the tab is closed. Use https, or open it on the machine it runs on.':
    'Ця сторінка надійшла незашифрованим http, тому браузер не дає копіювати кнопкою й забуває, хто ви, коли вкладку закрито. Скористайтеся https або відкрийте її на машині, де вона працює.',
  'Skip to the content': 'Перейти до вмісту',
  Site: 'Сайт',
  'code-room is open source under the MIT licence. No accounts, no cookies, no requests to anybody else.':
    'code-room — відкрите програмне забезпечення за ліцензією MIT. Без облікових записів, без файлів cookie, без запитів до когось іншого.',
  'Programming languages': 'Мови програмування',
  Documents: 'Документи',
  'first task': 'перше завдання',
  easy: 'легко',
  medium: 'середньо',
  hard: 'важко',
  'very hard': 'дуже важко',
  Search: 'Пошук',
  'bank, graphs, joins…': 'bank, graphs, joins…',
  Topic: 'Тема',
  Any: 'Будь-яка',
  Level: 'Рівень',
  '{level}, {name}': '{level}, {name}',
  'Level {level} ({name}), {minutes:minute|minutes}, {languages}, {parts:part|parts}':
    'Рівень {level} ({name}), {minutes:хвилина|хвилини|хвилин}, {languages}, {parts:частина|частини|частин}',
  'Level {level} ({name}), {minutes:minute|minutes}, {languages}':
    'Рівень {level} ({name}), {minutes:хвилина|хвилини|хвилин}, {languages}',
  Preview: 'Перегляд',
  'Next part: {title}': 'Наступна частина: {title}',
  'Hints, in this order': 'Підказки в такому порядку',
  'Hidden tests, hints, follow-ups, rubric and solution stand in the interviewer panel of a room.':
    'Приховані тести, підказки, додаткові питання, критерії оцінювання та розв’язок є на панелі інтерв’юера в кімнаті.',
  '{language}: starter code, {tests:test|tests}, {hidden} hidden, solution':
    '{language}: початковий код, {tests:тест|тести|тестів}, прихованих {hidden}, розв’язок',
  '{language}: starter code, {tests:test|tests}': '{language}: початковий код, {tests:тест|тести|тестів}',
  'Files of hidden tests': 'Файли прихованих тестів',
  Solution: 'Розв’язок',
  'Input:\n{stdin}\nOutput:\n{stdout}': 'Ввід:\n{stdin}\nВивід:\n{stdout}',
  Rubric: 'Критерії оцінювання',
  'Questions for interviews, each with starter code, tests, hints and a solution.':
    'Питання для співбесід, кожне з початковим кодом, тестами, підказками та розв’язком.',
  'Choose some when you {make}, or ask one in a room from the interviewer panel.':
    'Виберіть кілька, коли {make}, або поставте питання в кімнаті з панелі інтерв’юера.',
  'make a room': 'створюєте кімнату',
  'All questions': 'Усі питання',
  'a day after its last use': 'день після останнього використання',
  'a week after its last use': 'тиждень після останнього використання',
  '30 days after its last use': '30 днів після останнього використання',
  'a year after its last use': 'рік після останнього використання',
  'All tools: completion, errors while typing, formatting':
    'Усі інструменти: доповнення, помилки під час набору, форматування',
  'Words, keywords and brackets': 'Слова, ключові слова та дужки',
  'How much is pasted from outside or comes at once': 'Скільки вставлено ззовні або з’явилося одразу',
  'Also in which line, and leaving the page for long': 'Також у якому рядку, і довга відсутність на сторінці',
  'Off: everybody works without it': 'Вимкнено: усі працюють без нього',
  'Allowed, in the sight of everybody': 'Дозволено, на очах у всіх',
  'Required: working with it is part of the interview': 'Обов’язково: робота з ним є частиною співбесіди',
  'Choose one of the listed languages, such as "python".': 'Виберіть одну з мов у списку, наприклад «python».',
  'Send text without broken (half) characters.': 'Надсилайте текст без пошкоджених (половинних) символів.',
  'Keep a room for at least 1 hour.': 'Зберігайте кімнату щонайменше 1 годину.',
  'Only people with the key of this server can make rooms here. Enter the key; over HTTP, send it as a bearer token.':
    'Створювати тут кімнати може лише той, хто має ключ цього сервера. Введіть ключ; через HTTP надішліть його як bearer-токен.',
  'Too many rooms in a minute.': 'Забагато кімнат за хвилину.',
  'The room does not answer. Try again in a moment.': 'Кімната не відповідає. Спробуйте ще раз за мить.',
  'Something went wrong on our side. Try again in a moment.':
    'Щось пішло не так на нашому боці. Спробуйте ще раз за мить.',
  'Make a room': 'Створити кімнату',
  Title: 'Назва',
  'Interview with Ada': 'Співбесіда з Адою',
  'Can be run': 'Можна запускати',
  'Only edited': 'Лише редагувати',
  Key: 'Ключ',
  'Task, starter code and more': 'Завдання, початковий код та інше',
  'Start from': 'Почати з',
  'An empty file in the language above': 'Порожній файл мовою, вибраною вище',
  'Fills in the task and the code if you leave them empty.': 'Заповнює завдання й код, якщо залишити їх порожніми.',
  'Read all templates': 'Прочитати всі шаблони',
  'What should the candidate solve?': 'Що має розв’язати кандидат?',
  'Keep the room for': 'Зберігати кімнату',
  'Everybody sees what it is. You can change it during the interview.':
    'Усі бачать, що вибрано. Це можна змінити під час співбесіди.',
  'Candidates are told before they join, and read the same lines as you.':
    'Кандидатам кажуть про це до приєднання, і вони читають ті самі рядки, що й ви.',
  'Everybody is told before they join, and it stays so.': 'Усім кажуть про це до приєднання, і це не змінюється.',
  Rehearsal: 'Репетиція',
  'Whoever comes before you tries everything in a room of their own, until you are there.':
    'Хто прийде раніше за вас, спробує все у власній кімнаті, доки ви не з’явитеся.',
  'You let candidates and observers in.': 'Ви впускаєте кандидатів і спостерігачів.',
  'Questions from the library': 'Питання з бібліотеки',
  'They wait in the room until an interviewer asks them: nobody else sees them before.':
    'Вони чекають у кімнаті, доки інтерв’юер їх поставить: до того їх ніхто інший не бачить.',
  'Read all questions': 'Прочитати всі питання',
  'Choose “Preview” to read a question here.': 'Виберіть «Перегляд», щоб прочитати питання тут.',
  'Starter code of {title}': 'Початковий код: {title}',
  'For you and others who interview with you. Can do everything, also delete the room.':
    'Для вас і тих, хто проводить співбесіду з вами. Може все, навіть видалити кімнату.',
  'Send this link to the candidate. Can edit and run.':
    'Надішліть це посилання кандидату. Може редагувати й запускати.',
  'Sees everything live. Cannot change anything.': 'Бачить усе наживо. Не може нічого змінити.',
  'For an AI agent of yours. Reads, chats and proposes changes; cannot edit or run.':
    'Для вашого агента ШІ. Читає, пише в чаті й пропонує зміни; не може редагувати чи запускати.',
  'Your room is ready': 'Ваша кімната готова',
  'Enter the room': 'Увійти в кімнату',
  'One question waits in the interviewer panel: ask it there when it is time.':
    'Одне питання чекає на панелі інтерв’юера: поставте його там, коли настане час.',
  '{count:question waits|questions wait} in the interviewer panel: ask each there when it is time.':
    '{count:питання чекає|питання чекають|питань чекають} на панелі інтерв’юера: поставте кожне там, коли настане час.',
  'Everybody who has a link can join with it, in the role of the link.':
    'Кожен, хто має посилання, може приєднатися за ним у ролі посилання.',
  'This browser remembers the links until you choose “Forget”: find them here, under “Your rooms” and in the room’s interviewer panel.':
    'Цей браузер пам’ятає посилання, доки ви не виберете «Забути»: вони тут, у розділі «Ваші кімнати» та на панелі інтерв’юера кімнати.',
  'Save the links now: this browser cannot remember them.':
    'Збережіть посилання зараз: цей браузер не може їх запам’ятати.',
  'The server has no copy of them.': 'Сервер не має їхньої копії.',
  'Make another room': 'Створити ще одну кімнату',
  'There is no page here': 'Тут немає сторінки',
  'The address may be incomplete or wrong. Check it, or start from the front page.':
    'Адреса може бути неповною або хибною. Перевірте її або почніть з головної сторінки.',
  'This room does not exist, or not any more': 'Цієї кімнати немає або вже немає',
  'Rooms are deleted by an interviewer, or some time after their last use. If you expected a room here, ask the person who sent the link.':
    'Кімнати видаляє інтерв’юер, або вони видаляються через певний час після останнього використання. Якщо ви очікували тут кімнату, запитайте того, хто надіслав посилання.',
  'The room is deleted': 'Кімнату видалено',
  'An interviewer deleted it. Its code, notes and replay are gone, and its links no longer work.':
    'Її видалив інтерв’юер. Її коду, нотаток і запису більше немає, а посилання не працюють.',
  'The room has expired': 'Термін кімнати минув',
  'Nobody used it for as long as it was kept, so it was deleted. Its links no longer work.':
    'Ніхто не користувався нею, доки вона зберігалася, тому її видалено. Її посилання більше не працюють.',
  'The room does not answer': 'Кімната не відповідає',
  'Nothing is lost. Wait a moment and reload this page.':
    'Нічого не втрачено. Зачекайте мить і перезавантажте цю сторінку.',
  'Something went wrong on our side': 'Щось пішло не так на нашому боці',
  'It is not your fault. Wait a moment and try again.': 'Це не ваша провина. Зачекайте мить і спробуйте ще раз.',
  'Front page': 'Головна сторінка',
  'The replay needs JavaScript': 'Для запису потрібен JavaScript',
  'Allow it for this page and load it again.': 'Дозвольте його для цієї сторінки й завантажте її знову.',
  'code-room, front page': 'code-room, головна сторінка',
  'Open the room': 'Відкрити кімнату',
  'This replay': 'Цей запис',
  'Copy link to this moment': 'Копіювати посилання на цю мить',
  'Continue from here as a new room': 'Продовжити звідси в новій кімнаті',
  'A page that plays replay files from your disk, without a server':
    'Сторінка, що відтворює файли записів з вашого диска без сервера',
  'Player for your disk': 'Програвач для вашого диска',
  'Downloading the replay…': 'Завантажуємо запис…',
  'This replay cannot be shown': 'Цей запис неможливо показати',
  'The report needs JavaScript': 'Для звіту потрібен JavaScript',
  Report: 'Звіт',
  'For interviewers': 'Для інтерв’юерів',
  'For the candidate': 'Для кандидата',
  Print: 'Друкувати',
  'The report is being written…': 'Звіт пишеться…',
  'This report cannot be shown': 'Цей звіт неможливо показати',
  'This link is incomplete': 'Це посилання неповне',
  'The part after the # is missing: it is the key to the room, and this browser does not remember it. Open the complete link, or ask the person who sent it.':
    'Бракує частини після #: це ключ до кімнати, і цей браузер його не пам’ятає. Відкрийте повне посилання або запитайте того, хто його надіслав.',
  'This link does not open the room': 'Це посилання не відкриває кімнату',
  'It may have been replaced by a newer one. Ask the person who sent it.':
    'Можливо, його замінено новішим. Запитайте того, хто його надіслав.',
  'You are not in the room': 'Ви не в кімнаті',
  'This interview has ended': 'Цю співбесіду завершено',
  'Nobody new can join. If you took part, open the link in the browser you used then: there you can download your code.':
    'Ніхто новий не може приєднатися. Якщо ви брали участь, відкрийте посилання в браузері, яким тоді користувалися: там можна завантажити свій код.',
  'This room needs JavaScript': 'Для цієї кімнати потрібен JavaScript',
  'You are the interviewer': 'Ви інтерв’юер',
  'You are the candidate': 'Ви кандидат',
  'You are observing': 'Ви спостерігаєте',
  'You are the assistant': 'Ви помічник',
  'What is kept': 'Що зберігається',
  Panel: 'Панель',
  'This browser remembers your link, so that you can open the room again. On a shared computer, forget the room when you have finished.':
    'Цей браузер пам’ятає ваше посилання, щоб ви могли знову відкрити кімнату. На спільному комп’ютері забудьте кімнату, коли завершите.',
  'Download my code, results and log': 'Завантажити мій код, результати й журнал',
  'Download my activity log': 'Завантажити мій журнал активності',
  'Forget this room': 'Забути цю кімнату',
  'The interview has ended': 'Співбесіду завершено',
  'The interview has ended.': 'Співбесіду завершено.',
  'Download what you did: your code, its results, and the log of what you wrote.':
    'Завантажте зроблене: свій код, його результати та журнал написаного.',
  'What should the others call you?': 'Як інші мають вас називати?',
  Skip: 'Пропустити',
  'You are in the room.': 'Ви в кімнаті.',
  'From here on the others see what you write. What you tried before is forgotten.':
    'Відтепер інші бачать, що ви пишете. Те, що ви пробували раніше, забуто.',
  'This room needs a browser of 2023 or newer. Update this one, or open the link in another.':
    'Для цієї кімнати потрібен браузер 2023 року або новіший. Оновіть цей або відкрийте посилання в іншому.',
  Templates: 'Шаблони',
  'Tasks with starter code to begin an interview with.': 'Завдання з початковим кодом, щоб почати співбесіду.',
  'A template fills in the task and the starter code of a new room. Choose one under “Start from” when you {make}.':
    'Шаблон заповнює завдання й початковий код нової кімнати. Виберіть його в полі «Почати з», коли {make}.',
  'Language of this page': 'Мова цієї сторінки',
  '{language} runs': '{language} працює',
  'Connection to the room': 'З’єднання з кімнатою',
  'The server answers, but WebSockets do not get through. Allow them in your proxy or VPN, or try another network.':
    'Сервер відповідає, але WebSockets не проходять. Дозвольте їх у проксі чи VPN або спробуйте іншу мережу.',
  'Programs run beside the page': 'Програми виконуються поруч зі сторінкою',
  'This browser has no workers. Use a current Chrome, Edge, Firefox or Safari.':
    'Цей браузер не має workers. Скористайтеся сучасним Chrome, Edge, Firefox або Safari.',
  'WebAssembly, for Python, SQL and C++': 'WebAssembly для Python, SQL і C++',
  'This browser does not allow it. Turn off its strictest mode for this page (on Apple devices: Lockdown Mode), or use another browser.':
    'Цей браузер його не дозволяє. Вимкніть для цієї сторінки його найсуворіший режим (на пристроях Apple — режим блокування) або скористайтеся іншим браузером.',
  'The sandbox for programs': 'Пісочниця для програм',
  'Its frame did not open. Turn off what blocks frames or scripts on this page, then reload it.':
    'Її рамка не відкрилася. Вимкніть те, що блокує рамки чи скрипти на цій сторінці, і перезавантажте її.',
  'It could not be loaded. Reload the page.': 'Не вдалося завантажити. Перезавантажте сторінку.',
  'Unsent edits survive a crash': 'Ненадіслані зміни переживають збій',
  'Use a window that is not private. Everything works here too, but keep this page open.':
    'Скористайтеся вікном, яке не є приватним. Тут теж усе працює, але не закривайте цю сторінку.',
  'The clock is right': 'Годинник іде правильно',
  'Set it in the settings of this computer. Nothing goes wrong in the room, which has a clock of its own; but the times you read here would not be those of the others.':
    'Налаштуйте його в параметрах цього комп’ютера. У кімнаті нічого не піде не так, бо вона має власний годинник, але час, який ви тут читаєте, відрізнятиметься від часу інших.',
  'The window is large enough': 'Вікно достатньо велике',
  'Make it wider, or turn the device: then code and output stand side by side. Everything works here too.':
    'Розширте його або поверніть пристрій: тоді код і вивід стоять поруч. Тут теж усе працює.',
  'Copy buttons work': 'Кнопки копіювання працюють',
  'Open the page over https. Ctrl C works in any case.':
    'Відкрийте сторінку через https. Ctrl C працює в будь-якому разі.',
  'In this room the editor does not help: no completion, no errors while typing, no formatting.':
    'У цій кімнаті редактор не допомагає: без доповнення, без помилок під час набору, без форматування.',
  'In this room the editor completes words and keywords and closes brackets, and that is all.':
    'У цій кімнаті редактор доповнює слова й ключові слова та закриває дужки, і це все.',
  'In this room the editor completes, shows errors while you type, and formats.':
    'У цій кімнаті редактор доповнює, показує помилки під час набору й форматує.',
  'An interviewer sees that you are here and lets you in. The room opens by itself.':
    'Інтерв’юер бачить, що ви тут, і впустить вас. Кімната відкриється сама.',
  'No interviewer is here yet. The room opens by itself as soon as one is.':
    'Інтерв’юера ще немає. Кімната відкриється сама, щойно він з’явиться.',
  'The connection to the room is not there yet. The room opens by itself when it is.':
    'З’єднання з кімнатою ще немає. Кімната відкриється сама, коли воно буде.',
  'AI is off in this room: please work without it.': 'ШІ в цій кімнаті вимкнено: будь ласка, працюйте без нього.',
  'AI is allowed in this room. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.':
    'ШІ в цій кімнаті дозволено. Усі читають, що запитують і що відповідає ШІ, і це зберігається. Запитання разом із завданням і кодом надходить до ШІ, яким користується цей сервер.',
  'Working with AI is part of this interview. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.':
    'Робота з ШІ є частиною цієї співбесіди. Усі читають, що запитують і що відповідає ШІ, і це зберігається. Запитання разом із завданням і кодом надходить до ШІ, яким користується цей сервер.',
  'The language': 'Мова',
  'You are in the waiting room': 'Ви в кімнаті очікування',
  Guest: 'Гість',
  'Try everything here': 'Спробуйте все тут',
  'This is a room of your own, on this computer only. Nobody sees what you write and run in it, and it is forgotten when the interview starts.':
    'Це ваша власна кімната, лише на цьому комп’ютері. Ніхто не бачить, що ви в ній пишете й запускаєте, і її буде забуто, коли почнеться співбесіда.',
  'Is this computer ready?': 'Чи готовий цей комп’ютер?',
  'Checking…': 'Перевіряємо…',
  'What this room keeps': 'Що зберігає ця кімната',
  'The code with every edit and its time, each run with its output, and the names people entered. Interviewers can watch it again.':
    'Код з кожною зміною та її часом, кожен запуск з його виводом і введені імена. Інтерв’юери можуть переглянути це знову.',
  'It is deleted some time after its last use, or earlier by an interviewer.':
    'Усе видаляється через певний час після останнього використання або раніше інтерв’юером.',
  'No audio or video, no cookies, no IP address; nothing is shared with anyone else.':
    'Без звуку й відео, без файлів cookie, без IP-адреси; нічим не діляться з кимось іншим.',
  'No help': 'Без допомоги',
  'No log': 'Без журналу',
  interviewer: 'інтерв’юер',
  candidate: 'кандидат',
  observer: 'спостерігач',
  assistant: 'помічник',
};
