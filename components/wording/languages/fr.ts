// French.
export default {
  'Activity log': 'Journal d’activité',
  Close: 'Fermer',
  'Nothing was noted.': 'Rien n’a été noté.',
  'Lines, the newest first': 'Lignes, les plus récentes d’abord',
  'What you want to say to it': 'Ce que vous voulez en dire',
  'Say something to it': 'Dites-en quelque chose',
  Change: 'Modifier',
  Add: 'Ajouter',
  'The program waits for an answer.': 'Le programme attend une réponse.',
  Input: 'Entrée',
  Send: 'Envoyer',
  'Tells the program that there is no more input (Ctrl D)': 'Indique au programme qu’il n’y a plus d’entrée (Ctrl D)',
  'End of input': 'Fin de l’entrée',
  Assistant: 'Assistant',
  proposed: 'proposées',
  'Nothing was asked or proposed yet.': 'Rien n’a encore été demandé ni proposé.',
  'Questions, answers and proposals': 'Questions, réponses et propositions',
  'Stopped.': 'Arrêtée.',
  'No answer came.': 'Aucune réponse n’est venue.',
  'Answering…': 'Répond…',
  Somebody: 'Quelqu’un',
  you: 'vous',
  'with {files}': 'avec {files}',
  'Propose as {file}': 'Proposer comme {file}',
  'Ask the AI': 'Interroger l’IA',
  'Question for the AI': 'Question pour l’IA',
  Stop: 'Arrêter',
  Ask: 'Demander',
  'What the AI reads along': 'Ce que l’IA lit en plus',
  'It also reads {file}': 'Elle lit aussi {file}',
  'It also reads all files': 'Elle lit aussi tous les fichiers',
  'and the task': 'et l’énoncé',
  'The room has ended.': 'La salle est terminée.',
  'Observers can read this, but not ask.': 'Les observateurs peuvent lire ceci, mais pas demander.',
  'Assistants propose changes; they do not ask here.':
    'Les assistants proposent des changements ; ils ne demandent pas ici.',
  'This server has no AI to ask. An assistant may still come in by its link.':
    'Ce serveur n’a pas d’IA à interroger. Un assistant peut tout de même entrer par son lien.',
  'From an answer of the AI.': 'D’une réponse de l’IA.',
  Task: 'Énoncé',
  'What is there to solve? Markdown is understood.': 'Qu’y a-t-il à résoudre ? Markdown est compris.',
  'How the task looks': 'Aspect de l’énoncé',
  'No task has been written yet.': 'Aucun énoncé n’a encore été écrit.',
  'Discard changes': 'Abandonner les changements',
  Done: 'Terminé',
  'Edit the task': 'Modifier l’énoncé',
  'Only interviewers see this until you choose Done.':
    'Seuls les recruteurs voient ceci jusqu’à ce que vous choisissiez Terminé.',
  'Your change is shown to everybody as soon as the room has it.':
    'Votre changement est montré à tous dès que la salle l’a reçu.',
  'A change to the task is not shown yet: choose Edit the task, then Done.':
    'Un changement de l’énoncé n’est pas encore montré : choisissez Modifier l’énoncé, puis Terminé.',
  Chat: 'Discussion',
  'new': 'nouveaux',
  'Nobody has written yet.': 'Personne n’a encore écrit.',
  Messages: 'Messages',
  'Older messages are not kept in this list.': 'Les messages plus anciens ne sont pas gardés dans cette liste.',
  'interviewers only': 'recruteurs seulement',
  'Observers can read this, but not write.': 'Les observateurs peuvent lire ceci, mais pas écrire.',
  'Who reads it': 'Qui le lit',
  'To everybody': 'À tous',
  'Interviewers only': 'Recruteurs seulement',
  'Write a message': 'Écrire un message',
  Message: 'Message',
  'Messages can be sent when the room is connected.': 'Les messages peuvent être envoyés quand la salle est connectée.',
  'Opening the room…': 'Ouverture de la salle…',
  'Esc, then Tab leaves the editor': 'Échap puis Tab quitte l’éditeur',
  '{file}, {language}, read only. Esc, then Tab leaves the editor.':
    '{file}, {language}, lecture seule. Échap puis Tab quitte l’éditeur.',
  '{file}, {language}. Esc, then Tab leaves the editor.': '{file}, {language}. Échap puis Tab quitte l’éditeur.',
  Code: 'Code',
  'Nothing has been written yet.': 'Rien n’a encore été écrit.',
  'Write {language} here. {keys} runs it.': 'Écrivez en {language} ici. {keys} l’exécute.',
  'File name': 'Nom du fichier',
  Files: 'Fichiers',
  'Add a file': 'Ajouter un fichier',
  '{name} was removed.': '{name} a été supprimé.',
  'Bring it back': 'Le récupérer',
  'Adding file {done} of {all}…': 'Ajout du fichier {done} sur {all}…',
  'Undo replacing': 'Annuler le remplacement',
  Replace: 'Remplacer',
  'Keep both': 'Garder les deux',
  'Leave out': 'Laisser de côté',
  'Private time': 'Temps privé',
  Private: 'Privé',
  offered: 'proposé',
  'Watching together': 'Visionnage commun',
  '{name} is thinking · {time}': '{name} réfléchit · {time}',
  'Somebody who has left': 'Quelqu’un qui est parti',
  'Only you see what you type and run. The others get it as one edit when you show it, or when the time is over.':
    'Vous seul voyez ce que vous tapez et exécutez. Les autres le reçoivent en une seule modification quand vous le montrez ou quand le temps est écoulé.',
  'Show it now': 'Montrer maintenant',
  '{name} offers you private time ({minutes}): nobody sees what you type and run until you show it, or the time is over. The others see only that you are thinking.':
    '{name} vous propose du temps privé ({minutes}) : personne ne voit ce que vous tapez et exécutez tant que vous ne le montrez pas ou que le temps n’est pas écoulé. Les autres voient seulement que vous réfléchissez.',
  Start: 'Démarrer',
  'No, thank you': 'Non, merci',
  'Nobody sees what you type and run, until you show it or the time is over. The others see only that you are thinking.':
    'Personne ne voit ce que vous tapez et exécutez tant que vous ne le montrez pas ou que le temps n’est pas écoulé. Les autres voient seulement que vous réfléchissez.',
  '{count:minute is|minutes are} offered. The candidate decides.':
    '{count:minute proposée|minutes proposées}. La personne candidate décide.',
  'Take the offer back': 'Retirer la proposition',
  'The candidate decides. Until the time is over, nobody sees what they type and run.':
    'La personne candidate décide. Tant que le temps n’est pas écoulé, personne ne voit ce qu’elle tape et exécute.',
  Offer: 'Proposer',
  Minutes: 'Minutes',
  'Private times so far': 'Temps privés jusqu’ici',
  'Watch together': 'Regarder ensemble',
  'Nothing was noted of this private time.': 'Rien n’a été noté de ce temps privé.',
  'Private time of {name}': 'Temps privé de {name}',
  'Everybody who has this open sees the same moment. Long pauses are left out.':
    'Tous ceux qui ont ceci ouvert voient le même moment. Les longues pauses sont omises.',
  Pause: 'Pause',
  Play: 'Lire',
  Moment: 'Moment',
  'Stop watching': 'Arrêter le visionnage',
  '{count:minute|minutes}': '{count:minute|minutes}',
  Language: 'Langage',
  'Runs here': 'S’exécute ici',
  'Runs on the server': 'S’exécute sur le serveur',
  'Coloured only': 'Coloré seulement',
  'Waiting room': 'Salle d’attente',
  '{name} is in the waiting room': '{name} est dans la salle d’attente',
  'Admit {name}': 'Admettre {name}',
  Admit: 'Admettre',
  'Decline {name}': 'Refuser {name}',
  Decline: 'Refuser',
  Notes: 'Notes',
  'Only interviewers see these': 'Seuls les recruteurs les voient',
  Saved: 'Enregistré',
  'Saving…': 'Enregistrement…',
  'Not saved': 'Non enregistré',
  'Notes, for interviewers only': 'Notes, pour les recruteurs seulement',
  'Write down what you notice, question by question.': 'Écrivez ce que vous remarquez, question par question.',
  'Note this moment': 'Noter ce moment',
  'Notes this moment for the replay · {keys}': 'Note ce moment pour l’enregistrement · {keys}',
  'Noted moments': 'Moments notés',
  'Try again': 'Réessayer',
  'Discard my text': 'Abandonner mon texte',
  'What holds in this room': 'Ce qui vaut dans cette salle',
  'Before you begin': 'Avant de commencer',
  'Copies the state and version of this page for the person who helps you. No code, names or links.':
    'Copie l’état et la version de cette page pour la personne qui vous aide. Ni code, ni noms, ni liens.',
  Copied: 'Copié',
  'Copy my text': 'Copier mon texte',
  'Copy details': 'Copier les détails',
  Output: 'Sortie',
  You: 'Vous',
  '{you} are running this': '{you} exécutez ceci',
  '{name} is running this': '{name} exécute ceci',
  '{you} ran this': '{you} avez exécuté ceci',
  '{name} ran this': '{name} a exécuté ceci',
  'Started {time}': 'Démarré à {time}',
  'Types are not checked.': 'Les types ne sont pas vérifiés.',
  'The code has changed since this run': 'Le code a changé depuis cette exécution',
  'Make a test of this': 'En faire un test',
  'Add tests': 'Ajouter des tests',
  'Finished without output.': 'Terminé sans sortie.',
  'Nothing was printed.': 'Rien n’a été affiché.',
  'Nothing has run.': 'Rien n’a été exécuté.',
  'Nothing has run yet. Press Run, or {keys} in the editor.':
    'Rien n’a encore été exécuté. Appuyez sur Exécuter, ou {keys} dans l’éditeur.',
  '{part} of {all}': '{part} sur {all}',
  'Input that the program reads first': 'Entrée que le programme lit d’abord',
  'The program reads this first, line by line': 'Le programme lit ceci d’abord, ligne par ligne',
  'People in this room': 'Personnes dans cette salle',
  'and {count} more': 'et {count} de plus',
  'Your name': 'Votre nom',
  'look at {place}': 'regardez {place}',
  'Go there': 'Y aller',
  Dismiss: 'Ignorer',
  'in {file}': 'dans {file}',
  following: 'suivi',
  'line {line}': 'ligne {line}',
  'Opening the replay…': 'Ouverture de l’enregistrement…',
  'The beginning of this long interview is shortened: there the text changes in larger steps.':
    'Le début de ce long entretien est abrégé : le texte y change par plus grands pas.',
  'Choose a replay file': 'Choisir un fichier d’enregistrement',
  'Follow who writes': 'Suivre qui écrit',
  'A program is running': 'Un programme s’exécute',
  'A program is running.': 'Un programme s’exécute.',
  'Stop it and run': 'L’arrêter et exécuter',
  'Run after it': 'Exécuter ensuite',
  Cancel: 'Annuler',
  Run: 'Exécuter',
  'Observers can watch, but not stop a run.': 'Les observateurs peuvent regarder, mais pas arrêter une exécution.',
  'Stop the program, for everybody': 'Arrêter le programme, pour tous',
  Scorecard: 'Grille d’évaluation',
  'not saved yet': 'pas encore enregistrée',
  'Handed in': 'Rendue',
  'Only you see it until you hand it in': 'Vous seul la voyez jusqu’à ce que vous la rendiez',
  'needs evidence': 'preuve manquante',
  'no score': 'sans note',
  General: 'Général',
  'Understanding the task': 'Compréhension de la tâche',
  'Began without knowing what is asked.': 'A commencé sans savoir ce qui est demandé.',
  'Understood the main case after help.': 'A compris le cas principal après une aide.',
  'Asked about what was unclear before writing code.': 'A demandé ce qui n’était pas clair avant d’écrire du code.',
  'Found cases that the task does not name, and settled them first.':
    'A trouvé des cas que la tâche ne nomme pas et les a réglés d’abord.',
  'Solving it': 'Résolution',
  'No plan that could work.': 'Aucun plan qui puisse marcher.',
  'A plan that works, with hints.': 'Un plan qui marche, avec des indices.',
  'A plan that works, without hints.': 'Un plan qui marche, sans indices.',
  'Compared several plans, and chose one for good reasons.':
    'A comparé plusieurs plans et en a choisi un pour de bonnes raisons.',
  'The code': 'Le code',
  'Does not run, or does something else.': 'Ne s’exécute pas, ou fait autre chose.',
  'Works for the main case.': 'Marche pour le cas principal.',
  'Works, and others can read it.': 'Marche, et d’autres peuvent le lire.',
  'Works, is easy to read and to change.': 'Marche, est facile à lire et à modifier.',
  'Finding mistakes': 'Recherche des erreurs',
  'Did not notice what was wrong.': 'N’a pas remarqué ce qui n’allait pas.',
  'Noticed mistakes that were pointed out.': 'A remarqué les erreurs qu’on lui a signalées.',
  'Ran or tested the code, and mended what was wrong.': 'A exécuté ou testé le code et a corrigé ce qui n’allait pas.',
  'Looked for mistakes in a planned way, and found all that mattered.':
    'A cherché les erreurs avec méthode et a trouvé toutes celles qui comptaient.',
  Explaining: 'Explications',
  'It was not clear what they were doing.': 'On ne comprenait pas ce qui se passait.',
  'Explained when asked.': 'A expliqué quand on le demandait.',
  'Explained decisions while making them.': 'A expliqué les décisions en les prenant.',
  'Explained decisions, their costs, and what they would do with more time.':
    'A expliqué les décisions, leurs coûts et ce qui serait fait avec plus de temps.',
  'Level: {criterion}': 'Niveau : {criterion}',
  'Evidence: what you saw or heard': 'Preuve : ce que vous avez vu ou entendu',
  'A word about it, if you like': 'Un mot à ce sujet, si vous voulez',
  Clear: 'Vider',
  'Or a moment that was noted': 'Ou un moment noté',
  None: 'Aucun',
  Summary: 'Résumé',
  'Hand in again': 'Rendre à nouveau',
  'Hand in': 'Rendre',
  'After that you see the scores of the others, and they see yours when they have handed in.':
    'Ensuite vous voyez les notes des autres, et ils voient les vôtres quand ils ont rendu les leurs.',
  'Handed in at {time}.': 'Rendue à {time}.',
  'Handed in at {time}, changed at {last}.': 'Rendue à {time}, modifiée à {last}.',
  'What you have changed since is not handed in.': 'Ce que vous avez changé depuis n’est pas rendu.',
  'You can change it and hand it in again: that is said, and each time stays in the log.':
    'Vous pouvez la modifier et la rendre à nouveau : c’est signalé, et chaque fois reste au journal.',
  'Help: {help}': 'Aide : {help}',
  'Editor settings': 'Réglages de l’éditeur',
  '{count} pixels': '{count} pixels',
  'For you, in this browser. Nobody else is told.': 'Pour vous, dans ce navigateur. Personne d’autre n’en est informé.',
  Keys: 'Touches',
  Standard: 'Standard',
  '{editor} uses Ctrl+W, which closes the tab in most browsers. No page can stop that, so your browser asks before it leaves this page.':
    '{editor} utilise Ctrl+W, qui ferme l’onglet dans la plupart des navigateurs. Aucune page ne peut l’empêcher ; votre navigateur demande donc avant de quitter cette page.',
  'Font size': 'Taille de police',
  'As on this page': 'Comme sur cette page',
  'Width of a tab': 'Largeur d’une tabulation',
  'New files indent with': 'Indenter les nouveaux fichiers avec',
  'As usual': 'Comme d’habitude',
  Tabs: 'Tabulations',
  '{count:space|spaces}': '{count:espace|espaces}',
  'Wrap long lines': 'Couper les longues lignes',
  'Ligatures, such as ≠ for !=': 'Ligatures, comme ≠ pour !=',
  'Format this file': 'Mettre en forme ce fichier',
  'Size of editor and output': 'Taille de l’éditeur et de la sortie',
  'This code is on this page only.': 'Ce code n’est que sur cette page.',
  Timer: 'Minuteur',
  'not started': 'non démarré',
  paused: 'en pause',
  'Phases and their minutes': 'Phases et leurs minutes',
  'Set anew': 'Régler à nouveau',
  'Set and start': 'Régler et démarrer',
  'Go on': 'Continuer',
  'Take away': 'Retirer',
  'Who gets more time': 'Qui reçoit plus de temps',
  Everybody: 'Tout le monde',
  'Add minutes': 'Ajouter des minutes',
  'Everybody sees it.': 'Tout le monde le voit.',
  'somebody who has left': 'quelqu’un qui est parti',
  '{who}: {minutes} minutes': '{who} : {minutes} minutes',
  'Nobody is told why somebody has more time.': 'Personne n’apprend pourquoi quelqu’un a plus de temps.',
  'read 5, code 25, discuss 10': 'lire 5, coder 25, discuter 10',
  'read 5, code {minutes}, discuss 5': 'lire 5, coder {minutes}, discuter 5',
  '{picture} (a picture of another site is not shown)': '{picture} (une image d’un autre site n’est pas montrée)',
  Picture: 'Image',
  Next: 'Suivant',
  Previous: 'Précédent',
  'Select all': 'Tout sélectionner',
  'Match case': 'Respecter la casse',
  Regex: 'Expression régulière',
  'Whole word': 'Mot entier',
  'Replace all': 'Tout remplacer',
  Go: 'Aller',
  Find: 'Rechercher',
  'Go to line': 'Aller à la ligne',
  'current match': 'résultat actuel',
  'on line': 'à la ligne',
  'replaced match on line $': 'résultat remplacé à la ligne $',
  'replaced $ matches': 'résultats remplacés : $',
  Completions: 'Complétions',
  'Control character': 'Caractère de contrôle',
  'Selection deleted': 'Sélection supprimée',
  Problems: 'Problèmes',
  'No problems': 'Aucun problème',
  Error: 'Erreur',
  'Error in {place}.': 'Erreur à : {place}.',
  'Failed: {tests} and more': 'Échecs : {tests} et plus',
  'Failed: {tests}': 'Échecs : {tests}',
  'Following {name} · type to stop': 'Vous suivez {name} · tapez pour arrêter',
  'Formatted.': 'Mis en forme.',
  'It is formatted already.': 'Déjà mis en forme.',
  'You, in another tab': 'Vous, dans un autre onglet',
  'Non-breaking space': 'Espace insécable',
  'Ideographic space': 'Espace idéographique',
  'Unusual space': 'Espace inhabituel',
  '{name} (U+{code}): type a space instead': '{name} (U+{code}) : tapez plutôt une espace',
  '{name} wrote in the chat: {text}': '{name} a écrit dans la discussion : {text}',
  '{name} wrote to the interviewers: {text}': '{name} a écrit aux recruteurs : {text}',
  '{name} has changed their scorecard and handed it in again.':
    '{name} a modifié sa grille d’évaluation et l’a rendue à nouveau.',
  '{name} has handed in a scorecard.': '{name} a rendu une grille d’évaluation.',
  '{name} has accepted a proposal for {file}.': '{name} a accepté une proposition pour {file}.',
  '{name} has declined a proposal for {file}.': '{name} a refusé une proposition pour {file}.',
  '{name} proposes a change of {file}.': '{name} propose un changement de {file}.',
  'The AI has answered {name}.': 'L’IA a répondu à {name}.',
  'The time for {phase} is over.': 'Le temps pour {phase} est écoulé.',
  'The time is over.': 'Le temps est écoulé.',
  '{phase}: {minutes:minute|minutes}.': '{phase} : {minutes:minute|minutes}.',
  'The timer': 'Le minuteur',
  'The timer is paused.': 'Le minuteur est en pause.',
  'Only you see what you type and run, for up to {minutes:minute|minutes}.':
    'Vous seul voyez ce que vous tapez et exécutez, pendant {minutes:minute|minutes} au plus.',
  '{name} is thinking privately, for up to {minutes:minute|minutes}.':
    '{name} réfléchit en privé, pendant {minutes:minute|minutes} au plus.',
  'Your private time is over. The others get what you wrote.':
    'Votre temps privé est écoulé. Les autres reçoivent ce que vous avez écrit.',
  'The private time is over. Whoever took it is not here: what they wrote comes when they are back.':
    'Le temps privé est écoulé. La personne qui l’a pris n’est pas là : ce qu’elle a écrit arrive à son retour.',
  '{name} is not private any more.': '{name} n’est plus en privé.',
  '{name} offers you private time.': '{name} vous propose du temps privé.',
  'Private time is not offered any more.': 'Le temps privé n’est plus proposé.',
  '{name} watches the private time of {other} together with you.':
    '{name} regarde avec vous le temps privé de {other}.',
  'Noted in the activity log: {what}.': 'Noté au journal d’activité : {what}.',
  'Following {name}. Type to stop.': 'Vous suivez {name}. Tapez pour arrêter.',
  'Not following any more.': 'Vous ne suivez plus personne.',
  'Nobody is followed: give the id of somebody else who is in this room.':
    'Personne n’est suivi : donnez l’identifiant de quelqu’un d’autre présent dans cette salle.',
  '{name} asks you to look at {file}, line {line}.': '{name} vous demande de regarder {file}, ligne {line}.',
  'the code': 'le code',
  'You are now an interviewer.': 'Vous êtes maintenant recruteur.',
  'You are now a candidate: you can edit and run.': 'Vous êtes maintenant candidat : vous pouvez modifier et exécuter.',
  'You are now observing: you can watch, but not edit or run.':
    'Vous observez maintenant : vous pouvez regarder, mais ni modifier ni exécuter.',
  'You are now an assistant: you can read, write in the chat and propose changes.':
    'Vous êtes maintenant assistant : vous pouvez lire, écrire dans la discussion et proposer des changements.',
  'The file {name} has been added.': 'Le fichier {name} a été ajouté.',
  'The file {name} has been removed.': 'Le fichier {name} a été supprimé.',
  'Connected again.': 'De nouveau connecté.',
  'Connection lost. You can continue to write; your edits are kept.':
    'Connexion perdue. Vous pouvez continuer à écrire ; vos modifications sont gardées.',
  '{name} has joined.': '{name} est arrivé.',
  '{name} has left.': '{name} est parti.',
  'The task has changed.': 'L’énoncé a changé.',
  '{name} edits line {line}.': '{name} modifie la ligne {line}.',
  'You started a run.': 'Vous avez lancé une exécution.',
  '{name} started a run.': '{name} a lancé une exécution.',
  'The program asks: {question}': 'Le programme demande : {question}',
  'The program waits for input.': 'Le programme attend une entrée.',
  'Your run': 'Votre exécution',
  '{name}’s run': 'L’exécution de {name}',
  '{name}’s page:': 'Page de {name} :',
  '{run} ended with an error in {place}.': '{run} s’est terminée par une erreur à : {place}.',
  'line {line} of {file}': 'ligne {line} de {file}',
  'The language is now {language}.': 'Le langage est maintenant {language}.',
  'The file is now called {name}.': 'Le fichier s’appelle maintenant {name}.',
  '{name} is in the waiting room.': '{name} est dans la salle d’attente.',
  'The room is locked: nobody new can join.': 'La salle est verrouillée : personne de nouveau ne peut entrer.',
  'The room is unlocked: new people can join.': 'La salle est déverrouillée : de nouvelles personnes peuvent entrer.',
  'Name of the new file': 'Nom du nouveau fichier',
  'New name of the file': 'Nouveau nom du fichier',
  'Files…': 'Fichiers…',
  'Add files of this computer': 'Ajouter des fichiers de cet ordinateur',
  'Folder…': 'Dossier…',
  'Add a folder of this computer': 'Ajouter un dossier de cet ordinateur',
  'Run this file once': 'Exécuter ce fichier une fois',
  'Make this the file that Run runs': 'En faire le fichier qu’Exécuter lance',
  'Rename…': 'Renommer…',
  'Move left': 'Déplacer à gauche',
  'Move right': 'Déplacer à droite',
  Unpin: 'Détacher',
  'Pin to the start, for you': 'Épingler au début, pour vous',
  'Let candidates change it': 'Laisser les candidats le modifier',
  'Make it read-only for candidates': 'Le mettre en lecture seule pour les candidats',
  'Show it to everybody': 'Le montrer à tous',
  'Hide it from all but interviewers': 'Le cacher à tous sauf aux recruteurs',
  Remove: 'Supprimer',
  'read-only': 'lecture seule',
  'Run runs this file': 'Exécuter lance ce fichier',
  pinned: 'épinglé',
  'here: {names}': 'ici : {names}',
  Pinned: 'Épinglé',
  'More about {name}': 'Plus sur {name}',
  'There is no line with an error.': 'Aucune ligne n’a d’erreur.',
  'Nobody else is in a file.': 'Personne d’autre n’est dans un fichier.',
  '{name} is in no file at the moment.': '{name} n’est dans aucun fichier en ce moment.',
  'in {file}, line {line}': 'dans {file}, ligne {line}',
  '{name}’s proposal for {file}': 'Proposition de {name} pour {file}',
  '{name} proposes a change of {file}': '{name} propose un changement de {file}',
  '{name} has accepted this.': '{name} l’a accepté.',
  '{name} has declined this. Nothing was changed.': '{name} l’a refusé. Rien n’a été changé.',
  'Copy its text': 'Copier son texte',
  'Nobody has decided on it yet.': 'Personne n’a encore décidé.',
  'Accept: {what}': 'Accepter : {what}',
  Accept: 'Accepter',
  'Decline: {what}': 'Refuser : {what}',
  'taken out': 'retiré',
  'put in': 'ajouté',
  'Side by side': 'Côte à côte',
  'Scores side by side': 'Notes côte à côte',
  'Two levels apart or more': 'Deux niveaux d’écart ou plus',
  'What they rest on': 'Sur quoi elles reposent',
  'No summary.': 'Pas de résumé.',
  'first {level}': 'd’abord {level}',
  'Error output': 'Sortie d’erreur',
  Warning: 'Avertissement',
  'Go to {place}': 'Aller à : {place}',
  'One more is not shown: there are too many. ({kind})': 'Un de plus n’est pas montré : il y en a trop. ({kind})',
  'The program gave a picture of a kind that is not shown.':
    'Le programme a donné une image d’un type qui n’est pas montré.',
  'Picture made by the program': 'Image faite par le programme',
  'The program gave a file that cannot be read.': 'Le programme a donné un fichier illisible.',
  'Table, {count:row|rows}': 'Tableau, {count:ligne|lignes}',
  '{count} more rows are not shown.': '{count} lignes de plus ne sont pas montrées.',
  'The program wrote {name} ({size}), too large to be shared.':
    'Le programme a écrit {name} ({size}), trop grand pour être partagé.',
  Download: 'Télécharger',
  none: 'aucune',
  'by author': 'par auteur',
  'by origin': 'par origine',
  '{name} thinks in private': '{name} réfléchit en privé',
  '{name} is back from private time': '{name} revient du temps privé',
  'Back to {title}': 'Retour à {title}',
  'Hint {count}: {hint}': 'Indice {count} : {hint}',
  '{title}: part {part}': '{title} : partie {part}',
  'First run by {name}': 'Première exécution, par {name}',
  'Run {run} by {name}': 'Exécution {run}, par {name}',
  '{passed} of {all} hidden tests passed': '{passed} tests cachés réussis sur {all}',
  '{passed} of {all} tests passed': '{passed} tests réussis sur {all}',
  'First green: {tests}': 'Premier vert : {tests}',
  'The timer stands still': 'Le minuteur s’arrête',
  'The timer goes on': 'Le minuteur repart',
  'Timer: {phase}': 'Minuteur : {phase}',
  'words and brackets': 'mots et parenthèses',
  'all tools': 'tous les outils',
  '{name} (to interviewers)': '{name} (aux recruteurs)',
  '{name} writes notes': '{name} écrit des notes',
  'Help of the editor: {help}': 'Aide de l’éditeur : {help}',
  '{name} asks the AI: {text}': '{name} interroge l’IA : {text}',
  '{name} proposes a change': '{name} propose un changement',
  '{name} accepts a proposal': '{name} accepte une proposition',
  '{name} declines a proposal': '{name} refuse une proposition',
  '{name} hands in a scorecard': '{name} rend une grille d’évaluation',
  Questions: 'Questions',
  Runs: 'Exécutions',
  Tests: 'Tests',
  Moments: 'Moments',
  Activity: 'Activité',
  AI: 'IA',
  Proposals: 'Propositions',
  Scorecards: 'Grilles d’évaluation',
  'Help of the editor': 'Aide de l’éditeur',
  Typed: 'Tapé',
  'Pasted from outside the room': 'Collé depuis l’extérieur de la salle',
  'Came at once: moved, brought back or pasted': 'Arrivé d’un coup : déplacé, récupéré ou collé',
  'Written in private time': 'Écrit en temps privé',
  'Starter code': 'Code de départ',
  'Accepted proposal': 'Proposition acceptée',
  Time: 'Temps',
  Speed: 'Vitesse',
  'Skip pauses': 'Sauter les pauses',
  Colours: 'Couleurs',
  'Keys of the player': 'Touches du lecteur',
  '{name} thinks in private, {from} to {to}': '{name} réfléchit en privé, de {from} à {to}',
  Markers: 'Repères',
  'Show markers of': 'Montrer les repères de',
  People: 'Personnes',
  typing: 'écrit',
  'thinking in private': 'réfléchit en privé',
  'Nothing has run yet.': 'Rien n’a encore été exécuté.',
  '{state} after {time}': '{state} après {time}',
  running: 'en cours',
  Space: 'Espace',
  'play or pause': 'lire ou mettre en pause',
  'back or forward by 5 seconds': 'reculer ou avancer de 5 secondes',
  'back or forward by a tenth': 'reculer ou avancer d’un dixième',
  'to the marker before or after': 'au repère précédent ou suivant',
  'to the event before or after': 'à l’événement précédent ou suivant',
  'slower or faster': 'plus lent ou plus rapide',
  'to the beginning, to 10%, and so on to 90%': 'au début, à 10 %, et ainsi jusqu’à 90 %',
  'full screen, and back': 'plein écran, et retour',
  'show these keys': 'montrer ces touches',
  'Code at this moment': 'Code à ce moment',
  '{file} at this moment': '{file} à ce moment',
  'Run {name}': 'Exécuter {name}',
  'Change {name}': 'Modifier {name}',
  '{file}, line {line}': '{file}, ligne {line}',
  Expected: 'Attendu',
  Got: 'Obtenu',
  Printed: 'Affiché',
  Call: 'Appel',
  'Test file:': 'Fichier de test :',
  nothing: 'rien',
  Difference: 'Différence',
  expected: 'attendu',
  got: 'obtenu',
  '{count} lines are the same': '{count} lignes sont identiques',
  'Change a test': 'Modifier un test',
  'New test': 'Nouveau test',
  Name: 'Nom',
  'What it does': 'Ce qu’il fait',
  'Hidden: only interviewers see it, and it runs on their pages alone':
    'Caché : seuls les recruteurs le voient, et il ne s’exécute que sur leurs pages',
  Save: 'Enregistrer',
  'Gives input, compares output': 'Donne une entrée, compare la sortie',
  'Calls a function': 'Appelle une fonction',
  'Runs a test file': 'Exécute un fichier de test',
  'What the program reads, line by line': 'Ce que le programme lit, ligne par ligne',
  'Expected output': 'Sortie attendue',
  'What it must print': 'Ce qu’il doit afficher',
  'The file that Run runs': 'Le fichier qu’Exécuter lance',
  'Spaces at the ends of lines, and empty lines at the end, count':
    'Les espaces en fin de ligne et les lignes vides à la fin comptent',
  Function: 'Fonction',
  Arguments: 'Arguments',
  'Expected value': 'Valeur attendue',
  'Tolerance (may be empty)': 'Tolérance (peut être vide)',
  'Choose a file': 'Choisir un fichier',
  'Expected rows': 'Lignes attendues',
  'Statements before the query (may be empty)': 'Instructions avant la requête (peut être vide)',
  'The order of the rows counts': 'L’ordre des lignes compte',
  File: 'Fichier',
  'Running: {part} of {all}': 'En cours : {part} sur {all}',
  'Hidden tests': 'Tests cachés',
  'hear nothing of them': 'n’en savent rien',
  'hear how many passed': 'savent combien ont réussi',
  'hear which passed': 'savent lesquels ont réussi',
  Candidates: 'Les candidats',
  'What candidates hear of hidden tests': 'Ce que les candidats savent des tests cachés',
  hidden: 'caché',
  'All tests as text': 'Tous les tests en texte',
  'All tests as JSON, to copy them, or to change many at once':
    'Tous les tests en JSON, pour les copier ou en changer beaucoup à la fois',
  Test: 'Test',
  'Add a test': 'Ajouter un test',
  '{name} runs: {part} of {all}': '{name} exécute : {part} sur {all}',
  'Tests that are done': 'Tests terminés',
  '{count:test|tests}': '{count:test|tests}',
  'Code or tests have changed since': 'Le code ou les tests ont changé depuis',
  'Run hidden': 'Exécuter les cachés',
  'Run tests': 'Exécuter les tests',
  'Run failed': 'Exécuter les échecs',
  '{count:file was|files were} added.': '{count:fichier ajouté|fichiers ajoutés}.',
  '{count:file was|files were} replaced.': '{count:fichier remplacé|fichiers remplacés}.',
  'Not added: {files}.': 'Non ajoutés : {files}.',
  'Left out: {files} (hidden, or packages).': 'Laissés de côté : {files} (cachés ou paquets).',
  'There was no file in it.': 'Il n’y avait aucun fichier.',
  '{names} is in this room already, with another text.': '{names} est déjà dans cette salle, avec un autre texte.',
  '{names} are in this room already, with other texts.': '{names} sont déjà dans cette salle, avec d’autres textes.',
  '{names} and {count} more': '{names} et {count} de plus',
  'not text; save as UTF-8 what is to be read here': 'pas du texte ; enregistrez en UTF-8 ce qui doit être lu ici',
  'larger than 512 KiB; take a part of it': 'plus grand que 512 KiB ; prenez-en une partie',
  'too many files at once; choose those that are needed':
    'trop de fichiers à la fois ; choisissez ceux qui sont nécessaires',
  'two names that differ by case only; rename one': 'deux noms qui ne diffèrent que par la casse ; renommez-en un',
  'read-only; ask an interviewer': 'lecture seule ; demandez à un recruteur',
  'your computer does not let the page read it; copy it elsewhere and try again':
    'votre ordinateur ne laisse pas la page le lire ; copiez-le ailleurs et réessayez',
  'AI is off in this room: work without it.': 'L’IA est désactivée dans cette salle : travaillez sans elle.',
  'AI is allowed in this room. Everybody here reads what is asked, answered and proposed.':
    'L’IA est autorisée dans cette salle. Tout le monde ici lit ce qui est demandé, répondu et proposé.',
  'Work with AI in this room: that is part of it. Everybody here reads what is asked, answered and proposed.':
    'Travaillez avec l’IA dans cette salle : cela en fait partie. Tout le monde ici lit ce qui est demandé, répondu et proposé.',
  'It had not ended after {seconds} seconds.': 'Il n’était pas terminé après {seconds} secondes.',
  'It was stopped.': 'Il a été arrêté.',
  'It was stopped before its turn.': 'Il a été arrêté avant son tour.',
  'It was interrupted.': 'Il a été interrompu.',
  'The program ended itself before the test had.': 'Le programme s’est terminé lui-même avant le test.',
  'The program ended with an error.': 'Le programme s’est terminé par une erreur.',
  'Line {line} is missing: {text}.': 'La ligne {line} manque : {text}.',
  'There should be no line {line}: {text}.': 'Il ne devrait pas y avoir de ligne {line} : {text}.',
  'Line {line} should be {wanted}, not {given}.': 'La ligne {line} devrait être {wanted}, pas {given}.',
  '{name} in {file} is no function.': '{name} dans {file} n’est pas une fonction.',
  'There is no function {name} in {file}.': 'Il n’y a pas de fonction {name} dans {file}.',
  'There is no function {name} in {file}. Did you mean {near}?':
    'Il n’y a pas de fonction {name} dans {file}. Vouliez-vous dire {near} ?',
  'There is no function {name} in {file}. It has {names}.':
    'Il n’y a pas de fonction {name} dans {file}. On y trouve {names}.',
  'There is no function {name} in {file}. It has {names} and more.':
    'Il n’y a pas de fonction {name} dans {file}. On y trouve {names} et d’autres.',
  'What {name} returned is too large to be compared.': 'Ce que {name} a renvoyé est trop grand pour être comparé.',
  'It returned a promise that nothing is left to resolve.':
    'Une promesse a été renvoyée que plus rien ne peut résoudre.',
  'The test was not carried out.': 'Le test n’a pas été exécuté.',
  'The query gives too many rows to be compared.': 'La requête donne trop de lignes pour être comparées.',
  'The query gives no rows. End it with a SELECT.': 'La requête ne donne aucune ligne. Terminez-la par un SELECT.',
  'Every test in {file} says that it is to be skipped.': 'Chaque test de {file} demande à être sauté.',
  'And {count} more.': 'Et {count} de plus.',
  '{count} of {all} tests failed.': '{count} tests sur {all} ont échoué.',
  'There is no test in {file}. Write functions whose names begin with test_.':
    'Il n’y a pas de test dans {file}. Écrivez des fonctions dont le nom commence par test_.',
  'There is no test in {file}. Write {example}.': 'Il n’y a pas de test dans {file}. Écrivez {example}.',
  'There is no file {file}. Add it, or change the test.':
    'Il n’y a pas de fichier {file}. Ajoutez-le, ou modifiez le test.',
  '{file} is in no language that can be run here.': '{file} n’est dans aucun langage exécutable ici.',
  'Functions of {language} cannot be called by a test. Compare what the program prints instead.':
    'Un test ne peut pas appeler des fonctions en {language}. Comparez plutôt ce que le programme affiche.',
  'Test files in {language} cannot be run. Compare what the program prints instead.':
    'Les fichiers de test en {language} ne peuvent pas être exécutés. Comparez plutôt ce que le programme affiche.',
  'At {path}: {difference}': 'À {path} : {difference}',
  'Expected {wanted}, got {given}.': 'Attendu {wanted}, obtenu {given}.',
  'Expected a list of length {wanted}, got one of length {given}.':
    'Attendu une liste de longueur {wanted}, obtenu une de longueur {given}.',
  'Expected the columns {wanted}, got {given}.': 'Colonnes attendues {wanted}, obtenues {given}.',
  'Got {given}, which cannot be compared. Return lists, objects, texts, numbers, true, false or null.':
    'Obtenu {given}, qui ne peut pas être comparé. Renvoyez des listes, objets, textes, nombres, true, false ou null.',
  'Got a value that holds itself, which cannot be compared.':
    'Obtenu une valeur qui se contient elle-même et ne peut pas être comparée.',
  'The value {value} is missing.': 'La valeur {value} manque.',
  'There should be no value {value}.': 'Il ne devrait pas y avoir de valeur {value}.',
  'The key {key} is missing.': 'La clé {key} manque.',
  'There should be no key {key}.': 'Il ne devrait pas y avoir de clé {key}.',
  'The row {row} is missing.': 'La ligne {row} manque.',
  'There should be no row {row}.': 'Il ne devrait pas y avoir de ligne {row}.',
  'a list': 'une liste',
  'a text': 'un texte',
  'a number': 'un nombre',
  'true or false': 'true ou false',
  'a set': 'un ensemble',
  'an object': 'un objet',
  'a value': 'une valeur',
  'done in {time}': 'terminé en {time}',
  'ended with an error after {time}': 'terminé par une erreur après {time}',
  'stopped after {time}': 'arrêté après {time}',
  'stopped after {time}: it printed nothing for too long':
    'arrêté après {time} : rien n’a été affiché pendant trop longtemps',
  'interrupted: the page that ran it was closed': 'interrompu : la page qui l’exécutait a été fermée',
  done: 'terminé',
  failed: 'échoué',
  stopped: 'arrêté',
  'timed out': 'temps dépassé',
  interrupted: 'interrompu',
  basic: 'de base',
  full: 'complète',
  'No completion, no closing of brackets, no errors while typing, no formatting.':
    'Pas de complétion, pas de fermeture des parenthèses, pas d’erreurs pendant la frappe, pas de mise en forme.',
  'The editor completes words and keywords and closes brackets.':
    'L’éditeur complète les mots et ferme les parenthèses.',
  'The editor completes, shows errors while you type, and formats.':
    'L’éditeur complète, montre les erreurs pendant la frappe et met en forme.',
  'Help of the editor in this room: {help}.': 'Aide de l’éditeur dans cette salle : {help}.',
  'Some of your text could not be added to the room. Copy it before you discard it.':
    'Une partie de votre texte n’a pas pu être ajoutée à la salle. Copiez-la avant de l’abandonner.',
  'An answer this long cannot be sent. Send less, or have whoever runs the program put it into the box Input.':
    'Une réponse aussi longue ne peut pas être envoyée. Envoyez-en moins, ou demandez à qui lance le programme de la mettre dans le champ Entrée.',
  'The browser does not let this page use the clipboard. Open the page over https and try again.':
    'Le navigateur ne laisse pas cette page utiliser le presse-papiers. Ouvrez la page en https et réessayez.',
  'Nothing was opened: drop a file onto the code to add it.':
    'Rien n’a été ouvert : déposez un fichier sur le code pour l’ajouter.',
  'Nothing was added: you may not add files here, or the room is not connected.':
    'Rien n’a été ajouté : vous ne pouvez pas ajouter de fichiers ici, ou la salle n’est pas connectée.',
  'The keys of {keys} could not be loaded. Check the connection and choose them again.':
    'Les touches de {keys} n’ont pas pu être chargées. Vérifiez la connexion et choisissez-les à nouveau.',
  'There is no formatter for {language}.': 'Il n’y a pas de formateur pour {language}.',
  'Not formatted: {problem}.': 'Non mis en forme : {problem}.',
  'Not formatted, line {line}: {problem}.': 'Non mis en forme, ligne {line} : {problem}.',
  'Not formatted: somebody writes at the moment. Try again.':
    'Non mis en forme : quelqu’un écrit en ce moment. Réessayez.',
  'Not formatted: you may only read this file.': 'Non mis en forme : vous pouvez seulement lire ce fichier.',
  'Not formatted: in this room the editor does not format.':
    'Non mis en forme : dans cette salle, l’éditeur ne met pas en forme.',
  'The help of the editor was not changed: an interviewer sets it.':
    'L’aide de l’éditeur n’a pas été changée : c’est un recruteur qui la règle.',
  'This was not done: the room it was meant for has been left. Do it again in this one.':
    'Cela n’a pas été fait : la salle concernée a été quittée. Recommencez dans celle-ci.',
  'There is no file called "{name}" in this room.': 'Il n’y a pas de fichier « {name} » dans cette salle.',
  'Everybody may change "{name}": only an interviewer can make files read-only.':
    'Tout le monde peut modifier « {name} » : seul un recruteur peut mettre des fichiers en lecture seule.',
  'No question waits to be shown. Ask one first.': 'Aucune question n’attend d’être montrée. Posez-en une d’abord.',
  'No question is asked now. Ask one first.': 'Aucune question n’est posée. Posez-en une d’abord.',
  'Write each phase with its minutes, such as: read 5, code 25, discuss 10.':
    'Écrivez chaque phase avec ses minutes, par exemple : lire 5, coder 25, discuter 10.',
  'This language runs on a server: run it when your private time is over.':
    'Ce langage s’exécute sur un serveur : exécutez-le quand votre temps privé est écoulé.',
  'The server does not answer. Check the connection and try again.':
    'Le serveur ne répond pas. Vérifiez la connexion et réessayez.',
  'The server did not do it. Try again.': 'Le serveur ne l’a pas fait. Réessayez.',
  'it runs on the server of a room, and this page is in none of that server.':
    'il s’exécute sur le serveur d’une salle, et cette page n’est dans aucune salle de ce serveur.',
  'the connection to the room’s server broke before the program had ended. Run it again.':
    'la connexion au serveur de la salle s’est coupée avant la fin du programme. Exécutez-le à nouveau.',
  'The connection was lost while the AI answered. What it has said is kept.':
    'La connexion a été perdue pendant la réponse de l’IA. Ce qu’elle a dit est gardé.',
  'There is nothing to play yet.': 'Il n’y a encore rien à lire.',
  'This replay is damaged and cannot be played. Download it again.':
    'Cet enregistrement est endommagé et ne peut pas être lu. Téléchargez-le à nouveau.',
  'This replay is damaged in line {line} and cannot be played. Download it again.':
    'Cet enregistrement est endommagé à la ligne {line} et ne peut pas être lu. Téléchargez-le à nouveau.',
  'This replay is too large to be played: a file has at most {size} MB.':
    'Cet enregistrement est trop grand : un fichier a au plus {size} Mo.',
  'This replay is too large to be played: it has more in it than any interview.':
    'Cet enregistrement est trop grand : il contient plus que n’importe quel entretien.',
  'This replay was made by a newer version. Play it there, or update this page.':
    'Cet enregistrement vient d’une version plus récente. Lisez-le là-bas, ou mettez à jour cette page.',
  'This is not a replay. Choose a file whose name ends in .coderoom.':
    'Ce n’est pas un enregistrement. Choisissez un fichier dont le nom finit par .coderoom.',
  'The replay could not be downloaded. Check its address and the connection.':
    'L’enregistrement n’a pas pu être téléchargé. Vérifiez son adresse et la connexion.',
  Note: 'Note',
  'Hint given': 'Indice donné',
  Good: 'Bien',
  Doubt: 'Doute',
  Question: 'Question',
  'The text was not changed: the value given cannot be read as text.':
    'Le texte n’a pas été changé : la valeur donnée ne peut pas être lue comme texte.',
  'The text was not changed: you may not edit in this room.':
    'Le texte n’a pas été changé : vous ne pouvez pas modifier dans cette salle.',
  'The text was not changed: a file may have 512 KiB at most.':
    'Le texte n’a pas été changé : un fichier peut avoir 512 KiB au plus.',
  'The text was not changed. {why}': 'Le texte n’a pas été changé. {why}',
  'The language was not changed: its id is a short word such as "python".':
    'Le langage n’a pas été changé : son identifiant est un mot court comme « python ».',
  'The language was not changed: you may not edit in this room.':
    'Le langage n’a pas été changé : vous ne pouvez pas modifier dans cette salle.',
  'No other file is shown: there is none called "{name}" in this room.':
    'Aucun autre fichier n’est montré : aucun ne s’appelle « {name} » dans cette salle.',
  'This would make the file larger than 512 KiB, more than a room keeps. Nothing was changed.':
    'Le fichier dépasserait 512 KiB, plus qu’une salle ne garde. Rien n’a été changé.',
  'This would be longer than 64 KiB, more than a room keeps. Nothing was changed.':
    'Cela dépasserait 64 KiB, plus qu’une salle ne garde. Rien n’a été changé.',
  'The colours of this language could not be loaded. Everything else works; reload the page to try again.':
    'Les couleurs de ce langage n’ont pas pu être chargées. Tout le reste fonctionne ; rechargez la page pour réessayer.',
  'A part of the editor could not be loaded. You can write; reload the page to try again.':
    'Une partie de l’éditeur n’a pas pu être chargée. Vous pouvez écrire ; rechargez la page pour réessayer.',
  'The editor had a problem and was restarted. Nothing you wrote is lost.':
    'L’éditeur a eu un problème et a été relancé. Rien de ce que vous avez écrit n’est perdu.',
  'A part of this page could not be loaded. Reload the page: your code is kept.':
    'Une partie de cette page n’a pas pu être chargée. Rechargez la page : votre code est gardé.',
  'Observers can watch, but not run code.': 'Les observateurs peuvent regarder, mais pas exécuter de code.',
  'Assistants propose changes; they neither run nor stop code.':
    'Les assistants proposent des changements ; ils n’exécutent ni n’arrêtent de code.',
  'Running code is switched off here.': 'L’exécution de code est désactivée ici.',
  '{language} cannot be run here. Choose {choices}.': '{language} ne peut pas être exécuté ici. Choisissez {choices}.',
  'You can run code when the room is connected.': 'Vous pouvez exécuter du code quand la salle est connectée.',
  Interviewer: 'Recruteur',
  Candidate: 'Candidat',
  Observer: 'Observateur',
  'Reconnecting…': 'Reconnexion…',
  'Connecting…': 'Connexion…',
  Waiting: 'En attente',
  'Offline, {edits:edit|edits} waiting': 'Hors ligne, {edits:modification en attente|modifications en attente}',
  Offline: 'Hors ligne',
  Ended: 'Terminée',
  'Not joined': 'Non rejointe',
  'Only you': 'Vous seul',
  'You are in the waiting room. The room opens by itself when the interviewer lets you in.':
    'Vous êtes dans la salle d’attente. La salle s’ouvre d’elle-même quand on vous laisse entrer.',
  'The room cannot save at the moment. Keep this page open: it tries again by itself.':
    'La salle ne peut pas enregistrer en ce moment. Gardez cette page ouverte : elle réessaie d’elle-même.',
  'You are observing: you can watch, but not edit or run.':
    'Vous observez : vous pouvez regarder, mais ni modifier ni exécuter.',
  'The room cannot be reached. It opens by itself when the connection is back.':
    'La salle est injoignable. Elle s’ouvre d’elle-même quand la connexion revient.',
  'Offline. {edits:edit waiting; it is|edits waiting; they are} kept and sent when the connection is back.':
    'Hors ligne. {edits:modification en attente, gardée et envoyée|modifications en attente, gardées et envoyées} quand la connexion revient.',
  'Offline. You can continue to write; your edits are kept and sent when the connection is back.':
    'Hors ligne. Vous pouvez continuer à écrire ; vos modifications sont gardées et envoyées quand la connexion revient.',
  'Your name is now “{name}”: characters that cannot be seen, and marks on top of marks, were left out.':
    'Votre nom est maintenant « {name} » : des caractères invisibles et des signes superposés ont été retirés.',
  'The file is now called “{name}”: characters that cannot be seen, and marks on top of marks, were left out.':
    'Le fichier s’appelle maintenant « {name} » : des caractères invisibles et des signes superposés ont été retirés.',
  'The tests of this room are not here yet. Try again when the room is connected.':
    'Les tests de cette salle ne sont pas encore là. Réessayez quand la salle est connectée.',
  'This room has no tests.': 'Cette salle n’a pas de tests.',
  'This room has no hidden tests.': 'Cette salle n’a pas de tests cachés.',
  'There is no test called "{name}" in this room.': 'Il n’y a pas de test « {name} » dans cette salle.',
  'Observers can watch, but not run tests.': 'Les observateurs peuvent regarder, mais pas exécuter de tests.',
  'Hidden tests run on the page of an interviewer. They wait until an interviewer runs them.':
    'Les tests cachés s’exécutent sur la page d’un recruteur. Ils attendent qu’un recruteur les exécute.',
  'Hidden tests run on the page of an interviewer, and none is connected. They wait until one is.':
    'Les tests cachés s’exécutent sur la page d’un recruteur, et aucun n’est connecté. Ils attendent qu’il y en ait un.',
  'It was not run: the tests were stopped before.': 'Non exécuté : les tests ont été arrêtés avant.',
  'It was not run: {by} is running the tests. Wait until they are done, or stop them.':
    'Non exécuté : {by} exécute les tests. Attendez qu’ils soient terminés, ou arrêtez-les.',
  'It was not run: {why}': 'Non exécuté : {why}',
  'The tests were not changed: only interviewers may change them here.':
    'Les tests n’ont pas été changés : seuls les recruteurs peuvent le faire ici.',
  '{count:line|lines} of what stands among the tests cannot be read as a test. Write the tests as JSON to see what is wrong.':
    '{count:ligne|lignes} parmi les tests ne peut être lu comme test. Écrivez les tests en JSON pour voir ce qui ne va pas.',
  'This is not JSON: {why}': 'Ce n’est pas du JSON : {why}',
  'Tests are a list: [ … ].': 'Les tests sont une liste : [ … ].',
  'There are {count} tests. Keep at most {most}, or join some.':
    'Il y a {count} tests. Gardez-en au plus {most}, ou réunissez-en certains.',
  'All tests together have {bytes} bytes. Keep them within {most}.':
    'Tous les tests ensemble font {bytes} octets. Restez en dessous de {most}.',
  'There is another test of this name. Give each its own.': 'Un autre test porte ce nom. Donnez à chacun le sien.',
  'A test is an object: {"name": …, "kind": …}.': 'Un test est un objet : {"name": …, "kind": …}.',
  'It needs a "name".': 'Il lui faut un "name".',
  'Its name is too long. Use at most {most} characters.': 'Son nom est trop long. Utilisez au plus {most} caractères.',
  'Its name has characters that cannot be seen. Take them out.':
    'Son nom contient des caractères invisibles. Retirez-les.',
  'Its "kind" must be "io", "call" or "code".': 'Son "kind" doit être "io", "call" ou "code".',
  '"{field}" must be true or false.': '"{field}" doit être true ou false.',
  'A test of kind "{kind}" has no field {field}. Take it out.':
    'Un test de type "{kind}" n’a pas de champ {field}. Retirez-le.',
  'It has {bytes} bytes. Keep a test within {most}.': 'Il fait {bytes} octets. Un test en fait au plus {most}.',
  '"file" must be the name of a file.': '"file" doit être le nom d’un fichier.',
  '"stdin" must be a text, "" for no input.': '"stdin" doit être un texte, "" s’il n’y a pas d’entrée.',
  '"stdout" must be a text.': '"stdout" doit être un texte.',
  '"trim" must be "lines" or "none".': '"trim" doit être "lines" ou "none".',
  '"function" must be the name of a function.': '"function" doit être le nom d’une fonction.',
  '"args" must be a list, [] for no arguments.': '"args" doit être une liste, [] s’il n’y a pas d’arguments.',
  '"expected" is missing. Write null if nothing is returned.': '"expected" manque. Écrivez null si rien n’est renvoyé.',
  '"tolerance" must be a number that is not below 0.': '"tolerance" doit être un nombre qui n’est pas inférieur à 0.',
  '"{field}" is for files that end with ".sql" only. Take it out.':
    '"{field}" est réservé aux fichiers qui se terminent par ".sql". Retirez-le.',
  '"setup" must be SQL statements as a text.': '"setup" doit être un texte d’instructions SQL.',
  'An SQL test needs "rows": {"columns": ["name", …], "values": [[…], …]}.':
    'Un test SQL a besoin de "rows" : {"columns": ["name", …], "values": [[…], …]}.',
  'Row {row} of "rows" must have {count} values, each a text, a number or null.':
    'La ligne {row} de "rows" doit avoir {count} valeurs, chacune un texte, un nombre ou null.',
  '"{field}" is nested more than {depth} deep. Use flatter values.':
    '"{field}" est imbriqué sur plus de {depth} niveaux. Utilisez des valeurs plus plates.',
  '"{field}" has a number that JSON cannot hold. Have the function return a text instead.':
    '"{field}" contient un nombre que JSON ne peut pas contenir. Faites plutôt renvoyer un texte par la fonction.',
  '"{field}" has a whole number too large to be exact (above {most}). Write it as a text.':
    '"{field}" contient un entier trop grand pour être exact (au-dessus de {most}). Écrivez-le comme texte.',
  '"{field}" has a value that JSON cannot hold.': '"{field}" contient une valeur que JSON ne peut pas contenir.',
  'Test {number} ({name}): {fault}': 'Test {number} ({name}) : {fault}',
  'Test {number}: {fault}': 'Test {number} : {fault}',
  '{field}: this is not JSON. Write for example {example}.':
    '{field} : ce n’est pas du JSON. Écrivez par exemple {example}.',
  'Run waits: it begins when the tests are done.': 'L’exécution attend : elle commence quand les tests sont terminés.',
  'This belongs to a question that is not shown any more. Try again when it is shown again.':
    'Ceci appartient à une question qui n’est plus affichée. Réessayez quand elle le sera de nouveau.',
  'The code or a test has changed since these tests ran. Run them again to see whether they pass now.':
    'Le code ou un test a changé depuis leur exécution. Exécutez-les à nouveau pour voir s’ils réussissent maintenant.',
  'Not run': 'Non exécuté',
  Running: 'En cours',
  Passed: 'Réussi',
  Failed: 'Échoué',
  'Timed out': 'Temps dépassé',
  Interrupted: 'Interrompu',
  '{passed} of {all} passed': '{passed} réussis sur {all}',
  '{left} not run': '{left:non exécuté|non exécutés}',
  'All {all} passed': 'Les {all} réussis',
  '{count:hidden test|hidden tests}': '{count:test caché|tests cachés}',
  '{count} ms': '{count} ms',
  '{seconds} s': '{seconds} s',
  '{minutes} min {seconds} s': '{minutes} min {seconds} s',
  'There is no such room.': 'Cette salle n’existe pas.',
  'There is no such room. Check the link.': 'Cette salle n’existe pas. Vérifiez le lien.',
  'There is no such room. Rooms on this server need a link or a token.':
    'Cette salle n’existe pas. Les salles de ce serveur demandent un lien ou un jeton.',
  'Rooms on this server need a link or a token.': 'Les salles de ce serveur demandent un lien ou un jeton.',
  'This room opens only with its link.': 'Cette salle ne s’ouvre qu’avec son lien.',
  'This link is not valid any more. Ask for a new one.': 'Ce lien n’est plus valable. Demandez-en un nouveau.',
  'Your access to this room has been taken back. Ask for a new link.':
    'Votre accès à cette salle a été retiré. Demandez un nouveau lien.',
  'Your access has run out. Reload the page or open the link again.':
    'Votre accès a expiré. Rechargez la page ou ouvrez à nouveau le lien.',
  'This room is locked, so nobody new can join. Ask the interviewer to unlock it, then reload the page.':
    'Cette salle est verrouillée, personne de nouveau ne peut entrer. Demandez au recruteur de la déverrouiller, puis rechargez la page.',
  'This room has ended, so nobody new can join.': 'Cette salle est terminée, personne de nouveau ne peut entrer.',
  'This room has been deleted.': 'Cette salle a été supprimée.',
  'This room has expired.': 'Cette salle a expiré.',
  'This room is full. Ask somebody to leave, then reload the page.':
    'Cette salle est pleine. Demandez à quelqu’un de partir, puis rechargez la page.',
  'Too many people are in the waiting room. Try again in a few minutes.':
    'Trop de personnes sont dans la salle d’attente. Réessayez dans quelques minutes.',
  'You have this room open in too many tabs. Close one of them, then reload the page.':
    'Vous avez cette salle ouverte dans trop d’onglets. Fermez-en un, puis rechargez la page.',
  'You are in the waiting room. Wait until an interviewer lets you in.':
    'Vous êtes dans la salle d’attente. Attendez qu’un recruteur vous laisse entrer.',
  'The interviewer has not let you in. Ask them, then reload the page.':
    'Le recruteur ne vous a pas laissé entrer. Demandez-lui, puis rechargez la page.',
  'An interviewer has asked you to leave this room.': 'Un recruteur vous a demandé de quitter cette salle.',
  'AI is off in this room: whoever made the room decided that. Work without it.':
    'L’IA est désactivée dans cette salle : c’est le choix de qui l’a créée. Travaillez sans elle.',
  'The token is not valid for this room. Open the link again.':
    'Le jeton n’est pas valable pour cette salle. Ouvrez à nouveau le lien.',
  'This token is for another room.': 'Ce jeton est pour une autre salle.',
  'The token has expired. Ask for a new one.': 'Le jeton a expiré. Demandez-en un nouveau.',
  'The new token is for somebody else.': 'Le nouveau jeton est pour quelqu’un d’autre.',
  'The new token could not be checked.': 'Le nouveau jeton n’a pas pu être vérifié.',
  'Tokens of this team are no longer accepted here.': 'Les jetons de cette équipe ne sont plus acceptés ici.',
  'You have opened this room too often in a short time. This page tries again by itself.':
    'Vous avez ouvert cette salle trop souvent en peu de temps. Cette page réessaie d’elle-même.',
  'Too many people come in at the same moment. This page tries again by itself.':
    'Trop de personnes arrivent au même moment. Cette page réessaie d’elle-même.',
  'This room has too many connections at the moment. This page tries again by itself.':
    'Cette salle a trop de connexions en ce moment. Cette page réessaie d’elle-même.',
  'Too many connections come from your network at once. This page tries again by itself.':
    'Trop de connexions viennent de votre réseau à la fois. Cette page réessaie d’elle-même.',
  'Too many new rooms from your address. Wait a minute.':
    'Trop de nouvelles salles depuis votre adresse. Attendez une minute.',
  'Too many new rooms at the same moment. This page tries again by itself.':
    'Trop de nouvelles salles au même moment. Cette page réessaie d’elle-même.',
  'Too many rooms are made at the same moment. Try again in a few seconds.':
    'Trop de salles sont créées au même moment. Réessayez dans quelques secondes.',
  'Too many messages at once.': 'Trop de messages à la fois.',
  'Too many edits at once: send the next when the last has been taken.':
    'Trop de modifications à la fois : envoyez la suivante quand la dernière est prise.',
  'You have started many runs in a short time. Run again in {seconds:second|seconds}.':
    'Vous avez lancé beaucoup d’exécutions en peu de temps. Exécutez à nouveau dans {seconds:seconde|secondes}.',
  'You have asked for the code very often. Wait a few seconds and try again.':
    'Vous avez demandé le code très souvent. Attendez quelques secondes et réessayez.',
  'You have asked for this very often. Wait a minute and try again.':
    'Vous avez demandé ceci très souvent. Attendez une minute et réessayez.',
  'Too many people ask for this at the same moment. Wait a minute and try again.':
    'Trop de personnes demandent ceci au même moment. Attendez une minute et réessayez.',
  'This role has as many links as it may have. Reset them: that makes a new one in their place.':
    'Ce rôle a autant de liens qu’il peut en avoir. Réinitialisez-les : un nouveau les remplace.',
  'Only an interviewer can change this text.': 'Seul un recruteur peut changer ce texte.',
  'As {role} you may not do this. Ask an interviewer.':
    'En tant que {role}, vous ne pouvez pas faire ceci. Demandez à un recruteur.',
  'As {role} you can watch, but not change or run anything here.':
    'En tant que {role}, vous pouvez regarder, mais rien changer ni exécuter ici.',
  'The task is changed as a draft, which everybody sees when it is done. Reload the page to do so.':
    'L’énoncé se modifie comme brouillon, que tous voient quand il est prêt. Rechargez la page pour le faire.',
  'Only an interviewer can change the tests of this room.': 'Seul un recruteur peut changer les tests de cette salle.',
  'Results of tests are written by whoever ran them. Reload the page, then run the tests.':
    'Les résultats sont écrits par qui a exécuté les tests. Rechargez la page, puis exécutez les tests.',
  'The room writes this text itself. Reload the page.': 'La salle écrit elle-même ce texte. Rechargez la page.',
  'This room has ended: it can be read, but not changed any more.':
    'Cette salle est terminée : on peut la lire, mais plus la modifier.',
  'The room has ended. Reopen it first.': 'La salle est terminée. Rouvrez-la d’abord.',
  'Only a candidate can do this.': 'Seul un candidat peut faire ceci.',
  'That person has left.': 'Cette personne est partie.',
  'Interviewers cannot be removed. Make a new interviewer link instead: the old one stops working.':
    'Les recruteurs ne peuvent pas être retirés. Créez plutôt un nouveau lien de recruteur : l’ancien cesse de fonctionner.',
  'Only candidates and observers can change roles. To make somebody an interviewer, send them the interviewer link.':
    'Seuls les candidats et les observateurs peuvent changer de rôle. Pour faire de quelqu’un un recruteur, envoyez-lui le lien de recruteur.',
  'This room has no links: your own server makes its tokens.':
    'Cette salle n’a pas de liens : votre propre serveur crée ses jetons.',
  'There is a room of this id already.': 'Il y a déjà une salle avec cet identifiant.',
  'There is no such file in this room.': 'Ce fichier n’existe pas dans cette salle.',
  'This file was removed before your last edits of it had reached the room.':
    'Ce fichier a été supprimé avant que vos dernières modifications n’atteignent la salle.',
  'This file is read-only: only an interviewer can change it.':
    'Ce fichier est en lecture seule : seul un recruteur peut le modifier.',
  'A file and a folder cannot both be called "{name}". Choose another name.':
    'Un fichier et un dossier ne peuvent pas s’appeler tous deux « {name} ». Choisissez un autre nom.',
  'There is a file called "{name}" in this room already. Choose another name.':
    'Il y a déjà un fichier « {name} » dans cette salle. Choisissez un autre nom.',
  'A room has at most {files} files. Remove one first.':
    'Une salle a au plus {files} fichiers. Supprimez-en un d’abord.',
  'This room has had {files} files. Rename one that is not needed any more.':
    'Cette salle a eu {files} fichiers. Renommez-en un dont on n’a plus besoin.',
  'The file could not be stored. Try again in a minute.':
    'Le fichier n’a pas pu être enregistré. Réessayez dans une minute.',
  'You have brought back much text in a short time. Try again in a few minutes.':
    'Vous avez récupéré beaucoup de texte en peu de temps. Réessayez dans quelques minutes.',
  'A room has at least one file that everybody can read. Add another one first.':
    'Une salle a au moins un fichier que tous peuvent lire. Ajoutez-en d’abord un autre.',
  'Everybody runs this file, so everybody has to see it. Show it first.':
    'Tout le monde exécute ce fichier, donc tous doivent le voir. Montrez-le d’abord.',
  'Everybody runs this file. Choose another one to run, then hide it.':
    'Tout le monde exécute ce fichier. Choisissez-en un autre à exécuter, puis cachez-le.',
  'A message holds at most {kib} KiB. Send it in parts.':
    'Un message contient au plus {kib} KiB. Envoyez-le en plusieurs parties.',
  'One edit changes at most {places} places. Send it in parts.':
    'Une modification change au plus {places} endroits. Envoyez-la en plusieurs parties.',
  'This holds at most {kib} KiB. Remove something first.':
    'Ceci contient au plus {kib} KiB. Retirez d’abord quelque chose.',
  'The starter code is larger than a file may be.': 'Le code de départ est plus grand qu’un fichier ne peut l’être.',
  'The code is larger than a file may be.': 'Le code est plus grand qu’un fichier ne peut l’être.',
  'This edit would cut a character in two.': 'Cette modification couperait un caractère en deux.',
  'This edit was made on a version that the room no longer has. The room sends the current text.':
    'Cette modification repose sur une version que la salle n’a plus. La salle envoie le texte actuel.',
  'This edit is too far behind. Catch up first, then send it again.':
    'Cette modification est trop en retard. Rattrapez d’abord, puis envoyez-la à nouveau.',
  'You have written a lot in the last hour, so your edits are saved more slowly. Nothing is lost.':
    'Vous avez beaucoup écrit dans la dernière heure ; vos modifications sont enregistrées plus lentement. Rien n’est perdu.',
  'A language id is a short word such as python.': 'L’identifiant d’un langage est un mot court comme python.',
  'Choose another file name: with at least one visible character.':
    'Choisissez un autre nom de fichier : avec au moins un caractère visible.',
  'Choose another name: one with a visible character, and without a word such as Interviewer, You or Room.':
    'Choisissez un autre nom : avec un caractère visible, et sans mot comme Recruteur, Vous ou Salle.',
  'There is no such file or language to run.': 'Ce fichier ou ce langage à exécuter n’existe pas.',
  'The room does not have the text that is to be run. Run it again.':
    'La salle n’a pas le texte à exécuter. Exécutez-le à nouveau.',
  'A program is already running. Stop it first, or wait until it ends.':
    'Un programme s’exécute déjà. Arrêtez-le d’abord, ou attendez qu’il se termine.',
  'The room cannot read this. Reload the page and try again.':
    'La salle ne peut pas lire ceci. Rechargez la page et réessayez.',
  'This is too long: at most {characters} characters. Send it in parts.':
    'C’est trop long : au plus {characters} caractères. Envoyez-le en plusieurs parties.',
  'Write something first.': 'Écrivez d’abord quelque chose.',
  'You have sent very much in a short time. Wait a few seconds and send it again.':
    'Vous avez envoyé beaucoup en peu de temps. Attendez quelques secondes et envoyez à nouveau.',
  'This room has asked the AI {questions} questions, which is as many as a room may. Go on without it.':
    'Cette salle a posé {questions} questions à l’IA, le maximum pour une salle. Continuez sans elle.',
  'No question of yours with this number is being answered.':
    'Aucune de vos questions de ce numéro n’est en cours de réponse.',
  'The answer broke off. Ask again.': 'La réponse s’est interrompue. Demandez à nouveau.',
  'Everybody reads what is proposed. Propose changes only of files that everybody sees.':
    'Tout le monde lit ce qui est proposé. Ne proposez des changements que de fichiers que tous voient.',
  'A proposal changes at most {places} places and {characters} characters. Propose less at once.':
    'Une proposition change au plus {places} endroits et {characters} caractères. Proposez-en moins à la fois.',
  'This proposal changes nothing.': 'Cette proposition ne change rien.',
  'Nobody has decided on {proposals} proposals yet. Wait until some are accepted or declined.':
    'Personne n’a encore décidé de {proposals} propositions. Attendez que certaines soient acceptées ou refusées.',
  'There is no such proposal in this room.': 'Cette proposition n’existe pas dans cette salle.',
  'This proposal has been accepted by {name} already.': '{name} a déjà accepté cette proposition.',
  'This proposal has been declined by {name} already.': '{name} a déjà refusé cette proposition.',
  'The code at this place has changed since, so the proposal does not fit any more. Copy its text and put it in by hand.':
    'Le code à cet endroit a changé depuis, la proposition ne convient plus. Copiez son texte et placez-le à la main.',
  'A timer has at most {phases} phases, each with a name and its minutes.':
    'Un minuteur a au plus {phases} phases, chacune avec un nom et ses minutes.',
  'Give minutes as a number of at most 600.': 'Donnez les minutes comme un nombre de 600 au plus.',
  'At most {people} people can have time of their own. Take it away from somebody first.':
    'Au plus {people} personnes peuvent avoir leur propre temps. Retirez-le d’abord à quelqu’un.',
  'This scorecard is too long. Make its texts shorter.':
    'Cette grille d’évaluation est trop longue. Raccourcissez ses textes.',
  'The room keeps {scorecards} scorecards that are not handed in, and no more. Hand yours in to keep it.':
    'La salle garde au plus {scorecards} grilles non rendues. Rendez la vôtre pour la garder.',
  'Score a criterion first: a level from 1 to 4, and what it rests on.':
    'Notez d’abord un critère : un niveau de 1 à 4, et sur quoi il repose.',
  'Write what the level of “{criterion}” rests on, or choose a moment.':
    'Écrivez sur quoi repose le niveau de « {criterion} », ou choisissez un moment.',
  'Private time of {name} is on already. Wait until that is over.':
    'Un temps privé de {name} est déjà en cours. Attendez sa fin.',
  'Private time has 1 to {minutes} minutes.': 'Le temps privé dure de 1 à {minutes} minutes.',
  'Only whoever is in private time can end that, or hand over what was written.':
    'Seule la personne qui réfléchit en privé peut y mettre fin ou remettre ce qui a été écrit.',
  'There is no such private time in this room.': 'Ce temps privé n’existe pas dans cette salle.',
  'What was noted of this private time is too long.': 'Ce qui a été noté de ce temps privé est trop long.',
  'This room keeps no activity log.': 'Cette salle ne tient pas de journal d’activité.',
  'There is no such line of yours in the activity log.': 'Vous n’avez pas cette ligne dans le journal d’activité.',
  'There is no such question in this room.': 'Cette question n’existe pas dans cette salle.',
  'Another question is being asked at this moment. Look at it, then try again.':
    'Une autre question est posée en ce moment. Regardez-la, puis réessayez.',
  'Another interviewer has just asked “{title}”. Look at it, then ask again.':
    'Un autre recruteur vient de poser « {title} ». Regardez-la, puis posez à nouveau.',
  'This room has “{title}” already. Show it, or return to it.':
    'Cette salle a déjà « {title} ». Montrez-la, ou revenez-y.',
  'A room has at most {questions:question|questions}. Make another room for more.':
    'Une salle a au plus {questions:question|questions}. Créez une autre salle pour davantage.',
  'The questions of this room are too long together. Make another room for more.':
    'Les questions de cette salle sont trop longues ensemble. Créez une autre salle pour davantage.',
  'The question is too large for a room. Make its files and tests smaller.':
    'La question est trop grande pour une salle. Réduisez ses fichiers et ses tests.',
  'The question has more files than a room may have.': 'La question a plus de fichiers qu’une salle ne peut en avoir.',
  'Everybody has seen “{title}”: it stays in this room.':
    'Tout le monde a vu « {title} » : elle reste dans cette salle.',
  'The question “{title}” can be asked in {languages}. Choose one of these.':
    'La question « {title} » peut être posée en {languages}. Choisissez-en un.',
  'Return to “{title}” first.': 'Revenez d’abord à « {title} ».',
  'Another interviewer has just given a hint. Look at it, then give the next.':
    'Un autre recruteur vient de donner un indice. Regardez-le, puis donnez le suivant.',
  'The next part has just been shown. Look at it, then show another.':
    'La partie suivante vient d’être montrée. Regardez-la, puis montrez-en une autre.',
  'All hints have been given.': 'Tous les indices ont été donnés.',
  'All parts have been shown.': 'Toutes les parties ont été montrées.',
  'The next part brings a file called “{name}”, and there is one here. Rename that first.':
    'La partie suivante apporte un fichier « {name} », et il y en a un ici. Renommez-le d’abord.',
  'The task is too long for more. Make it shorter first.':
    'L’énoncé est trop long pour davantage. Raccourcissez-le d’abord.',
  'The tests are too long for more. Remove some first.':
    'Les tests sont trop longs pour en ajouter. Supprimez-en d’abord quelques-uns.',
  'This page is out of date. Reload it.': 'Cette page n’est plus à jour. Rechargez-la.',
  'A message was larger than a room accepts.': 'Un message était plus grand que ce qu’une salle accepte.',
  'This room was opened again with the same session.': 'Cette salle a été rouverte avec la même session.',
  'The room could not be loaded. Trying again…': 'La salle n’a pas pu être chargée. Nouvel essai…',
  'This page was silent for too long. Reconnecting…': 'Cette page est restée muette trop longtemps. Reconnexion…',
  'This page was too far behind what the room says. Reconnecting…':
    'Cette page était trop en retard sur la salle. Reconnexion…',
  'A file needs a name. Give it one such as "main.py".':
    'Un fichier a besoin d’un nom. Donnez-lui-en un comme « main.py ».',
  'The file name {name} is too long. Use at most 255 bytes.':
    'Le nom de fichier {name} est trop long. Utilisez au plus 255 octets.',
  'The file name {name} has characters that cannot be seen. Take them out.':
    'Le nom de fichier {name} a des caractères invisibles. Retirez-les.',
  'The file name {name} must be relative, with "/" between folders, such as "data/cities.csv".':
    'Le nom de fichier {name} doit être relatif, avec « / » entre les dossiers, comme « data/cities.csv ».',
  'The file name {name} must not have empty folders, "." or "..". Name each folder.':
    'Le nom de fichier {name} ne doit pas avoir de dossiers vides, « . » ou « .. ». Nommez chaque dossier.',
  'The file name {name} has a space at its edge. Take it out.':
    'Le nom de fichier {name} a une espace au bord. Retirez-la.',
  'This room has ended. You can still read everything, but not change it.':
    'Cette salle est terminée. Vous pouvez encore tout lire, mais rien changer.',
  'The room does not let you in.': 'La salle ne vous laisse pas entrer.',
  'A part of this page could not be loaded. Reload the page.':
    'Une partie de cette page n’a pas pu être chargée. Rechargez la page.',
  'Only a part of your last edit had reached the room, so the room has taken it back. Your text is kept here as a copy.':
    'Seule une partie de votre dernière modification avait atteint la salle, qui l’a donc annulée. Votre texte est gardé ici en copie.',
  'Your last edits could not be added to the room, because it has changed too much. Your text is kept here as a copy.':
    'Vos dernières modifications n’ont pas pu être ajoutées à la salle, qui a trop changé. Votre texte est gardé ici en copie.',
  'The room is not connected. Try again when it is.': 'La salle n’est pas connectée. Réessayez quand elle l’est.',
  'The connection was lost. Try again when it is back.': 'La connexion a été perdue. Réessayez quand elle est revenue.',
  'Another run was started.': 'Une autre exécution a été lancée.',
  'The name of a room has 1 to 64 letters, digits, - or _. Change the name of this one.':
    'Le nom d’une salle a de 1 à 64 lettres, chiffres, - ou _. Changez le nom de celle-ci.',
  'This can be done when the room is connected. Try again when it is.':
    'Ceci est possible quand la salle est connectée. Réessayez alors.',
  'The connection was lost. Look whether it was done, and try again.':
    'La connexion a été perdue. Regardez si c’est fait, et réessayez.',
  'The file was not added: one may have {kib} KiB at most.':
    'Le fichier n’a pas été ajouté : il peut avoir {kib} KiB au plus.',
  'The file has been removed again.': 'Le fichier a été à nouveau supprimé.',
  'There is no file called “{name}” here.': 'Il n’y a pas de fichier « {name} » ici.',
  'The file has been removed.': 'Le fichier a été supprimé.',
  'The file was not renamed: you may not edit it.': 'Le fichier n’a pas été renommé : vous ne pouvez pas le modifier.',
  'Nobody else can come into this room: it is yours alone. Do this in a room that you share.':
    'Personne d’autre ne peut entrer dans cette salle : elle n’est qu’à vous. Faites-le dans une salle partagée.',
  'In this room there is no activity log.': 'Dans cette salle, il n’y a pas de journal d’activité.',
  'This room keeps a short activity log. It notes when a candidate pastes 40 characters or more from outside the room, or 200 or more come at once in another way: how many, in which file. The candidate sees each line at once, in the same words as the interviewers, and can say something to it. What was pasted is not in it, and nothing is scored.':
    'Cette salle tient un court journal d’activité. Il note quand une personne candidate colle 40 caractères ou plus depuis l’extérieur de la salle, ou quand 200 ou plus arrivent d’un coup autrement : combien, et dans quel fichier. Elle voit chaque ligne aussitôt, dans les mêmes mots que les recruteurs, et peut en dire quelque chose. Ce qui a été collé n’y figure pas, et rien n’est noté par des points.',
  'This room keeps an activity log. It notes when a candidate pastes 40 characters or more from outside the room, or 200 or more come at once in another way: how many, in which file and line, and when the page is out of sight for 30 seconds or more. The candidate sees each line at once, in the same words as the interviewers, and can say something to it. What was pasted is not in it, and nothing is scored.':
    'Cette salle tient un journal d’activité. Il note quand une personne candidate colle 40 caractères ou plus depuis l’extérieur de la salle, ou quand 200 ou plus arrivent d’un coup autrement : combien, dans quel fichier et à quelle ligne, et quand la page est hors de vue pendant 30 secondes ou plus. Elle voit chaque ligne aussitôt, dans les mêmes mots que les recruteurs, et peut en dire quelque chose. Ce qui a été collé n’y figure pas, et rien n’est noté par des points.',
  'Away from this page for {seconds:second|seconds}': 'Hors de cette page pendant {seconds:seconde|secondes}',
  'Away from this page for {minutes:minute|minutes}': 'Hors de cette page pendant {minutes:minute|minutes}',
  'Away from this page {count} times within a minute, {seconds:second|seconds} in all':
    'Hors de cette page {count} fois en une minute, {seconds:seconde|secondes} en tout',
  'Away from this page {count} times within a minute, {minutes:minute|minutes} in all':
    'Hors de cette page {count} fois en une minute, {minutes:minute|minutes} en tout',
  '{amount} came at once into {place}': '{amount} d’un coup dans {place}',
  'Much text came at once {count} times within a minute, {amount} in all, into {place}':
    'Beaucoup de texte d’un coup {count} fois en une minute, {amount} en tout, dans {place}',
  'Pasted {amount} from outside this room into {place}':
    '{amount} collés depuis l’extérieur de cette salle dans {place}',
  'Pasted from outside this room {count} times within a minute, {amount} in all, into {place}':
    'Collé depuis l’extérieur de cette salle {count} fois en une minute, {amount} en tout, dans {place}',
  '{characters} characters': '{characters} caractères',
  '{characters} characters ({lines} lines)': '{characters} caractères ({lines} lignes)',
  '{file}, last in line {line}': '{file}, en dernier à la ligne {line}',
  'Write {language} here.': 'Écrivez en {language} ici.',
  'Nothing has run yet. Press Run.': 'Rien n’a encore été exécuté. Appuyez sur Exécuter.',
  'Write some code first.': 'Écrivez d’abord un peu de code.',
  'Nothing was selected: give the numbers of its first and last character.':
    'Rien n’a été sélectionné : donnez les numéros du premier et du dernier caractère.',
  'Nothing leaves this page in your private time. Do this again when it is over.':
    'Rien ne quitte cette page pendant votre temps privé. Refaites-le quand il est écoulé.',
  '{amount} came at once': '{amount} d’un coup',
  'Much text came at once {count} times within a minute, {amount} in all':
    'Beaucoup de texte d’un coup {count} fois en une minute, {amount} en tout',
  'Pasted {amount} from outside this room': '{amount} collés depuis l’extérieur de cette salle',
  'Pasted from outside this room {count} times within a minute, {amount} in all':
    'Collé depuis l’extérieur de cette salle {count} fois en une minute, {amount} en tout',
  'press to go there, and again to follow': 'appuyez pour y aller, et encore une fois pour suivre',
  'This page has loaded code-room in two versions, {one} and {other}, and uses the one that came first. Load only one.':
    'Cette page a chargé code-room en deux versions, {one} et {other}, et utilise la première arrivée. N’en chargez qu’une.',
  'Error in line {line}': 'Erreur à la ligne {line}',
  '{part}, {room}': '{part}, {room}',
  'Room {number}': 'Salle {number}',
  Replay: 'Enregistrement',
  'Replay {number}': 'Enregistrement {number}',
};
