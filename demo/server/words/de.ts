// Words of the host’s pages in German.
export default {
  'That was not done. Try again.': 'Das wurde nicht ausgeführt. Versuch es noch einmal.',
  'The interviewer panel is for interviewers only.': 'Der Interviewbereich ist nur für Interviewende.',
  'The form did not arrive whole. Send it again.': 'Das Formular kam nicht vollständig an. Sende es noch einmal.',
  'The task or the starter code is too long. Make it shorter.':
    'Die Aufgabe oder der Startcode ist zu lang. Kürze ihn.',
  Copy: 'Kopieren',
  'Press Ctrl C': 'Drück Strg C',
  'Interviewer panel': 'Interviewbereich',
  'Not known in this browser.': 'In diesem Browser nicht bekannt.',
  'That did not work. Try again.': 'Das hat nicht geklappt. Versuch es noch einmal.',
  'The replay could not be downloaded. Reload the page.':
    'Die Aufzeichnung konnte nicht heruntergeladen werden. Lade die Seite neu.',
  'Open the interviewer link first, then choose “Watch the replay” in the interviewer panel.':
    'Öffne zuerst den Interviewer-Link und wähle dann „Aufzeichnung ansehen“ im Interviewbereich.',
  'Replays are for interviewers. As a candidate you can download your code and activity log in the room, under “What is kept”.':
    'Aufzeichnungen sind für Interviewende. Als Kandidat kannst du deinen Code und dein Aktivitätsprotokoll im Raum herunterladen, unter „Was bleibt“.',
  'Replay: {title}': 'Aufzeichnung: {title}',
  'Copied. It opens for interviewers of this room.': 'Kopiert. Der Link öffnet sich für Interviewende dieses Raums.',
  'The address of this page now leads here.': 'Die Adresse dieser Seite führt jetzt hierher.',
  '{title}, continued': '{title}, Fortsetzung',
  Interview: 'Interview',
  'The room was not made. Check the connection and try again.':
    'Der Raum wurde nicht angelegt. Prüfe die Verbindung und versuch es noch einmal.',
  'The report could not be loaded. Reload the page.': 'Der Bericht konnte nicht geladen werden. Lade die Seite neu.',
  'Open the interviewer link first, then choose “Read the report” in the interviewer panel.':
    'Öffne zuerst den Interviewer-Link und wähle dann „Bericht lesen“ im Interviewbereich.',
  'The server does not answer. Check the connection and reload the page.':
    'Der Server antwortet nicht. Prüfe die Verbindung und lade die Seite neu.',
  Ready: 'Bereit',
  'Not ideal': 'Nicht ideal',
  'Not ready': 'Nicht bereit',
  'Everything works here.': 'Hier funktioniert alles.',
  'One thing wants a look.': 'Auf eine Sache solltest du schauen.',
  '{count:thing wants|things want} a look.': 'Auf {count:Sache|Sachen} solltest du schauen.',
  'It is {count:minute|minutes} ahead.': 'Sie geht {count:Minute|Minuten} vor.',
  'It is {count:minute|minutes} behind.': 'Sie geht {count:Minute|Minuten} nach.',
  '“{title}” is ready': '„{title}“ ist bereit',
  'Forget this room in this browser? You need a link to open it again.':
    'Diesen Raum in diesem Browser vergessen? Um ihn wieder zu öffnen, brauchst du einen Link.',
  Room: 'Raum',
  'It is deleted on {day} unless it is used again, or earlier by an interviewer.':
    'Alles wird am {day} gelöscht, wenn der Raum nicht wieder benutzt wird, oder früher durch Interviewende.',
  'room {room}…, {time}, request {request}': 'Raum {room}…, {time}, Anfrage {request}',
  'room {room}…, {time}': 'Raum {room}…, {time}',
  'This computer is ready.': 'Dieser Computer ist bereit.',
  'Only you see this. Change it, press Run, try what you like.':
    'Das siehst nur du. Ändere es, drück Ausführen, probier aus, was du magst.',
  '[image]': '[Bild]',
  '[file]': '[Datei]',
  passed: 'bestanden',
  error: 'Fehler',
  'timed-out': 'Zeit abgelaufen',
  skipped: 'ausgelassen',
  'not run': 'nicht ausgeführt',
  'question {number} {title}': 'Frage {number} {title}',
  'expected: {value}': 'erwartet: {value}',
  'got: {value}': 'erhalten: {value}',
  '{state}: {name}': '{state}: {name}',
  TESTS: 'TESTS',
  'There were none.': 'Es gab keine.',
  'MY RUNS': 'WAS ICH AUSGEFÜHRT HABE',
  'I ran nothing.': 'Ich habe nichts ausgeführt.',
  'Run {run}, {language}, {time}: {state} after {duration}': 'Lauf {run}, {language}, {time}: {state} nach {duration}',
  '{edits:edit|edits}: {written:character|characters} written':
    '{edits:Änderung|Änderungen}: {written:Zeichen|Zeichen} geschrieben',
  '{count} deleted': '{count} gelöscht',
  'at most {count} at once': 'höchstens {count} auf einmal',
  'I said: {text}': 'Ich sagte dazu: {text}',
  'WHAT THE ACTIVITY LOG NOTED, as interviewers read it':
    'WAS DAS AKTIVITÄTSPROTOKOLL NOTIERT HAT, wie Interviewende es lesen',
  'Nothing.': 'Nichts.',
  'WHAT I WROTE': 'WAS ICH GESCHRIEBEN HABE',
  'From {time}, by the clock of this computer.': 'Ab {time}, nach der Uhr dieses Computers.',
  'I wrote nothing.': 'Ich habe nichts geschrieben.',
  '{name} is waiting': '{name} wartet',
  '{count:person is|people are} waiting': '{count:Person wartet|Personen warten}',
  'It is “{title}”.': 'Es ist „{title}“.',
  '{names} interview.': '{names} führen das Interview.',
  '{names} interviews.': '{names} führt das Interview.',
  'Loading…': 'Wird geladen …',
  'You are the interviewer.': 'Du führst das Interview.',
  'You are the candidate.': 'Du bist der Kandidat.',
  'You are observing.': 'Du beobachtest.',
  'You are the assistant.': 'Du bist der Assistent.',
  'Show all {count}': 'Alle {count} zeigen',
  Open: 'Offen',
  'Not opened yet': 'Noch nicht geöffnet',
  'Copy candidate link': 'Kandidaten-Link kopieren',
  Forget: 'Vergessen',
  'Forget “{title}” in this browser? The room itself stays, but you need a link to open it again.':
    '„{title}“ in diesem Browser vergessen? Der Raum selbst bleibt, aber um ihn wieder zu öffnen, brauchst du einen Link.',
  'This browser has forgotten “{title}”.': 'Dieser Browser hat „{title}“ vergessen.',
  'Room without a title': 'Raum ohne Titel',
  '{action}: {name}': '{action}: {name}',
  'Made {time}.': 'Angelegt am {time}.',
  'Last opened {time}.': 'Zuletzt geöffnet am {time}.',
  'Its link is not kept here: open it by the link you have.':
    'Sein Link ist hier nicht gespeichert: Öffne ihn mit dem Link, den du hast.',
  'Ask a question': 'Frage stellen',
  'None yet.': 'Noch keine.',
  Now: 'Jetzt',
  Waits: 'Wartet',
  Asked: 'Gestellt',
  'Return to it': 'Zu ihr zurückkehren',
  'Show it': 'Zeigen',
  'Read it': 'Lesen',
  'Take “{title}” out of this room?': '„{title}“ aus diesem Raum nehmen?',
  'Take it out': 'Herausnehmen',
  'Language of {title}': 'Sprache von {title}',
  'Give hint {number} of {all}': 'Hinweis {number} von {all} geben',
  'Show next part: {title}': 'Nächsten Teil zeigen: {title}',
  'Next hint: {text}': 'Nächster Hinweis: {text}',
  'Hints ({given} of {all} given), follow-ups, rubric':
    'Hinweise ({given} von {all} gegeben), Anschlussfragen, Bewertungsraster',
  Given: 'Gegeben',
  'Follow-ups': 'Anschlussfragen',
  'No question is like that.': 'So eine Frage gibt es nicht.',
  'In this room': 'In diesem Raum',
  'Ask now': 'Jetzt stellen',
  'Keep it for later': 'Für später aufheben',
  'Back to the list': 'Zurück zur Liste',
  'This question is in the room: see above.': 'Diese Frage ist im Raum: siehe oben.',
  'Make candidate': 'Zum Kandidaten machen',
  'Make observer': 'Zum Beobachter machen',
  'Copy the interviewer link': 'Interviewer-Link kopieren',
  'Make a new interviewer link? All old interviewer links stop working at once, and the other interviewers are disconnected.':
    'Einen neuen Interviewer-Link machen? Alle alten Interviewer-Links gelten sofort nicht mehr, und die anderen Interviewenden werden getrennt.',
  'Copy the candidate link': 'Kandidaten-Link kopieren',
  'Make a new candidate link? All old candidate links stop working at once, and everybody who used them is disconnected.':
    'Einen neuen Kandidaten-Link machen? Alle alten Kandidaten-Links gelten sofort nicht mehr, und alle, die sie benutzt haben, werden getrennt.',
  'Copy the observer link': 'Beobachter-Link kopieren',
  'Make a new observer link? All old observer links stop working at once, and everybody who used them is disconnected.':
    'Einen neuen Beobachter-Link machen? Alle alten Beobachter-Links gelten sofort nicht mehr, und alle, die sie benutzt haben, werden getrennt.',
  'Copy the assistant link': 'Assistenten-Link kopieren',
  'Make a new assistant link? All old assistant links stop working at once, and everybody who used them is disconnected.':
    'Einen neuen Assistenten-Link machen? Alle alten Assistenten-Links gelten sofort nicht mehr, und alle, die sie benutzt haben, werden getrennt.',
  'In the room': 'Im Raum',
  Links: 'Links',
  'Download and replay': 'Herunterladen und ansehen',
  'Watch the replay': 'Aufzeichnung ansehen',
  'Read the report': 'Bericht lesen',
  'Report for the candidate': 'Bericht für den Kandidaten',
  'What everybody in the room could read, to pass on': 'Was alle im Raum lesen konnten, zum Weitergeben',
  'Replay file': 'Aufzeichnungsdatei',
  'With notes, moments, hidden tests and the interviewers’ chat':
    'Mit Notizen, Momenten, verborgenen Tests und dem Chat der Interviewenden',
  'Replay file with notes': 'Aufzeichnungsdatei mit Notizen',
  'Kept until {day}, or longer if it is used.': 'Bleibt bis {day}, oder länger, wenn der Raum benutzt wird.',
  'Delete this room now? Code, notes and replay are deleted for everybody. This cannot be undone.':
    'Diesen Raum jetzt löschen? Code, Notizen und Aufzeichnung werden für alle gelöscht. Das lässt sich nicht rückgängig machen.',
  'Delete it now': 'Jetzt löschen',
  'Words and brackets': 'Wörter und Klammern',
  'All tools': 'Alle Werkzeuge',
  'AI: off': 'KI: aus',
  'AI: allowed; agents of yours come in by the assistant link':
    'KI: erlaubt; eigene Agenten kommen mit dem Assistenten-Link herein',
  'AI: required; agents of yours come in by the assistant link':
    'KI: gefordert; eigene Agenten kommen mit dem Assistenten-Link herein',
  'State of the room': 'Zustand des Raums',
  'Ended.': 'Beendet.',
  'Everybody can read, nobody can change anything.': 'Alle können lesen, niemand kann etwas ändern.',
  Reopen: 'Wieder öffnen',
  'Locked.': 'Abgeschlossen.',
  'Nobody new comes in.': 'Niemand Neues kommt herein.',
  'Open.': 'Offen.',
  'Waiting room on. You let people in.': 'Mit Warteraum. Du lässt die Leute herein.',
  'Whoever has a link comes in while an interviewer is here.':
    'Wer einen Link hat, kommt herein, solange Interviewende hier sind.',
  'Whoever has a link comes in.': 'Wer einen Link hat, kommt herein.',
  Unlock: 'Aufschließen',
  Lock: 'Abschließen',
  'End interview': 'Interview beenden',
  'End the interview? The code becomes read-only for everybody. You can reopen it.':
    'Das Interview beenden? Der Code ist dann für alle nur noch lesbar. Du kannst es wieder öffnen.',
  'Play a sound when somebody is waiting': 'Einen Ton spielen, wenn jemand wartet',
  'Remove {name} from the room? They cannot come back as the same person.':
    '{name} aus dem Raum entfernen? Die Rückkehr als dieselbe Person ist nicht möglich.',
  'The links in use continue to work': 'Die benutzten Links gelten weiter',
  'Get a link': 'Link holen',
  'New link': 'Neuer Link',
  'code-room: code together, see the same run': 'code-room: gemeinsam coden, denselben Lauf sehen',
  'A live coding room in the browser: people edit the same code, run it safely, and all see the same run. No accounts, nothing to install.':
    'Ein Raum zum gemeinsamen Coden im Browser: Alle bearbeiten denselben Code, führen ihn sicher aus und sehen denselben Lauf. Keine Konten, keine Installation.',
  'Code together. See the same run.': 'Gemeinsam coden. Denselben Lauf sehen.',
  'Make a room and send one link. Everyone edits the same code, sees each other’s cursors, and watches the same output when somebody presses Run. No accounts, nothing to install.':
    'Leg einen Raum an und schick einen Link. Alle bearbeiten denselben Code, sehen die Cursor der anderen und dieselbe Ausgabe, wenn jemand „Ausführen“ drückt. Keine Konten, keine Installation.',
  'Try it now': 'Jetzt ausprobieren',
  'This is one room, opened twice. Write on one side, run on the other.':
    'Das ist ein Raum, zweimal geöffnet. Schreib auf der einen Seite, führ auf der anderen aus.',
  'Write and run. This is a real room, with only you in it.':
    'Schreib und führ aus. Das ist ein echter Raum, nur mit dir darin.',
  'Making a room works without JavaScript. Coding in it needs JavaScript.':
    'Einen Raum anlegen geht ohne JavaScript. Zum Coden darin ist JavaScript nötig.',
  'What to expect': 'Was du erwarten kannst',
  'Nothing gets lost': 'Nichts geht verloren',
  '“Saved” means that the room has stored it. If a connection drops, a tab is closed or the server restarts, nothing you typed is lost.':
    '„Gespeichert“ heißt, dass der Raum es gespeichert hat. Auch wenn eine Verbindung abbricht, ein Tab geschlossen wird oder der Server neu startet, geht nichts Getipptes verloren.',
  'Safe to run': 'Sicher ausführen',
  'Programs run in your own browser, in a sandbox: no network, no access to the page, no cookies. Stop always works, even in an endless loop.':
    'Programme laufen in deinem eigenen Browser, in einer Sandbox: kein Netz, kein Zugriff auf die Seite, keine Cookies. „Stopp“ geht immer, auch in einer Endlosschleife.',
  'Yours to embed': 'Zum Einbetten',
  'The room is one HTML tag. {embed}, make rooms by {http}, or just use this one.':
    'Der Raum ist ein HTML-Tag. {embed}, leg Räume über {http} an, oder benutze einfach diesen hier.',
  'Put it in your own page': 'Setz ihn in deine eigene Seite',
  'Your rooms': 'Deine Räume',
  'Only this browser has this list. On a shared computer, forget the rooms when you have finished.':
    'Nur dieser Browser hat diese Liste. Vergiss die Räume auf einem gemeinsam benutzten Computer, wenn du fertig bist.',
  'Keep their links here too, so that you can open them from this list':
    'Auch ihre Links hier behalten, damit du sie aus dieser Liste öffnen kannst',
  'One room, opened twice: type here, watch the other side.':
    'Ein Raum, zweimal geöffnet: Tippe hier, schau auf die andere Seite.',
  'The live editor needs a browser of 2023 or newer.': 'Der Editor braucht einen Browser ab 2023.',
  'Plain http': 'Einfaches http',
  'This page came over plain http, so the browser holds back copying by button, and forgets who you are when the tab is closed. Use https, or open it on the machine it runs on.':
    'Diese Seite kam über einfaches http, darum sperrt der Browser das Kopieren per Knopf und vergisst, wer du bist, sobald der Tab geschlossen wird. Benutze https, oder öffne sie auf dem Computer, auf dem sie läuft.',
  'Skip to the content': 'Zum Inhalt springen',
  Site: 'Website',
  'code-room is open source under the MIT licence. No accounts, no cookies, no requests to anybody else.':
    'code-room ist Open Source unter der MIT-Lizenz. Keine Konten, keine Cookies, keine Anfragen an andere.',
  'Programming languages': 'Programmiersprachen',
  Documents: 'Dokumente',
  'first task': 'erste Aufgabe',
  easy: 'leicht',
  medium: 'mittel',
  hard: 'schwer',
  'very hard': 'sehr schwer',
  Search: 'Suche',
  'bank, graphs, joins…': 'bank, graphs, joins …',
  Topic: 'Thema',
  Any: 'Alle',
  Level: 'Stufe',
  '{level}, {name}': '{level}, {name}',
  'Level {level} ({name}), {minutes:minute|minutes}, {languages}, {parts:part|parts}':
    'Stufe {level} ({name}), {minutes:Minute|Minuten}, {languages}, {parts:Teil|Teile}',
  'Level {level} ({name}), {minutes:minute|minutes}, {languages}':
    'Stufe {level} ({name}), {minutes:Minute|Minuten}, {languages}',
  Preview: 'Vorschau',
  'Next part: {title}': 'Nächster Teil: {title}',
  'Hints, in this order': 'Hinweise, in dieser Reihenfolge',
  'Hidden tests, hints, follow-ups, rubric and solution stand in the interviewer panel of a room.':
    'Verborgene Tests, Hinweise, Anschlussfragen, Bewertungsraster und Lösung stehen im Interviewbereich eines Raums.',
  '{language}: starter code, {tests:test|tests}, {hidden} hidden, solution':
    '{language}: Startcode, {tests:Test|Tests}, {hidden} verborgene, Lösung',
  '{language}: starter code, {tests:test|tests}': '{language}: Startcode, {tests:Test|Tests}',
  'Files of hidden tests': 'Dateien der verborgenen Tests',
  Solution: 'Lösung',
  'Input:\n{stdin}\nOutput:\n{stdout}': 'Eingabe:\n{stdin}\nAusgabe:\n{stdout}',
  Rubric: 'Bewertungsraster',
  'Questions for interviews, each with starter code, tests, hints and a solution.':
    'Fragen für Interviews, jede mit Startcode, Tests, Hinweisen und einer Lösung.',
  'Choose some when you {make}, or ask one in a room from the interviewer panel.':
    'Wähle welche, wenn du {make}, oder stell eine im Raum aus dem Interviewbereich.',
  'make a room': 'einen Raum anlegst',
  'All questions': 'Alle Fragen',
  'a day after its last use': 'einen Tag nach der letzten Benutzung',
  'a week after its last use': 'eine Woche nach der letzten Benutzung',
  '30 days after its last use': '30 Tage nach der letzten Benutzung',
  'a year after its last use': 'ein Jahr nach der letzten Benutzung',
  'All tools: completion, errors while typing, formatting':
    'Alle Werkzeuge: Vervollständigung, Fehler beim Tippen, Formatierung',
  'Words, keywords and brackets': 'Wörter, Schlüsselwörter und Klammern',
  'How much is pasted from outside or comes at once': 'Wie viel von außen eingefügt wird oder auf einmal kommt',
  'Also in which line, and leaving the page for long': 'Auch in welcher Zeile, und langes Verlassen der Seite',
  'Off: everybody works without it': 'Aus: Alle arbeiten ohne sie',
  'Allowed, in the sight of everybody': 'Erlaubt, vor den Augen aller',
  'Required: working with it is part of the interview': 'Gefordert: Mit ihr zu arbeiten ist Teil des Interviews',
  'Choose one of the listed languages, such as "python".':
    'Wähle eine der Sprachen aus der Liste, zum Beispiel „python“.',
  'Send text without broken (half) characters.': 'Sende Text ohne kaputte (halbe) Zeichen.',
  'Keep a room for at least 1 hour.': 'Behalte einen Raum mindestens 1 Stunde.',
  'Only people with the key of this server can make rooms here. Enter the key; over HTTP, send it as a bearer token.':
    'Nur wer den Schlüssel dieses Servers hat, kann hier Räume anlegen. Gib den Schlüssel ein; über HTTP sende ihn als Bearer-Token.',
  'Too many rooms in a minute.': 'Zu viele Räume in einer Minute.',
  'The room does not answer. Try again in a moment.': 'Der Raum antwortet nicht. Versuch es gleich noch einmal.',
  'Something went wrong on our side. Try again in a moment.':
    'Bei uns ist etwas schiefgegangen. Versuch es gleich noch einmal.',
  'Make a room': 'Raum anlegen',
  Title: 'Titel',
  'Interview with Ada': 'Interview mit Ada',
  'Can be run': 'Ausführbar',
  'Only edited': 'Nur bearbeitbar',
  Key: 'Schlüssel',
  'Task, starter code and more': 'Aufgabe, Startcode und mehr',
  'Start from': 'Beginnen mit',
  'An empty file in the language above': 'Einer leeren Datei in der Sprache oben',
  'Fills in the task and the code if you leave them empty.': 'Füllt Aufgabe und Code aus, wenn du sie leer lässt.',
  'Read all templates': 'Alle Vorlagen lesen',
  'What should the candidate solve?': 'Was soll gelöst werden?',
  'Keep the room for': 'Raum behalten bis',
  'Everybody sees what it is. You can change it during the interview.':
    'Alle sehen, was eingestellt ist. Du kannst es während des Interviews ändern.',
  'Candidates are told before they join, and read the same lines as you.':
    'Kandidaten erfahren es vor dem Beitreten und lesen dieselben Zeilen wie du.',
  'Everybody is told before they join, and it stays so.': 'Alle erfahren es vor dem Beitreten, und es bleibt so.',
  Rehearsal: 'Probe',
  'Whoever comes before you tries everything in a room of their own, until you are there.':
    'Wer vor dir kommt, probiert alles in einem eigenen Raum aus, bis du da bist.',
  'You let candidates and observers in.': 'Du lässt Kandidaten und Beobachtende herein.',
  'Questions from the library': 'Fragen aus der Bibliothek',
  'They wait in the room until an interviewer asks them: nobody else sees them before.':
    'Sie warten im Raum, bis Interviewende sie stellen: Vorher sieht sie niemand sonst.',
  'Read all questions': 'Alle Fragen lesen',
  'Choose “Preview” to read a question here.': 'Wähle „Vorschau“, um hier eine Frage zu lesen.',
  'Starter code of {title}': 'Startcode von {title}',
  'For you and others who interview with you. Can do everything, also delete the room.':
    'Für dich und andere, die mit dir interviewen. Kann alles, auch den Raum löschen.',
  'Send this link to the candidate. Can edit and run.':
    'Schick diesen Link an den Kandidaten. Kann bearbeiten und ausführen.',
  'Sees everything live. Cannot change anything.': 'Sieht alles live. Kann nichts ändern.',
  'For an AI agent of yours. Reads, chats and proposes changes; cannot edit or run.':
    'Für einen eigenen KI-Agenten. Liest, chattet und schlägt Änderungen vor; kann nicht bearbeiten oder ausführen.',
  'Your room is ready': 'Dein Raum ist bereit',
  'Enter the room': 'Raum betreten',
  'One question waits in the interviewer panel: ask it there when it is time.':
    'Eine Frage wartet im Interviewbereich: Stell sie dort, wenn es so weit ist.',
  '{count:question waits|questions wait} in the interviewer panel: ask each there when it is time.':
    '{count:Frage wartet|Fragen warten} im Interviewbereich: Stell jede dort, wenn es so weit ist.',
  'Everybody who has a link can join with it, in the role of the link.':
    'Wer einen Link hat, kann damit beitreten, in der Rolle des Links.',
  'This browser remembers the links until you choose “Forget”: find them here, under “Your rooms” and in the room’s interviewer panel.':
    'Dieser Browser merkt sich die Links, bis du „Vergessen“ wählst: Du findest sie hier, unter „Deine Räume“ und im Interviewbereich des Raums.',
  'Save the links now: this browser cannot remember them.':
    'Speichere die Links jetzt: Dieser Browser kann sie sich nicht merken.',
  'The server has no copy of them.': 'Der Server hat keine Kopie von ihnen.',
  'Make another room': 'Noch einen Raum anlegen',
  'There is no page here': 'Hier ist keine Seite',
  'The address may be incomplete or wrong. Check it, or start from the front page.':
    'Die Adresse ist vielleicht unvollständig oder falsch. Prüfe sie, oder beginne auf der Startseite.',
  'This room does not exist, or not any more': 'Diesen Raum gibt es nicht oder nicht mehr',
  'Rooms are deleted by an interviewer, or some time after their last use. If you expected a room here, ask the person who sent the link.':
    'Räume werden von Interviewenden gelöscht, oder einige Zeit nach der letzten Benutzung. Wenn du hier einen Raum erwartet hast, frag die Person, von der du den Link hast.',
  'The room is deleted': 'Der Raum ist gelöscht',
  'An interviewer deleted it. Its code, notes and replay are gone, and its links no longer work.':
    'Er wurde im Interviewbereich gelöscht. Code, Notizen und Aufzeichnung sind weg, und seine Links gelten nicht mehr.',
  'The room has expired': 'Der Raum ist abgelaufen',
  'Nobody used it for as long as it was kept, so it was deleted. Its links no longer work.':
    'Niemand hat ihn benutzt, solange er aufbewahrt wurde, darum wurde er gelöscht. Seine Links gelten nicht mehr.',
  'The room does not answer': 'Der Raum antwortet nicht',
  'Nothing is lost. Wait a moment and reload this page.': 'Nichts ist verloren. Warte kurz und lade diese Seite neu.',
  'Something went wrong on our side': 'Bei uns ist etwas schiefgegangen',
  'It is not your fault. Wait a moment and try again.': 'Es liegt nicht an dir. Warte kurz und versuch es noch einmal.',
  'Front page': 'Startseite',
  'The replay needs JavaScript': 'Die Aufzeichnung braucht JavaScript',
  'Allow it for this page and load it again.': 'Erlaube es für diese Seite und lade sie neu.',
  'code-room, front page': 'code-room, Startseite',
  'Open the room': 'Raum öffnen',
  'This replay': 'Diese Aufzeichnung',
  'Copy link to this moment': 'Link zu diesem Moment kopieren',
  'Continue from here as a new room': 'Von hier als neuer Raum weiter',
  'A page that plays replay files from your disk, without a server':
    'Eine Seite, die Aufzeichnungsdateien von deiner Festplatte abspielt, ohne Server',
  'Player for your disk': 'Player für die Festplatte',
  'Downloading the replay…': 'Die Aufzeichnung wird heruntergeladen …',
  'This replay cannot be shown': 'Diese Aufzeichnung kann nicht gezeigt werden',
  'The report needs JavaScript': 'Der Bericht braucht JavaScript',
  Report: 'Bericht',
  'For interviewers': 'Für Interviewende',
  'For the candidate': 'Für den Kandidaten',
  Print: 'Drucken',
  'The report is being written…': 'Der Bericht wird geschrieben …',
  'This report cannot be shown': 'Dieser Bericht kann nicht gezeigt werden',
  'This link is incomplete': 'Dieser Link ist unvollständig',
  'The part after the # is missing: it is the key to the room, and this browser does not remember it. Open the complete link, or ask the person who sent it.':
    'Der Teil nach dem # fehlt: Er ist der Schlüssel zum Raum, und dieser Browser kennt ihn nicht mehr. Öffne den vollständigen Link, oder frag die Person, von der du ihn hast.',
  'This link does not open the room': 'Dieser Link öffnet den Raum nicht',
  'It may have been replaced by a newer one. Ask the person who sent it.':
    'Vielleicht wurde er durch einen neueren ersetzt. Frag die Person, von der du ihn hast.',
  'You are not in the room': 'Du bist nicht im Raum',
  'This interview has ended': 'Dieses Interview ist beendet',
  'Nobody new can join. If you took part, open the link in the browser you used then: there you can download your code.':
    'Niemand Neues kann beitreten. Wenn du teilgenommen hast, öffne den Link in dem Browser, den du dabei benutzt hast: Dort kannst du deinen Code herunterladen.',
  'This room needs JavaScript': 'Dieser Raum braucht JavaScript',
  'You are the interviewer': 'Du führst das Interview',
  'You are the candidate': 'Du bist der Kandidat',
  'You are observing': 'Du beobachtest',
  'You are the assistant': 'Du bist der Assistent',
  'What is kept': 'Was bleibt',
  Panel: 'Bereich',
  'This browser remembers your link, so that you can open the room again. On a shared computer, forget the room when you have finished.':
    'Dieser Browser merkt sich deinen Link, damit du den Raum wieder öffnen kannst. Vergiss den Raum auf einem gemeinsam benutzten Computer, wenn du fertig bist.',
  'Download my code, results and log': 'Code, Ergebnisse und Protokoll herunterladen',
  'Download my activity log': 'Mein Aktivitätsprotokoll herunterladen',
  'Forget this room': 'Diesen Raum vergessen',
  'The interview has ended': 'Das Interview ist beendet',
  'The interview has ended.': 'Das Interview ist beendet.',
  'Download what you did: your code, its results, and the log of what you wrote.':
    'Lade herunter, was du gemacht hast: deinen Code, seine Ergebnisse und das Protokoll dessen, was du geschrieben hast.',
  'What should the others call you?': 'Wie sollen die anderen dich nennen?',
  Skip: 'Überspringen',
  'You are in the room.': 'Du bist im Raum.',
  'From here on the others see what you write. What you tried before is forgotten.':
    'Ab hier sehen die anderen, was du schreibst. Was du vorher ausprobiert hast, ist vergessen.',
  'This room needs a browser of 2023 or newer. Update this one, or open the link in another.':
    'Dieser Raum braucht einen Browser ab 2023. Aktualisiere diesen, oder öffne den Link in einem anderen.',
  Templates: 'Vorlagen',
  'Tasks with starter code to begin an interview with.': 'Aufgaben mit Startcode, um ein Interview zu beginnen.',
  'A template fills in the task and the starter code of a new room. Choose one under “Start from” when you {make}.':
    'Eine Vorlage füllt Aufgabe und Startcode eines neuen Raums aus. Wähle eine unter „Beginnen mit“, wenn du {make}.',
  'Language of this page': 'Sprache dieser Seite',
  '{language} runs': '{language} läuft',
  'Connection to the room': 'Verbindung zum Raum',
  'The server answers, but WebSockets do not get through. Allow them in your proxy or VPN, or try another network.':
    'Der Server antwortet, aber WebSockets kommen nicht durch. Erlaube sie in deinem Proxy oder VPN, oder nimm ein anderes Netz.',
  'Programs run beside the page': 'Programme laufen neben der Seite',
  'This browser has no workers. Use a current Chrome, Edge, Firefox or Safari.':
    'Dieser Browser hat keine Worker. Nimm ein aktuelles Chrome, Edge, Firefox oder Safari.',
  'WebAssembly, for Python, SQL and C++': 'WebAssembly, für Python, SQL und C++',
  'This browser does not allow it. Turn off its strictest mode for this page (on Apple devices: Lockdown Mode), or use another browser.':
    'Dieser Browser erlaubt es nicht. Schalte seinen strengsten Modus für diese Seite aus (auf Apple-Geräten: Blockierungsmodus), oder nimm einen anderen Browser.',
  'The sandbox for programs': 'Die Sandbox für Programme',
  'Its frame did not open. Turn off what blocks frames or scripts on this page, then reload it.':
    'Ihr Frame hat sich nicht geöffnet. Schalte aus, was auf dieser Seite Frames oder Skripte blockiert, und lade sie dann neu.',
  'It could not be loaded. Reload the page.': 'Das konnte nicht geladen werden. Lade die Seite neu.',
  'Unsent edits survive a crash': 'Nicht gesendete Änderungen überstehen einen Absturz',
  'Use a window that is not private. Everything works here too, but keep this page open.':
    'Nimm ein Fenster, das nicht privat ist. Auch so funktioniert hier alles, aber lass diese Seite offen.',
  'The clock is right': 'Die Uhr geht richtig',
  'Set it in the settings of this computer. Nothing goes wrong in the room, which has a clock of its own; but the times you read here would not be those of the others.':
    'Stell sie in den Einstellungen dieses Computers. Im Raum geht nichts schief, er hat eine eigene Uhr; aber die Zeiten, die du hier liest, wären nicht die der anderen.',
  'The window is large enough': 'Das Fenster ist groß genug',
  'Make it wider, or turn the device: then code and output stand side by side. Everything works here too.':
    'Mach es breiter oder dreh das Gerät: Dann stehen Code und Ausgabe nebeneinander. Auch so funktioniert hier alles.',
  'Copy buttons work': 'Kopierknöpfe funktionieren',
  'Open the page over https. Ctrl C works in any case.': 'Öffne die Seite über https. Strg C geht in jedem Fall.',
  'In this room the editor does not help: no completion, no errors while typing, no formatting.':
    'In diesem Raum hilft der Editor nicht: keine Vervollständigung, keine Fehler beim Tippen, keine Formatierung.',
  'In this room the editor completes words and keywords and closes brackets, and that is all.':
    'In diesem Raum vervollständigt der Editor Wörter und Schlüsselwörter und schließt Klammern, mehr nicht.',
  'In this room the editor completes, shows errors while you type, and formats.':
    'In diesem Raum vervollständigt der Editor, zeigt Fehler beim Tippen und formatiert.',
  'An interviewer sees that you are here and lets you in. The room opens by itself.':
    'Interviewende sehen, dass du hier bist, und lassen dich herein. Der Raum öffnet sich von selbst.',
  'No interviewer is here yet. The room opens by itself as soon as one is.':
    'Noch ist niemand zum Interviewen hier. Der Raum öffnet sich von selbst, sobald jemand da ist.',
  'The connection to the room is not there yet. The room opens by itself when it is.':
    'Die Verbindung zum Raum besteht noch nicht. Der Raum öffnet sich von selbst, sobald sie da ist.',
  'AI is off in this room: please work without it.': 'KI ist in diesem Raum aus: Bitte arbeite ohne sie.',
  'AI is allowed in this room. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.':
    'KI ist in diesem Raum erlaubt. Alle lesen, was gefragt und geantwortet wird, und es wird aufbewahrt. Eine Frage geht mit der Aufgabe und dem Code an die KI, die dieser Server benutzt.',
  'Working with AI is part of this interview. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.':
    'Mit KI zu arbeiten ist Teil dieses Interviews. Alle lesen, was gefragt und geantwortet wird, und es wird aufbewahrt. Eine Frage geht mit der Aufgabe und dem Code an die KI, die dieser Server benutzt.',
  'The language': 'Die Sprache',
  'You are in the waiting room': 'Du bist im Warteraum',
  Guest: 'Gast',
  'Try everything here': 'Probier hier alles aus',
  'This is a room of your own, on this computer only. Nobody sees what you write and run in it, and it is forgotten when the interview starts.':
    'Das ist ein eigener Raum für dich, nur auf diesem Computer. Niemand sieht, was du darin schreibst und ausführst, und er wird vergessen, wenn das Interview beginnt.',
  'Is this computer ready?': 'Ist dieser Computer bereit?',
  'Checking…': 'Wird geprüft …',
  'What this room keeps': 'Was dieser Raum aufbewahrt',
  'The code with every edit and its time, each run with its output, and the names people entered. Interviewers can watch it again.':
    'Den Code mit jeder Änderung und ihrer Zeit, jeden Lauf mit seiner Ausgabe und die Namen, die eingegeben wurden. Interviewende können es noch einmal ansehen.',
  'It is deleted some time after its last use, or earlier by an interviewer.':
    'Es wird einige Zeit nach der letzten Benutzung gelöscht, oder früher durch Interviewende.',
  'No audio or video, no cookies, no IP address; nothing is shared with anyone else.':
    'Kein Ton oder Video, keine Cookies, keine IP-Adresse; nichts wird mit anderen geteilt.',
  'No help': 'Keine Hilfe',
  'No log': 'Kein Protokoll',
  interviewer: 'Interviewer',
  candidate: 'Kandidat',
  observer: 'Beobachter',
  assistant: 'Assistent',
};
