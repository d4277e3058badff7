// Words of the host’s pages in French.
export default {
  'That was not done. Try again.': 'Cela n’a pas été fait. Réessayez.',
  'The interviewer panel is for interviewers only.': 'Le panneau du recruteur est réservé aux recruteurs.',
  'The form did not arrive whole. Send it again.': 'Le formulaire n’est pas arrivé en entier. Renvoyez-le.',
  'The task or the starter code is too long. Make it shorter.':
    'L’énoncé ou le code de départ est trop long. Raccourcissez-le.',
  Copy: 'Copier',
  'Press Ctrl C': 'Appuyez sur Ctrl C',
  'Interviewer panel': 'Panneau du recruteur',
  'Not known in this browser.': 'Inconnu dans ce navigateur.',
  'That did not work. Try again.': 'Cela n’a pas fonctionné. Réessayez.',
  'The replay could not be downloaded. Reload the page.':
    'L’enregistrement n’a pas pu être téléchargé. Rechargez la page.',
  'Open the interviewer link first, then choose “Watch the replay” in the interviewer panel.':
    'Ouvrez d’abord le lien recruteur, puis choisissez « Voir l’enregistrement » dans le panneau du recruteur.',
  'Replays are for interviewers. As a candidate you can download your code and activity log in the room, under “What is kept”.':
    'Les enregistrements sont destinés aux recruteurs. En tant que candidat, vous pouvez télécharger votre code et votre journal d’activité dans la salle, sous « Ce qui est conservé ».',
  'Replay: {title}': 'Enregistrement : {title}',
  'Copied. It opens for interviewers of this room.': 'Copié. Il s’ouvre pour les recruteurs de cette salle.',
  'The address of this page now leads here.': 'L’adresse de cette page mène maintenant ici.',
  '{title}, continued': '{title}, suite',
  Interview: 'Entretien',
  'The room was not made. Check the connection and try again.':
    'La salle n’a pas été créée. Vérifiez la connexion et réessayez.',
  'The report could not be loaded. Reload the page.': 'Le rapport n’a pas pu être chargé. Rechargez la page.',
  'Open the interviewer link first, then choose “Read the report” in the interviewer panel.':
    'Ouvrez d’abord le lien recruteur, puis choisissez « Lire le rapport » dans le panneau du recruteur.',
  'The server does not answer. Check the connection and reload the page.':
    'Le serveur ne répond pas. Vérifiez la connexion et rechargez la page.',
  Ready: 'Prêt',
  'Not ideal': 'Pas idéal',
  'Not ready': 'Pas prêt',
  'Everything works here.': 'Tout fonctionne ici.',
  'One thing wants a look.': 'Un point est à regarder.',
  '{count:thing wants|things want} a look.': '{count:point est|points sont} à regarder.',
  'It is {count:minute|minutes} ahead.': 'Elle avance de {count:minute|minutes}.',
  'It is {count:minute|minutes} behind.': 'Elle retarde de {count:minute|minutes}.',
  '“{title}” is ready': '« {title} » est prête',
  'Forget this room in this browser? You need a link to open it again.':
    'Oublier cette salle dans ce navigateur ? Il vous faut un lien pour l’ouvrir à nouveau.',
  Room: 'Salle',
  'It is deleted on {day} unless it is used again, or earlier by an interviewer.':
    'Tout est supprimé le {day} si la salle n’est plus utilisée, ou plus tôt par un recruteur.',
  'room {room}…, {time}, request {request}': 'salle {room}…, {time}, requête {request}',
  'room {room}…, {time}': 'salle {room}…, {time}',
  'This computer is ready.': 'Cet ordinateur est prêt.',
  'Only you see this. Change it, press Run, try what you like.':
    'Vous seul voyez ceci. Modifiez-le, appuyez sur Exécuter, essayez ce que vous voulez.',
  '[image]': '[image]',
  '[file]': '[fichier]',
  passed: 'réussi',
  error: 'erreur',
  'timed-out': 'temps écoulé',
  skipped: 'ignoré',
  'not run': 'non exécuté',
  'question {number} {title}': 'question {number} {title}',
  'expected: {value}': 'attendu : {value}',
  'got: {value}': 'obtenu : {value}',
  '{state}: {name}': '{state} : {name}',
  TESTS: 'TESTS',
  'There were none.': 'Il n’y en avait pas.',
  'MY RUNS': 'MES EXÉCUTIONS',
  'I ran nothing.': 'Je n’ai rien exécuté.',
  'Run {run}, {language}, {time}: {state} after {duration}':
    'Exécution {run}, {language}, {time} : {state} après {duration}',
  '{edits:edit|edits}: {written:character|characters} written':
    '{edits:modification|modifications} : {written:caractère écrit|caractères écrits}',
  '{count} deleted': '{count} supprimés',
  'at most {count} at once': 'au plus {count} d’un coup',
  'I said: {text}': 'J’ai dit : {text}',
  'WHAT THE ACTIVITY LOG NOTED, as interviewers read it':
    'CE QUE LE JOURNAL D’ACTIVITÉ A NOTÉ, tel que les recruteurs le lisent',
  'Nothing.': 'Rien.',
  'WHAT I WROTE': 'CE QUE J’AI ÉCRIT',
  'From {time}, by the clock of this computer.': 'À partir du {time}, selon l’horloge de cet ordinateur.',
  'I wrote nothing.': 'Je n’ai rien écrit.',
  '{name} is waiting': '{name} attend',
  '{count:person is|people are} waiting': '{count:personne attend|personnes attendent}',
  'It is “{title}”.': 'C’est « {title} ».',
  '{names} interview.': '{names} mènent l’entretien.',
  '{names} interviews.': '{names} mène l’entretien.',
  'Loading…': 'Chargement…',
  'You are the interviewer.': 'Vous êtes le recruteur.',
  'You are the candidate.': 'Vous êtes le candidat.',
  'You are observing.': 'Vous observez.',
  'You are the assistant.': 'Vous êtes l’assistant.',
  'Show all {count}': 'Tout afficher ({count})',
  Open: 'Ouverte',
  'Not opened yet': 'Pas encore ouverte',
  'Copy candidate link': 'Copier le lien candidat',
  Forget: 'Oublier',
  'Forget “{title}” in this browser? The room itself stays, but you need a link to open it again.':
    'Oublier « {title} » dans ce navigateur ? La salle elle-même reste, mais il vous faut un lien pour l’ouvrir à nouveau.',
  'This browser has forgotten “{title}”.': 'Ce navigateur a oublié « {title} ».',
  'Room without a title': 'Salle sans titre',
  '{action}: {name}': '{action} : {name}',
  'Made {time}.': 'Créée le {time}.',
  'Last opened {time}.': 'Ouverte pour la dernière fois le {time}.',
  'Its link is not kept here: open it by the link you have.':
    'Son lien n’est pas conservé ici : ouvrez-la avec le lien que vous avez.',
  'Ask a question': 'Poser une question',
  'None yet.': 'Aucune pour l’instant.',
  Now: 'En cours',
  Waits: 'En attente',
  Asked: 'Posée',
  'Return to it': 'Y revenir',
  'Show it': 'La montrer',
  'Read it': 'La lire',
  'Take “{title}” out of this room?': 'Retirer « {title} » de cette salle ?',
  'Take it out': 'La retirer',
  'Language of {title}': 'Langage de {title}',
  'Give hint {number} of {all}': 'Donner l’indice {number} sur {all}',
  'Show next part: {title}': 'Montrer la partie suivante : {title}',
  'Next hint: {text}': 'Indice suivant : {text}',
  'Hints ({given} of {all} given), follow-ups, rubric':
    'Indices ({given} sur {all} donnés), questions complémentaires, critères d’évaluation',
  Given: 'Donné',
  'Follow-ups': 'Questions complémentaires',
  'No question is like that.': 'Aucune question ne correspond.',
  'In this room': 'Dans cette salle',
  'Ask now': 'La poser maintenant',
  'Keep it for later': 'La garder pour plus tard',
  'Back to the list': 'Retour à la liste',
  'This question is in the room: see above.': 'Cette question est dans la salle : voir plus haut.',
  'Make candidate': 'Rendre candidat',
  'Make observer': 'Rendre observateur',
  'Copy the interviewer link': 'Copier le lien recruteur',
  'Make a new interviewer link? All old interviewer links stop working at once, and the other interviewers are disconnected.':
    'Créer un nouveau lien recruteur ? Tous les anciens liens recruteur cessent aussitôt de fonctionner, et les autres recruteurs sont déconnectés.',
  'Copy the candidate link': 'Copier le lien candidat',
  'Make a new candidate link? All old candidate links stop working at once, and everybody who used them is disconnected.':
    'Créer un nouveau lien candidat ? Tous les anciens liens candidat cessent aussitôt de fonctionner, et tous ceux qui les ont utilisés sont déconnectés.',
  'Copy the observer link': 'Copier le lien observateur',
  'Make a new observer link? All old observer links stop working at once, and everybody who used them is disconnected.':
    'Créer un nouveau lien observateur ? Tous les anciens liens observateur cessent aussitôt de fonctionner, et tous ceux qui les ont utilisés sont déconnectés.',
  'Copy the assistant link': 'Copier le lien assistant',
  'Make a new assistant link? All old assistant links stop working at once, and everybody who used them is disconnected.':
    'Créer un nouveau lien assistant ? Tous les anciens liens assistant cessent aussitôt de fonctionner, et tous ceux qui les ont utilisés sont déconnectés.',
  'In the room': 'Dans la salle',
  Links: 'Liens',
  'Download and replay': 'Téléchargements et enregistrement',
  'Watch the replay': 'Voir l’enregistrement',
  'Read the report': 'Lire le rapport',
  'Report for the candidate': 'Rapport pour le candidat',
  'What everybody in the room could read, to pass on': 'Ce que tout le monde dans la salle pouvait lire, à transmettre',
  'Replay file': 'Fichier d’enregistrement',
  'With notes, moments, hidden tests and the interviewers’ chat':
    'Avec les notes, les moments, les tests cachés et la discussion des recruteurs',
  'Replay file with notes': 'Fichier d’enregistrement avec notes',
  'Kept until {day}, or longer if it is used.': 'Conservé jusqu’au {day}, ou plus longtemps si la salle est utilisée.',
  'Delete this room now? Code, notes and replay are deleted for everybody. This cannot be undone.':
    'Supprimer cette salle maintenant ? Le code, les notes et l’enregistrement sont supprimés pour tout le monde. C’est irréversible.',
  'Delete it now': 'La supprimer maintenant',
  'Words and brackets': 'Mots et parenthèses',
  'All tools': 'Tous les outils',
  'AI: off': 'IA : désactivée',
  'AI: allowed; agents of yours come in by the assistant link':
    'IA : autorisée ; vos agents entrent avec le lien assistant',
  'AI: required; agents of yours come in by the assistant link':
    'IA : exigée ; vos agents entrent avec le lien assistant',
  'State of the room': 'État de la salle',
  'Ended.': 'Terminée.',
  'Everybody can read, nobody can change anything.': 'Tout le monde peut lire, personne ne peut rien changer.',
  Reopen: 'Rouvrir',
  'Locked.': 'Verrouillée.',
  'Nobody new comes in.': 'Personne de nouveau n’entre.',
  'Open.': 'Ouverte.',
  'Waiting room on. You let people in.': 'Avec salle d’attente. Vous laissez entrer.',
  'Whoever has a link comes in while an interviewer is here.': 'Quiconque a un lien entre tant qu’un recruteur est là.',
  'Whoever has a link comes in.': 'Quiconque a un lien entre.',
  Unlock: 'Déverrouiller',
  Lock: 'Verrouiller',
  'End interview': 'Terminer l’entretien',
  'End the interview? The code becomes read-only for everybody. You can reopen it.':
    'Terminer l’entretien ? Le code passe en lecture seule pour tout le monde. Vous pouvez le rouvrir.',
  'Play a sound when somebody is waiting': 'Jouer un son quand quelqu’un attend',
  'Remove {name} from the room? They cannot come back as the same person.':
    'Retirer {name} de la salle ? Cette personne ne pourra pas revenir sous la même identité.',
  'The links in use continue to work': 'Les liens utilisés continuent de fonctionner',
  'Get a link': 'Obtenir un lien',
  'New link': 'Nouveau lien',
  'code-room: code together, see the same run': 'code-room : coder ensemble, voir la même exécution',
  'A live coding room in the browser: people edit the same code, run it safely, and all see the same run. No accounts, nothing to install.':
    'Une salle de code en direct dans le navigateur : chacun modifie le même code, l’exécute en sécurité et voit la même exécution. Sans compte, rien à installer.',
  'Code together. See the same run.': 'Coder ensemble. Voir la même exécution.',
  'Make a room and send one link. Everyone edits the same code, sees each other’s cursors, and watches the same output when somebody presses Run. No accounts, nothing to install.':
    'Créez une salle et envoyez un lien. Chacun modifie le même code, voit les curseurs des autres et suit la même sortie quand quelqu’un appuie sur « Exécuter ». Sans compte, rien à installer.',
  'Try it now': 'Essayez tout de suite',
  'This is one room, opened twice. Write on one side, run on the other.':
    'C’est une seule salle, ouverte deux fois. Écrivez d’un côté, exécutez de l’autre.',
  'Write and run. This is a real room, with only you in it.':
    'Écrivez et exécutez. C’est une vraie salle, avec vous seul dedans.',
  'Making a room works without JavaScript. Coding in it needs JavaScript.':
    'Créer une salle fonctionne sans JavaScript. Y coder demande JavaScript.',
  'What to expect': 'À quoi vous attendre',
  'Nothing gets lost': 'Rien ne se perd',
  '“Saved” means that the room has stored it. If a connection drops, a tab is closed or the server restarts, nothing you typed is lost.':
    '« Enregistré » signifie que la salle l’a stocké. Si une connexion tombe, si un onglet est fermé ou si le serveur redémarre, rien de ce que vous avez tapé n’est perdu.',
  'Safe to run': 'Exécution sûre',
  'Programs run in your own browser, in a sandbox: no network, no access to the page, no cookies. Stop always works, even in an endless loop.':
    'Les programmes s’exécutent dans votre propre navigateur, dans un bac à sable : pas de réseau, pas d’accès à la page, pas de cookies. « Arrêter » fonctionne toujours, même dans une boucle sans fin.',
  'Yours to embed': 'À intégrer chez vous',
  'The room is one HTML tag. {embed}, make rooms by {http}, or just use this one.':
    'La salle est une balise HTML. {embed}, créez des salles par {http}, ou utilisez simplement celle-ci.',
  'Put it in your own page': 'Mettez-la dans votre propre page',
  'Your rooms': 'Vos salles',
  'Only this browser has this list. On a shared computer, forget the rooms when you have finished.':
    'Seul ce navigateur a cette liste. Sur un ordinateur partagé, oubliez les salles quand vous avez terminé.',
  'Keep their links here too, so that you can open them from this list':
    'Conserver aussi leurs liens ici, pour pouvoir les ouvrir depuis cette liste',
  'One room, opened twice: type here, watch the other side.':
    'Une salle, ouverte deux fois : tapez ici, regardez de l’autre côté.',
  'The live editor needs a browser of 2023 or newer.': 'L’éditeur demande un navigateur de 2023 ou plus récent.',
  'Plain http': 'http non chiffré',
  'This page came over plain http, so the browser holds back copying by button, and forgets who you are when the tab is closed. Use https, or open it on the machine it runs on.':
    'Cette page est arrivée par http non chiffré : le navigateur empêche donc de copier par bouton et oublie qui vous êtes à la fermeture de l’onglet. Utilisez https, ou ouvrez-la sur la machine où elle tourne.',
  'Skip to the content': 'Aller au contenu',
  Site: 'Site',
  'code-room is open source under the MIT licence. No accounts, no cookies, no requests to anybody else.':
    'code-room est un logiciel libre sous licence MIT. Pas de compte, pas de cookies, pas de requêtes vers d’autres.',
  'Programming languages': 'Langages de programmation',
  Documents: 'Documents',
  'first task': 'premier exercice',
  easy: 'facile',
  medium: 'moyen',
  hard: 'difficile',
  'very hard': 'très difficile',
  Search: 'Recherche',
  'bank, graphs, joins…': 'bank, graphs, joins…',
  Topic: 'Sujet',
  Any: 'Tous',
  Level: 'Niveau',
  '{level}, {name}': '{level}, {name}',
  'Level {level} ({name}), {minutes:minute|minutes}, {languages}, {parts:part|parts}':
    'Niveau {level} ({name}), {minutes:minute|minutes}, {languages}, {parts:partie|parties}',
  'Level {level} ({name}), {minutes:minute|minutes}, {languages}':
    'Niveau {level} ({name}), {minutes:minute|minutes}, {languages}',
  Preview: 'Aperçu',
  'Next part: {title}': 'Partie suivante : {title}',
  'Hints, in this order': 'Indices, dans cet ordre',
  'Hidden tests, hints, follow-ups, rubric and solution stand in the interviewer panel of a room.':
    'Les tests cachés, les indices, les questions complémentaires, les critères d’évaluation et la solution se trouvent dans le panneau du recruteur d’une salle.',
  '{language}: starter code, {tests:test|tests}, {hidden} hidden, solution':
    '{language} : code de départ, {tests:test|tests}, {hidden} cachés, solution',
  '{language}: starter code, {tests:test|tests}': '{language} : code de départ, {tests:test|tests}',
  'Files of hidden tests': 'Fichiers des tests cachés',
  Solution: 'Solution',
  'Input:\n{stdin}\nOutput:\n{stdout}': 'Entrée :\n{stdin}\nSortie :\n{stdout}',
  Rubric: 'Critères d’évaluation',
  'Questions for interviews, each with starter code, tests, hints and a solution.':
    'Des questions pour les entretiens, chacune avec code de départ, tests, indices et une solution.',
  'Choose some when you {make}, or ask one in a room from the interviewer panel.':
    'Choisissez-en quand vous {make}, ou posez-en une dans une salle depuis le panneau du recruteur.',
  'make a room': 'créez une salle',
  'All questions': 'Toutes les questions',
  'a day after its last use': 'un jour après la dernière utilisation',
  'a week after its last use': 'une semaine après la dernière utilisation',
  '30 days after its last use': '30 jours après la dernière utilisation',
  'a year after its last use': 'un an après la dernière utilisation',
  'All tools: completion, errors while typing, formatting':
    'Tous les outils : complétion, erreurs pendant la saisie, mise en forme',
  'Words, keywords and brackets': 'Mots, mots-clés et parenthèses',
  'How much is pasted from outside or comes at once': 'Combien est collé de l’extérieur ou arrive d’un coup',
  'Also in which line, and leaving the page for long': 'Aussi à quelle ligne, et les longues absences de la page',
  'Off: everybody works without it': 'Désactivée : tout le monde travaille sans elle',
  'Allowed, in the sight of everybody': 'Autorisée, sous les yeux de tous',
  'Required: working with it is part of the interview': 'Exigée : travailler avec elle fait partie de l’entretien',
  'Choose one of the listed languages, such as "python".':
    'Choisissez un des langages de la liste, par exemple « python ».',
  'Send text without broken (half) characters.': 'Envoyez du texte sans caractères abîmés (à moitié).',
  'Keep a room for at least 1 hour.': 'Conservez une salle au moins 1 heure.',
  'Only people with the key of this server can make rooms here. Enter the key; over HTTP, send it as a bearer token.':
    'Seules les personnes qui ont la clé de ce serveur peuvent créer des salles ici. Saisissez la clé ; par HTTP, envoyez-la comme jeton bearer.',
  'Too many rooms in a minute.': 'Trop de salles en une minute.',
  'The room does not answer. Try again in a moment.': 'La salle ne répond pas. Réessayez dans un instant.',
  'Something went wrong on our side. Try again in a moment.':
    'Un problème est survenu de notre côté. Réessayez dans un instant.',
  'Make a room': 'Créer une salle',
  Title: 'Titre',
  'Interview with Ada': 'Entretien avec Ada',
  'Can be run': 'Exécutables',
  'Only edited': 'Seulement modifiables',
  Key: 'Clé',
  'Task, starter code and more': 'Énoncé, code de départ et plus',
  'Start from': 'Partir de',
  'An empty file in the language above': 'Un fichier vide dans le langage ci-dessus',
  'Fills in the task and the code if you leave them empty.': 'Remplit l’énoncé et le code si vous les laissez vides.',
  'Read all templates': 'Lire tous les modèles',
  'What should the candidate solve?': 'Que doit résoudre le candidat ?',
  'Keep the room for': 'Conserver la salle',
  'Everybody sees what it is. You can change it during the interview.':
    'Tout le monde voit ce réglage. Vous pouvez le changer pendant l’entretien.',
  'Candidates are told before they join, and read the same lines as you.':
    'Les candidats l’apprennent avant d’entrer et lisent les mêmes lignes que vous.',
  'Everybody is told before they join, and it stays so.':
    'Tout le monde l’apprend avant d’entrer, et cela ne change plus.',
  Rehearsal: 'Répétition',
  'Whoever comes before you tries everything in a room of their own, until you are there.':
    'Ceux qui arrivent avant vous essaient tout dans une salle à eux, jusqu’à ce que vous soyez là.',
  'You let candidates and observers in.': 'Vous laissez entrer les candidats et les observateurs.',
  'Questions from the library': 'Questions de la bibliothèque',
  'They wait in the room until an interviewer asks them: nobody else sees them before.':
    'Elles attendent dans la salle jusqu’à ce qu’un recruteur les pose : personne d’autre ne les voit avant.',
  'Read all questions': 'Lire toutes les questions',
  'Choose “Preview” to read a question here.': 'Choisissez « Aperçu » pour lire une question ici.',
  'Starter code of {title}': 'Code de départ de {title}',
  'For you and others who interview with you. Can do everything, also delete the room.':
    'Pour vous et ceux qui mènent l’entretien avec vous. Peut tout faire, même supprimer la salle.',
  'Send this link to the candidate. Can edit and run.': 'Envoyez ce lien au candidat. Peut modifier et exécuter.',
  'Sees everything live. Cannot change anything.': 'Voit tout en direct. Ne peut rien changer.',
  'For an AI agent of yours. Reads, chats and proposes changes; cannot edit or run.':
    'Pour un agent IA à vous. Lit, discute et propose des changements ; ne peut ni modifier ni exécuter.',
  'Your room is ready': 'Votre salle est prête',
  'Enter the room': 'Entrer dans la salle',
  'One question waits in the interviewer panel: ask it there when it is time.':
    'Une question attend dans le panneau du recruteur : posez-la là le moment venu.',
  '{count:question waits|questions wait} in the interviewer panel: ask each there when it is time.':
    '{count:question attend|questions attendent} dans le panneau du recruteur : posez chacune là le moment venu.',
  'Everybody who has a link can join with it, in the role of the link.':
    'Quiconque a un lien peut entrer avec lui, dans le rôle du lien.',
  'This browser remembers the links until you choose “Forget”: find them here, under “Your rooms” and in the room’s interviewer panel.':
    'Ce navigateur retient les liens jusqu’à ce que vous choisissiez « Oublier » : vous les trouvez ici, sous « Vos salles » et dans le panneau du recruteur de la salle.',
  'Save the links now: this browser cannot remember them.':
    'Enregistrez les liens maintenant : ce navigateur ne peut pas les retenir.',
  'The server has no copy of them.': 'Le serveur n’en a pas de copie.',
  'Make another room': 'Créer une autre salle',
  'There is no page here': 'Il n’y a pas de page ici',
  'The address may be incomplete or wrong. Check it, or start from the front page.':
    'L’adresse est peut-être incomplète ou fausse. Vérifiez-la, ou partez de la page d’accueil.',
  'This room does not exist, or not any more': 'Cette salle n’existe pas, ou n’existe plus',
  'Rooms are deleted by an interviewer, or some time after their last use. If you expected a room here, ask the person who sent the link.':
    'Les salles sont supprimées par un recruteur, ou quelque temps après leur dernière utilisation. Si vous attendiez une salle ici, demandez à la personne qui a envoyé le lien.',
  'The room is deleted': 'La salle est supprimée',
  'An interviewer deleted it. Its code, notes and replay are gone, and its links no longer work.':
    'Un recruteur l’a supprimée. Son code, ses notes et son enregistrement n’existent plus, et ses liens ne fonctionnent plus.',
  'The room has expired': 'La salle a expiré',
  'Nobody used it for as long as it was kept, so it was deleted. Its links no longer work.':
    'Personne ne l’a utilisée pendant sa durée de conservation, elle a donc été supprimée. Ses liens ne fonctionnent plus.',
  'The room does not answer': 'La salle ne répond pas',
  'Nothing is lost. Wait a moment and reload this page.':
    'Rien n’est perdu. Attendez un instant et rechargez cette page.',
  'Something went wrong on our side': 'Un problème est survenu de notre côté',
  'It is not your fault. Wait a moment and try again.': 'Ce n’est pas votre faute. Attendez un instant et réessayez.',
  'Front page': 'Page d’accueil',
  'The replay needs JavaScript': 'L’enregistrement demande JavaScript',
  'Allow it for this page and load it again.': 'Autorisez-le pour cette page et rechargez-la.',
  'code-room, front page': 'code-room, page d’accueil',
  'Open the room': 'Ouvrir la salle',
  'This replay': 'Cet enregistrement',
  'Copy link to this moment': 'Copier le lien vers ce moment',
  'Continue from here as a new room': 'Continuer à partir d’ici dans une nouvelle salle',
  'A page that plays replay files from your disk, without a server':
    'Une page qui lit les fichiers d’enregistrement de votre disque, sans serveur',
  'Player for your disk': 'Lecteur pour votre disque',
  'Downloading the replay…': 'Téléchargement de l’enregistrement…',
  'This replay cannot be shown': 'Cet enregistrement ne peut pas être affiché',
  'The report needs JavaScript': 'Le rapport demande JavaScript',
  Report: 'Rapport',
  'For interviewers': 'Pour les recruteurs',
  'For the candidate': 'Pour le candidat',
  Print: 'Imprimer',
  'The report is being written…': 'Le rapport est en cours d’écriture…',
  'This report cannot be shown': 'Ce rapport ne peut pas être affiché',
  'This link is incomplete': 'Ce lien est incomplet',
  'The part after the # is missing: it is the key to the room, and this browser does not remember it. Open the complete link, or ask the person who sent it.':
    'La partie après le # manque : c’est la clé de la salle, et ce navigateur ne la connaît pas. Ouvrez le lien complet, ou demandez à la personne qui l’a envoyé.',
  'This link does not open the room': 'Ce lien n’ouvre pas la salle',
  'It may have been replaced by a newer one. Ask the person who sent it.':
    'Il a peut-être été remplacé par un plus récent. Demandez à la personne qui l’a envoyé.',
  'You are not in the room': 'Vous n’êtes pas dans la salle',
  'This interview has ended': 'Cet entretien est terminé',
  'Nobody new can join. If you took part, open the link in the browser you used then: there you can download your code.':
    'Personne de nouveau ne peut entrer. Si vous avez participé, ouvrez le lien dans le navigateur que vous aviez utilisé : vous pouvez y télécharger votre code.',
  'This room needs JavaScript': 'Cette salle demande JavaScript',
  'You are the interviewer': 'Vous êtes le recruteur',
  'You are the candidate': 'Vous êtes le candidat',
  'You are observing': 'Vous observez',
  'You are the assistant': 'Vous êtes l’assistant',
  'What is kept': 'Ce qui est conservé',
  Panel: 'Panneau',
  'This browser remembers your link, so that you can open the room again. On a shared computer, forget the room when you have finished.':
    'Ce navigateur retient votre lien pour que vous puissiez rouvrir la salle. Sur un ordinateur partagé, oubliez la salle quand vous avez terminé.',
  'Download my code, results and log': 'Télécharger mon code, mes résultats et mon journal',
  'Download my activity log': 'Télécharger mon journal d’activité',
  'Forget this room': 'Oublier cette salle',
  'The interview has ended': 'L’entretien est terminé',
  'The interview has ended.': 'L’entretien est terminé.',
  'Download what you did: your code, its results, and the log of what you wrote.':
    'Téléchargez ce que vous avez fait : votre code, ses résultats et le journal de ce que vous avez écrit.',
  'What should the others call you?': 'Comment les autres doivent-ils vous appeler ?',
  Skip: 'Passer',
  'You are in the room.': 'Vous êtes dans la salle.',
  'From here on the others see what you write. What you tried before is forgotten.':
    'À partir d’ici, les autres voient ce que vous écrivez. Ce que vous avez essayé avant est oublié.',
  'This room needs a browser of 2023 or newer. Update this one, or open the link in another.':
    'Cette salle demande un navigateur de 2023 ou plus récent. Mettez celui-ci à jour, ou ouvrez le lien dans un autre.',
  Templates: 'Modèles',
  'Tasks with starter code to begin an interview with.': 'Des énoncés avec code de départ pour commencer un entretien.',
  'A template fills in the task and the starter code of a new room. Choose one under “Start from” when you {make}.':
    'Un modèle remplit l’énoncé et le code de départ d’une nouvelle salle. Choisissez-en un sous « Partir de » quand vous {make}.',
  'Language of this page': 'Langue de cette page',
  '{language} runs': '{language} fonctionne',
  'Connection to the room': 'Connexion à la salle',
  'The server answers, but WebSockets do not get through. Allow them in your proxy or VPN, or try another network.':
    'Le serveur répond, mais les WebSockets ne passent pas. Autorisez-les dans votre proxy ou VPN, ou essayez un autre réseau.',
  'Programs run beside the page': 'Les programmes s’exécutent à côté de la page',
  'This browser has no workers. Use a current Chrome, Edge, Firefox or Safari.':
    'Ce navigateur n’a pas de workers. Utilisez un Chrome, Edge, Firefox ou Safari récent.',
  'WebAssembly, for Python, SQL and C++': 'WebAssembly, pour Python, SQL et C++',
  'This browser does not allow it. Turn off its strictest mode for this page (on Apple devices: Lockdown Mode), or use another browser.':
    'Ce navigateur ne l’autorise pas. Désactivez son mode le plus strict pour cette page (sur les appareils Apple : mode Isolement), ou utilisez un autre navigateur.',
  'The sandbox for programs': 'Le bac à sable des programmes',
  'Its frame did not open. Turn off what blocks frames or scripts on this page, then reload it.':
    'Son cadre ne s’est pas ouvert. Désactivez ce qui bloque les cadres ou les scripts sur cette page, puis rechargez-la.',
  'It could not be loaded. Reload the page.': 'Le chargement a échoué. Rechargez la page.',
  'Unsent edits survive a crash': 'Les modifications non envoyées survivent à un plantage',
  'Use a window that is not private. Everything works here too, but keep this page open.':
    'Utilisez une fenêtre qui n’est pas privée. Tout fonctionne ici aussi, mais gardez cette page ouverte.',
  'The clock is right': 'L’horloge est à l’heure',
  'Set it in the settings of this computer. Nothing goes wrong in the room, which has a clock of its own; but the times you read here would not be those of the others.':
    'Réglez-la dans les paramètres de cet ordinateur. Rien ne se passe mal dans la salle, qui a sa propre horloge ; mais les heures que vous lisez ici ne seraient pas celles des autres.',
  'The window is large enough': 'La fenêtre est assez grande',
  'Make it wider, or turn the device: then code and output stand side by side. Everything works here too.':
    'Élargissez-la ou tournez l’appareil : le code et la sortie sont alors côte à côte. Tout fonctionne ici aussi.',
  'Copy buttons work': 'Les boutons de copie fonctionnent',
  'Open the page over https. Ctrl C works in any case.':
    'Ouvrez la page en https. Ctrl C fonctionne dans tous les cas.',
  'In this room the editor does not help: no completion, no errors while typing, no formatting.':
    'Dans cette salle, l’éditeur n’aide pas : pas de complétion, pas d’erreurs pendant la saisie, pas de mise en forme.',
  'In this room the editor completes words and keywords and closes brackets, and that is all.':
    'Dans cette salle, l’éditeur complète les mots et mots-clés et ferme les parenthèses, et c’est tout.',
  'In this room the editor completes, shows errors while you type, and formats.':
    'Dans cette salle, l’éditeur complète, montre les erreurs pendant la saisie et met en forme.',
  'An interviewer sees that you are here and lets you in. The room opens by itself.':
    'Un recruteur voit que vous êtes là et vous laisse entrer. La salle s’ouvre d’elle-même.',
  'No interviewer is here yet. The room opens by itself as soon as one is.':
    'Aucun recruteur n’est encore là. La salle s’ouvre d’elle-même dès qu’il y en a un.',
  'The connection to the room is not there yet. The room opens by itself when it is.':
    'La connexion à la salle n’est pas encore établie. La salle s’ouvre d’elle-même dès qu’elle l’est.',
  'AI is off in this room: please work without it.':
    'L’IA est désactivée dans cette salle : travaillez sans elle, s’il vous plaît.',
  'AI is allowed in this room. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.':
    'L’IA est autorisée dans cette salle. Tout le monde lit ce qui est demandé et répondu, et c’est conservé. Une question part, avec l’énoncé et le code, vers l’IA que ce serveur utilise.',
  'Working with AI is part of this interview. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.':
    'Travailler avec l’IA fait partie de cet entretien. Tout le monde lit ce qui est demandé et répondu, et c’est conservé. Une question part, avec l’énoncé et le code, vers l’IA que ce serveur utilise.',
  'The language': 'Le langage',
  'You are in the waiting room': 'Vous êtes dans la salle d’attente',
  Guest: 'Invité',
  'Try everything here': 'Essayez tout ici',
  'This is a room of your own, on this computer only. Nobody sees what you write and run in it, and it is forgotten when the interview starts.':
    'C’est une salle à vous, sur cet ordinateur seulement. Personne ne voit ce que vous y écrivez et exécutez, et elle est oubliée quand l’entretien commence.',
  'Is this computer ready?': 'Cet ordinateur est-il prêt ?',
  'Checking…': 'Vérification…',
  'What this room keeps': 'Ce que cette salle conserve',
  'The code with every edit and its time, each run with its output, and the names people entered. Interviewers can watch it again.':
    'Le code avec chaque modification et son heure, chaque exécution avec sa sortie, et les noms saisis. Les recruteurs peuvent les revoir.',
  'It is deleted some time after its last use, or earlier by an interviewer.':
    'Tout est supprimé quelque temps après la dernière utilisation, ou plus tôt par un recruteur.',
  'No audio or video, no cookies, no IP address; nothing is shared with anyone else.':
    'Ni son ni vidéo, ni cookies, ni adresse IP ; rien n’est partagé avec quelqu’un d’autre.',
  'No help': 'Aucune aide',
  'No log': 'Pas de journal',
  interviewer: 'recruteur',
  candidate: 'candidat',
  observer: 'observateur',
  assistant: 'assistant',
};
