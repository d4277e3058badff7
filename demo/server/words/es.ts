// Words of the host’s pages in Spanish.
export default {
  'That was not done. Try again.': 'No se ha hecho. Inténtalo de nuevo.',
  'The interviewer panel is for interviewers only.': 'El panel del entrevistador es solo para entrevistadores.',
  'The form did not arrive whole. Send it again.': 'El formulario no llegó completo. Envíalo de nuevo.',
  'The task or the starter code is too long. Make it shorter.':
    'La tarea o el código inicial es demasiado largo. Acórtalo.',
  Copy: 'Copiar',
  'Press Ctrl C': 'Pulsa Ctrl C',
  'Interviewer panel': 'Panel del entrevistador',
  'Not known in this browser.': 'No se conoce en este navegador.',
  'That did not work. Try again.': 'No ha funcionado. Inténtalo de nuevo.',
  'The replay could not be downloaded. Reload the page.': 'No se pudo descargar la grabación. Recarga la página.',
  'Open the interviewer link first, then choose “Watch the replay” in the interviewer panel.':
    'Abre primero el enlace de entrevistador y elige después «Ver la grabación» en el panel del entrevistador.',
  'Replays are for interviewers. As a candidate you can download your code and activity log in the room, under “What is kept”.':
    'Las grabaciones son para los entrevistadores. Como candidato puedes descargar tu código y tu registro de actividad en la sala, en «Qué se guarda».',
  'Replay: {title}': 'Grabación: {title}',
  'Copied. It opens for interviewers of this room.': 'Copiado. Se abre para los entrevistadores de esta sala.',
  'The address of this page now leads here.': 'La dirección de esta página lleva ahora aquí.',
  '{title}, continued': '{title}, continuación',
  Interview: 'Entrevista',
  'The room was not made. Check the connection and try again.':
    'La sala no se creó. Comprueba la conexión e inténtalo de nuevo.',
  'The report could not be loaded. Reload the page.': 'No se pudo cargar el informe. Recarga la página.',
  'Open the interviewer link first, then choose “Read the report” in the interviewer panel.':
    'Abre primero el enlace de entrevistador y elige después «Leer el informe» en el panel del entrevistador.',
  'The server does not answer. Check the connection and reload the page.':
    'El servidor no responde. Comprueba la conexión y recarga la página.',
  Ready: 'Listo',
  'Not ideal': 'Mejorable',
  'Not ready': 'No está listo',
  'Everything works here.': 'Aquí funciona todo.',
  'One thing wants a look.': 'Hay una cosa que conviene revisar.',
  '{count:thing wants|things want} a look.': 'Hay {count:cosa|cosas} que conviene revisar.',
  'It is {count:minute|minutes} ahead.': 'Va {count:minuto|minutos} adelantado.',
  'It is {count:minute|minutes} behind.': 'Va {count:minuto|minutos} atrasado.',
  '“{title}” is ready': '«{title}» está lista',
  'Forget this room in this browser? You need a link to open it again.':
    '¿Olvidar esta sala en este navegador? Necesitas un enlace para volver a abrirla.',
  Room: 'Sala',
  'It is deleted on {day} unless it is used again, or earlier by an interviewer.':
    'Se elimina el {day} si no vuelve a usarse, o antes si lo hace un entrevistador.',
  'room {room}…, {time}, request {request}': 'sala {room}…, {time}, petición {request}',
  'room {room}…, {time}': 'sala {room}…, {time}',
  'This computer is ready.': 'Este ordenador está listo.',
  'Only you see this. Change it, press Run, try what you like.':
    'Solo tú ves esto. Cámbialo, pulsa Ejecutar y prueba lo que quieras.',
  '[image]': '[imagen]',
  '[file]': '[archivo]',
  passed: 'superada',
  error: 'error',
  'timed-out': 'tiempo agotado',
  skipped: 'omitida',
  'not run': 'sin ejecutar',
  'question {number} {title}': 'pregunta {number} {title}',
  'expected: {value}': 'esperado: {value}',
  'got: {value}': 'obtenido: {value}',
  '{state}: {name}': '{state}: {name}',
  TESTS: 'PRUEBAS',
  'There were none.': 'No había ninguna.',
  'MY RUNS': 'MIS EJECUCIONES',
  'I ran nothing.': 'No ejecuté nada.',
  'Run {run}, {language}, {time}: {state} after {duration}':
    'Ejecución {run}, {language}, {time}: {state} tras {duration}',
  '{edits:edit|edits}: {written:character|characters} written':
    '{edits:cambio|cambios}: {written:carácter escrito|caracteres escritos}',
  '{count} deleted': '{count} borrados',
  'at most {count} at once': '{count} como máximo de una vez',
  'I said: {text}': 'Dije: {text}',
  'WHAT THE ACTIVITY LOG NOTED, as interviewers read it':
    'LO QUE ANOTÓ EL REGISTRO DE ACTIVIDAD, tal como lo leen los entrevistadores',
  'Nothing.': 'Nada.',
  'WHAT I WROTE': 'LO QUE ESCRIBÍ',
  'From {time}, by the clock of this computer.': 'Desde {time}, según el reloj de este ordenador.',
  'I wrote nothing.': 'No escribí nada.',
  '{name} is waiting': '{name} está esperando',
  '{count:person is|people are} waiting': '{count:persona está|personas están} esperando',
  'It is “{title}”.': 'Es «{title}».',
  '{names} interview.': '{names} hacen la entrevista.',
  '{names} interviews.': '{names} hace la entrevista.',
  'Loading…': 'Cargando…',
  'You are the interviewer.': 'Haces la entrevista.',
  'You are the candidate.': 'Te presentas a la entrevista.',
  'You are observing.': 'Observas.',
  'You are the assistant.': 'Haces de asistente.',
  'Show all {count}': 'Mostrar las {count}',
  Open: 'Abierta',
  'Not opened yet': 'Sin abrir todavía',
  'Copy candidate link': 'Copiar el enlace de candidato',
  Forget: 'Olvidar',
  'Forget “{title}” in this browser? The room itself stays, but you need a link to open it again.':
    '¿Olvidar «{title}» en este navegador? La sala se conserva, pero necesitas un enlace para volver a abrirla.',
  'This browser has forgotten “{title}”.': 'Este navegador ha olvidado «{title}».',
  'Room without a title': 'Sala sin título',
  '{action}: {name}': '{action}: {name}',
  'Made {time}.': 'Creada: {time}.',
  'Last opened {time}.': 'Abierta por última vez: {time}.',
  'Its link is not kept here: open it by the link you have.':
    'Su enlace no se guarda aquí: ábrela con el enlace que tienes.',
  'Ask a question': 'Hacer una pregunta',
  'None yet.': 'Todavía ninguna.',
  Now: 'Ahora',
  Waits: 'Espera',
  Asked: 'Hecha',
  'Return to it': 'Volver a ella',
  'Show it': 'Mostrarla',
  'Read it': 'Leerla',
  'Take “{title}” out of this room?': '¿Sacar «{title}» de esta sala?',
  'Take it out': 'Sacarla',
  'Language of {title}': 'Lenguaje de {title}',
  'Give hint {number} of {all}': 'Dar la pista {number} de {all}',
  'Show next part: {title}': 'Mostrar la parte siguiente: {title}',
  'Next hint: {text}': 'Pista siguiente: {text}',
  'Hints ({given} of {all} given), follow-ups, rubric':
    'Pistas ({given} de {all} dadas), preguntas de seguimiento, criterios de evaluación',
  Given: 'Dada',
  'Follow-ups': 'Preguntas de seguimiento',
  'No question is like that.': 'No hay ninguna pregunta así.',
  'In this room': 'En esta sala',
  'Ask now': 'Hacerla ahora',
  'Keep it for later': 'Guardarla para después',
  'Back to the list': 'Volver a la lista',
  'This question is in the room: see above.': 'Esta pregunta está en la sala: mira arriba.',
  'Make candidate': 'Hacer candidato',
  'Make observer': 'Hacer observador',
  'Copy the interviewer link': 'Copiar el enlace de entrevistador',
  'Make a new interviewer link? All old interviewer links stop working at once, and the other interviewers are disconnected.':
    '¿Crear un enlace de entrevistador nuevo? Todos los enlaces de entrevistador anteriores dejan de funcionar al momento y los demás entrevistadores se desconectan.',
  'Copy the candidate link': 'Copiar el enlace de candidato',
  'Make a new candidate link? All old candidate links stop working at once, and everybody who used them is disconnected.':
    '¿Crear un enlace de candidato nuevo? Todos los enlaces de candidato anteriores dejan de funcionar al momento y quienes los usaron se desconectan.',
  'Copy the observer link': 'Copiar el enlace de observador',
  'Make a new observer link? All old observer links stop working at once, and everybody who used them is disconnected.':
    '¿Crear un enlace de observador nuevo? Todos los enlaces de observador anteriores dejan de funcionar al momento y quienes los usaron se desconectan.',
  'Copy the assistant link': 'Copiar el enlace de asistente',
  'Make a new assistant link? All old assistant links stop working at once, and everybody who used them is disconnected.':
    '¿Crear un enlace de asistente nuevo? Todos los enlaces de asistente anteriores dejan de funcionar al momento y quienes los usaron se desconectan.',
  'In the room': 'En la sala',
  Links: 'Enlaces',
  'Download and replay': 'Descargas y grabación',
  'Watch the replay': 'Ver la grabación',
  'Read the report': 'Leer el informe',
  'Report for the candidate': 'Informe para el candidato',
  'What everybody in the room could read, to pass on': 'Lo que todos en la sala podían leer, para compartirlo',
  'Replay file': 'Archivo de grabación',
  'With notes, moments, hidden tests and the interviewers’ chat':
    'Con notas, momentos, pruebas ocultas y el chat de los entrevistadores',
  'Replay file with notes': 'Archivo de grabación con notas',
  'Kept until {day}, or longer if it is used.': 'Se conserva hasta el {day}, o más si se usa.',
  'Delete this room now? Code, notes and replay are deleted for everybody. This cannot be undone.':
    '¿Eliminar esta sala ahora? El código, las notas y la grabación se eliminan para todos. No se puede deshacer.',
  'Delete it now': 'Eliminarla ahora',
  'Words and brackets': 'Palabras y paréntesis',
  'All tools': 'Todas las herramientas',
  'AI: off': 'IA: desactivada',
  'AI: allowed; agents of yours come in by the assistant link':
    'IA: permitida; tus agentes entran con el enlace de asistente',
  'AI: required; agents of yours come in by the assistant link':
    'IA: obligatoria; tus agentes entran con el enlace de asistente',
  'State of the room': 'Estado de la sala',
  'Ended.': 'Terminada.',
  'Everybody can read, nobody can change anything.': 'Todos pueden leer, nadie puede cambiar nada.',
  Reopen: 'Reabrir',
  'Locked.': 'Bloqueada.',
  'Nobody new comes in.': 'No entra nadie nuevo.',
  'Open.': 'Abierta.',
  'Waiting room on. You let people in.': 'Con sala de espera. Tú dejas entrar.',
  'Whoever has a link comes in while an interviewer is here.':
    'Quien tiene un enlace entra mientras haya aquí un entrevistador.',
  'Whoever has a link comes in.': 'Quien tiene un enlace entra.',
  Unlock: 'Desbloquear',
  Lock: 'Bloquear',
  'End interview': 'Terminar la entrevista',
  'End the interview? The code becomes read-only for everybody. You can reopen it.':
    '¿Terminar la entrevista? El código pasa a ser de solo lectura para todos. Puedes reabrirla.',
  'Play a sound when somebody is waiting': 'Reproducir un sonido cuando alguien espera',
  'Remove {name} from the room? They cannot come back as the same person.':
    '¿Sacar a {name} de la sala? No podrá volver como la misma persona.',
  'The links in use continue to work': 'Los enlaces en uso siguen funcionando',
  'Get a link': 'Obtener un enlace',
  'New link': 'Enlace nuevo',
  'code-room: code together, see the same run': 'code-room: programad juntos, ved la misma ejecución',
  'A live coding room in the browser: people edit the same code, run it safely, and all see the same run. No accounts, nothing to install.':
    'Una sala de programación en vivo en el navegador: todos editan el mismo código, lo ejecutan con seguridad y ven la misma ejecución. Sin cuentas, sin instalar nada.',
  'Code together. See the same run.': 'Programad juntos. Ved la misma ejecución.',
  'Make a room and send one link. Everyone edits the same code, sees each other’s cursors, and watches the same output when somebody presses Run. No accounts, nothing to install.':
    'Crea una sala y envía un enlace. Todos editan el mismo código, ven los cursores de los demás y ven la misma salida cuando alguien pulsa «Ejecutar». Sin cuentas, sin instalar nada.',
  'Try it now': 'Pruébala ahora',
  'This is one room, opened twice. Write on one side, run on the other.':
    'Es una sola sala, abierta dos veces. Escribe en un lado, ejecuta en el otro.',
  'Write and run. This is a real room, with only you in it.':
    'Escribe y ejecuta. Es una sala de verdad, y solo estás tú en ella.',
  'Making a room works without JavaScript. Coding in it needs JavaScript.':
    'Crear una sala funciona sin JavaScript. Programar en ella necesita JavaScript.',
  'What to expect': 'Qué esperar',
  'Nothing gets lost': 'No se pierde nada',
  '“Saved” means that the room has stored it. If a connection drops, a tab is closed or the server restarts, nothing you typed is lost.':
    '«Guardado» significa que la sala lo ha almacenado. Si se corta una conexión, se cierra una pestaña o se reinicia el servidor, no se pierde nada de lo que escribiste.',
  'Safe to run': 'Ejecución segura',
  'Programs run in your own browser, in a sandbox: no network, no access to the page, no cookies. Stop always works, even in an endless loop.':
    'Los programas se ejecutan en tu propio navegador, en un espacio aislado: sin red, sin acceso a la página, sin cookies. «Detener» funciona siempre, incluso en un bucle infinito.',
  'Yours to embed': 'Para incrustarla',
  'The room is one HTML tag. {embed}, make rooms by {http}, or just use this one.':
    'La sala es una etiqueta HTML. {embed}, crea salas por {http} o usa simplemente esta.',
  'Put it in your own page': 'Ponla en tu propia página',
  'Your rooms': 'Tus salas',
  'Only this browser has this list. On a shared computer, forget the rooms when you have finished.':
    'Solo este navegador tiene esta lista. En un ordenador compartido, olvida las salas cuando termines.',
  'Keep their links here too, so that you can open them from this list':
    'Guardar también aquí sus enlaces, para poder abrirlas desde esta lista',
  'One room, opened twice: type here, watch the other side.':
    'Una sala, abierta dos veces: escribe aquí y mira el otro lado.',
  'The live editor needs a browser of 2023 or newer.': 'El editor en vivo necesita un navegador de 2023 o posterior.',
  'Plain http': 'http sin cifrar',
  'This page came over plain http, so the browser holds back copying by button, and forgets who you are when the tab is closed. Use https, or open it on the machine it runs on.':
    'Esta página llegó por http sin cifrar, así que el navegador no permite copiar con un botón y olvida quién eres al cerrar la pestaña. Usa https o ábrela en la máquina en la que se ejecuta.',
  'Skip to the content': 'Saltar al contenido',
  Site: 'Sitio',
  'code-room is open source under the MIT licence. No accounts, no cookies, no requests to anybody else.':
    'code-room es código abierto con licencia MIT. Sin cuentas, sin cookies, sin peticiones a nadie más.',
  'Programming languages': 'Lenguajes de programación',
  Documents: 'Documentos',
  'first task': 'primera tarea',
  easy: 'fácil',
  medium: 'medio',
  hard: 'difícil',
  'very hard': 'muy difícil',
  Search: 'Buscar',
  'bank, graphs, joins…': 'bank, graphs, joins…',
  Topic: 'Tema',
  Any: 'Cualquiera',
  Level: 'Nivel',
  '{level}, {name}': '{level}, {name}',
  'Level {level} ({name}), {minutes:minute|minutes}, {languages}, {parts:part|parts}':
    'Nivel {level} ({name}), {minutes:minuto|minutos}, {languages}, {parts:parte|partes}',
  'Level {level} ({name}), {minutes:minute|minutes}, {languages}':
    'Nivel {level} ({name}), {minutes:minuto|minutos}, {languages}',
  Preview: 'Vista previa',
  'Next part: {title}': 'Parte siguiente: {title}',
  'Hints, in this order': 'Pistas, en este orden',
  'Hidden tests, hints, follow-ups, rubric and solution stand in the interviewer panel of a room.':
    'Las pruebas ocultas, las pistas, las preguntas de seguimiento, los criterios de evaluación y la solución están en el panel del entrevistador de una sala.',
  '{language}: starter code, {tests:test|tests}, {hidden} hidden, solution':
    '{language}: código inicial, {tests:prueba|pruebas}, {hidden} ocultas, solución',
  '{language}: starter code, {tests:test|tests}': '{language}: código inicial, {tests:prueba|pruebas}',
  'Files of hidden tests': 'Archivos de las pruebas ocultas',
  Solution: 'Solución',
  'Input:\n{stdin}\nOutput:\n{stdout}': 'Entrada:\n{stdin}\nSalida:\n{stdout}',
  Rubric: 'Criterios de evaluación',
  'Questions for interviews, each with starter code, tests, hints and a solution.':
    'Preguntas para entrevistas, cada una con código inicial, pruebas, pistas y una solución.',
  'Choose some when you {make}, or ask one in a room from the interviewer panel.':
    'Elige algunas cuando {make}, o haz una en una sala desde el panel del entrevistador.',
  'make a room': 'crees una sala',
  'All questions': 'Todas las preguntas',
  'a day after its last use': 'un día después del último uso',
  'a week after its last use': 'una semana después del último uso',
  '30 days after its last use': '30 días después del último uso',
  'a year after its last use': 'un año después del último uso',
  'All tools: completion, errors while typing, formatting':
    'Todas las herramientas: completado, errores al escribir, formato',
  'Words, keywords and brackets': 'Palabras, palabras clave y paréntesis',
  'How much is pasted from outside or comes at once': 'Cuánto se pega desde fuera o llega de una vez',
  'Also in which line, and leaving the page for long': 'También en qué línea, y las ausencias largas de la página',
  'Off: everybody works without it': 'Desactivada: todos trabajan sin ella',
  'Allowed, in the sight of everybody': 'Permitida, a la vista de todos',
  'Required: working with it is part of the interview': 'Obligatoria: trabajar con ella es parte de la entrevista',
  'Choose one of the listed languages, such as "python".':
    'Elige uno de los lenguajes de la lista, por ejemplo «python».',
  'Send text without broken (half) characters.': 'Envía texto sin caracteres rotos (a medias).',
  'Keep a room for at least 1 hour.': 'Conserva la sala al menos 1 hora.',
  'Only people with the key of this server can make rooms here. Enter the key; over HTTP, send it as a bearer token.':
    'Solo quien tiene la clave de este servidor puede crear salas aquí. Escribe la clave; por HTTP, envíala como token bearer.',
  'Too many rooms in a minute.': 'Demasiadas salas en un minuto.',
  'The room does not answer. Try again in a moment.': 'La sala no responde. Inténtalo de nuevo dentro de un momento.',
  'Something went wrong on our side. Try again in a moment.':
    'Algo ha fallado por nuestra parte. Inténtalo de nuevo dentro de un momento.',
  'Make a room': 'Crear una sala',
  Title: 'Título',
  'Interview with Ada': 'Entrevista con Ada',
  'Can be run': 'Se pueden ejecutar',
  'Only edited': 'Solo se editan',
  Key: 'Clave',
  'Task, starter code and more': 'Tarea, código inicial y más',
  'Start from': 'Empezar con',
  'An empty file in the language above': 'Un archivo vacío en el lenguaje de arriba',
  'Fills in the task and the code if you leave them empty.': 'Rellena la tarea y el código si los dejas vacíos.',
  'Read all templates': 'Leer todas las plantillas',
  'What should the candidate solve?': '¿Qué debe resolver el candidato?',
  'Keep the room for': 'Conservar la sala',
  'Everybody sees what it is. You can change it during the interview.':
    'Todos ven cuál es. Puedes cambiarla durante la entrevista.',
  'Candidates are told before they join, and read the same lines as you.':
    'Los candidatos lo saben antes de entrar y leen las mismas líneas que tú.',
  'Everybody is told before they join, and it stays so.': 'Todos lo saben antes de entrar, y no cambia.',
  Rehearsal: 'Ensayo',
  'Whoever comes before you tries everything in a room of their own, until you are there.':
    'Quien llega antes que tú lo prueba todo en una sala propia hasta que estés.',
  'You let candidates and observers in.': 'Tú dejas entrar a candidatos y observadores.',
  'Questions from the library': 'Preguntas de la biblioteca',
  'They wait in the room until an interviewer asks them: nobody else sees them before.':
    'Esperan en la sala hasta que un entrevistador las hace: antes no las ve nadie más.',
  'Read all questions': 'Leer todas las preguntas',
  'Choose “Preview” to read a question here.': 'Elige «Vista previa» para leer aquí una pregunta.',
  'Starter code of {title}': 'Código inicial de {title}',
  'For you and others who interview with you. Can do everything, also delete the room.':
    'Para ti y quienes entrevistan contigo. Puede hacerlo todo, también eliminar la sala.',
  'Send this link to the candidate. Can edit and run.': 'Envía este enlace al candidato. Puede editar y ejecutar.',
  'Sees everything live. Cannot change anything.': 'Lo ve todo en vivo. No puede cambiar nada.',
  'For an AI agent of yours. Reads, chats and proposes changes; cannot edit or run.':
    'Para un agente de IA tuyo. Lee, chatea y propone cambios; no puede editar ni ejecutar.',
  'Your room is ready': 'Tu sala está lista',
  'Enter the room': 'Entrar en la sala',
  'One question waits in the interviewer panel: ask it there when it is time.':
    'Una pregunta espera en el panel del entrevistador: hazla allí cuando sea el momento.',
  '{count:question waits|questions wait} in the interviewer panel: ask each there when it is time.':
    '{count:pregunta espera|preguntas esperan} en el panel del entrevistador: haz cada una allí cuando sea el momento.',
  'Everybody who has a link can join with it, in the role of the link.':
    'Quien tiene un enlace puede entrar con él, con el papel del enlace.',
  'This browser remembers the links until you choose “Forget”: find them here, under “Your rooms” and in the room’s interviewer panel.':
    'Este navegador recuerda los enlaces hasta que elijas «Olvidar»: los encuentras aquí, en «Tus salas» y en el panel del entrevistador de la sala.',
  'Save the links now: this browser cannot remember them.':
    'Guarda los enlaces ahora: este navegador no puede recordarlos.',
  'The server has no copy of them.': 'El servidor no tiene copia de ellos.',
  'Make another room': 'Crear otra sala',
  'There is no page here': 'Aquí no hay ninguna página',
  'The address may be incomplete or wrong. Check it, or start from the front page.':
    'La dirección puede estar incompleta o mal escrita. Compruébala o empieza en la portada.',
  'This room does not exist, or not any more': 'Esta sala no existe, o ya no existe',
  'Rooms are deleted by an interviewer, or some time after their last use. If you expected a room here, ask the person who sent the link.':
    'Las salas las elimina un entrevistador, o se eliminan un tiempo después del último uso. Si esperabas una sala aquí, pregunta a quien te envió el enlace.',
  'The room is deleted': 'La sala está eliminada',
  'An interviewer deleted it. Its code, notes and replay are gone, and its links no longer work.':
    'La eliminó un entrevistador. Su código, sus notas y su grabación ya no existen, y sus enlaces no funcionan.',
  'The room has expired': 'La sala ha caducado',
  'Nobody used it for as long as it was kept, so it was deleted. Its links no longer work.':
    'Nadie la usó durante el tiempo de conservación, así que se eliminó. Sus enlaces ya no funcionan.',
  'The room does not answer': 'La sala no responde',
  'Nothing is lost. Wait a moment and reload this page.':
    'No se ha perdido nada. Espera un momento y recarga esta página.',
  'Something went wrong on our side': 'Algo ha fallado por nuestra parte',
  'It is not your fault. Wait a moment and try again.': 'No es culpa tuya. Espera un momento e inténtalo de nuevo.',
  'Front page': 'Portada',
  'The replay needs JavaScript': 'La grabación necesita JavaScript',
  'Allow it for this page and load it again.': 'Permítelo en esta página y vuelve a cargarla.',
  'code-room, front page': 'code-room, portada',
  'Open the room': 'Abrir la sala',
  'This replay': 'Esta grabación',
  'Copy link to this moment': 'Copiar enlace a este momento',
  'Continue from here as a new room': 'Continuar desde aquí en una sala nueva',
  'A page that plays replay files from your disk, without a server':
    'Una página que reproduce archivos de grabación de tu disco, sin servidor',
  'Player for your disk': 'Reproductor para tu disco',
  'Downloading the replay…': 'Descargando la grabación…',
  'This replay cannot be shown': 'Esta grabación no se puede mostrar',
  'The report needs JavaScript': 'El informe necesita JavaScript',
  Report: 'Informe',
  'For interviewers': 'Para entrevistadores',
  'For the candidate': 'Para el candidato',
  Print: 'Imprimir',
  'The report is being written…': 'Escribiendo el informe…',
  'This report cannot be shown': 'Este informe no se puede mostrar',
  'This link is incomplete': 'Este enlace está incompleto',
  'The part after the # is missing: it is the key to the room, and this browser does not remember it. Open the complete link, or ask the person who sent it.':
    'Falta la parte que va después de #: es la llave de la sala, y este navegador no la recuerda. Abre el enlace completo o pregunta a quien te lo envió.',
  'This link does not open the room': 'Este enlace no abre la sala',
  'It may have been replaced by a newer one. Ask the person who sent it.':
    'Puede que lo haya sustituido uno más nuevo. Pregunta a quien te lo envió.',
  'You are not in the room': 'No estás en la sala',
  'This interview has ended': 'Esta entrevista ha terminado',
  'Nobody new can join. If you took part, open the link in the browser you used then: there you can download your code.':
    'No puede entrar nadie nuevo. Si participaste, abre el enlace en el navegador que usaste entonces: allí puedes descargar tu código.',
  'This room needs JavaScript': 'Esta sala necesita JavaScript',
  'You are the interviewer': 'Haces la entrevista',
  'You are the candidate': 'Te presentas a la entrevista',
  'You are observing': 'Observas',
  'You are the assistant': 'Haces de asistente',
  'What is kept': 'Qué se guarda',
  Panel: 'Panel',
  'This browser remembers your link, so that you can open the room again. On a shared computer, forget the room when you have finished.':
    'Este navegador recuerda tu enlace para que puedas volver a abrir la sala. En un ordenador compartido, olvida la sala cuando termines.',
  'Download my code, results and log': 'Descargar mi código, resultados y registro',
  'Download my activity log': 'Descargar mi registro de actividad',
  'Forget this room': 'Olvidar esta sala',
  'The interview has ended': 'La entrevista ha terminado',
  'The interview has ended.': 'La entrevista ha terminado.',
  'Download what you did: your code, its results, and the log of what you wrote.':
    'Descarga lo que hiciste: tu código, sus resultados y el registro de lo que escribiste.',
  'What should the others call you?': '¿Cómo deben llamarte los demás?',
  Skip: 'Omitir',
  'You are in the room.': 'Estás en la sala.',
  'From here on the others see what you write. What you tried before is forgotten.':
    'A partir de aquí los demás ven lo que escribes. Lo que probaste antes queda olvidado.',
  'This room needs a browser of 2023 or newer. Update this one, or open the link in another.':
    'Esta sala necesita un navegador de 2023 o posterior. Actualiza este o abre el enlace en otro.',
  Templates: 'Plantillas',
  'Tasks with starter code to begin an interview with.': 'Tareas con código inicial para empezar una entrevista.',
  'A template fills in the task and the starter code of a new room. Choose one under “Start from” when you {make}.':
    'Una plantilla rellena la tarea y el código inicial de una sala nueva. Elige una en «Empezar con» cuando {make}.',
  'Language of this page': 'Idioma de esta página',
  '{language} runs': '{language} funciona',
  'Connection to the room': 'Conexión con la sala',
  'The server answers, but WebSockets do not get through. Allow them in your proxy or VPN, or try another network.':
    'El servidor responde, pero los WebSockets no pasan. Permítelos en tu proxy o VPN, o prueba otra red.',
  'Programs run beside the page': 'Los programas se ejecutan junto a la página',
  'This browser has no workers. Use a current Chrome, Edge, Firefox or Safari.':
    'Este navegador no tiene workers. Usa un Chrome, Edge, Firefox o Safari actual.',
  'WebAssembly, for Python, SQL and C++': 'WebAssembly, para Python, SQL y C++',
  'This browser does not allow it. Turn off its strictest mode for this page (on Apple devices: Lockdown Mode), or use another browser.':
    'Este navegador no lo permite. Desactiva su modo más estricto en esta página (en dispositivos Apple: modo de aislamiento) o usa otro navegador.',
  'The sandbox for programs': 'El espacio aislado para programas',
  'Its frame did not open. Turn off what blocks frames or scripts on this page, then reload it.':
    'Su marco no se abrió. Desactiva lo que bloquea marcos o scripts en esta página y recárgala.',
  'It could not be loaded. Reload the page.': 'No se pudo cargar. Recarga la página.',
  'Unsent edits survive a crash': 'Los cambios sin enviar sobreviven a un fallo',
  'Use a window that is not private. Everything works here too, but keep this page open.':
    'Usa una ventana que no sea privada. Aquí también funciona todo, pero mantén abierta esta página.',
  'The clock is right': 'El reloj está en hora',
  'Set it in the settings of this computer. Nothing goes wrong in the room, which has a clock of its own; but the times you read here would not be those of the others.':
    'Ajústalo en la configuración de este ordenador. En la sala no pasa nada, porque tiene su propio reloj; pero las horas que lees aquí no serían las de los demás.',
  'The window is large enough': 'La ventana es lo bastante grande',
  'Make it wider, or turn the device: then code and output stand side by side. Everything works here too.':
    'Hazla más ancha o gira el dispositivo: así el código y la salida quedan uno al lado del otro. Aquí también funciona todo.',
  'Copy buttons work': 'Los botones de copiar funcionan',
  'Open the page over https. Ctrl C works in any case.': 'Abre la página por https. Ctrl C funciona en cualquier caso.',
  'In this room the editor does not help: no completion, no errors while typing, no formatting.':
    'En esta sala el editor no ayuda: sin completado, sin errores al escribir, sin formato.',
  'In this room the editor completes words and keywords and closes brackets, and that is all.':
    'En esta sala el editor completa palabras y palabras clave y cierra paréntesis, y nada más.',
  'In this room the editor completes, shows errors while you type, and formats.':
    'En esta sala el editor completa, muestra errores mientras escribes y da formato.',
  'An interviewer sees that you are here and lets you in. The room opens by itself.':
    'Un entrevistador ve que estás aquí y te deja entrar. La sala se abre sola.',
  'No interviewer is here yet. The room opens by itself as soon as one is.':
    'Todavía no hay ningún entrevistador. La sala se abre sola en cuanto llegue uno.',
  'The connection to the room is not there yet. The room opens by itself when it is.':
    'Todavía no hay conexión con la sala. La sala se abre sola cuando la haya.',
  'AI is off in this room: please work without it.':
    'La IA está desactivada en esta sala: trabaja sin ella, por favor.',
  'AI is allowed in this room. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.':
    'La IA está permitida en esta sala. Todos leen lo que se pregunta y se responde, y se conserva. Una pregunta va, con la tarea y el código, a la IA que usa este servidor.',
  'Working with AI is part of this interview. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.':
    'Trabajar con IA es parte de esta entrevista. Todos leen lo que se pregunta y se responde, y se conserva. Una pregunta va, con la tarea y el código, a la IA que usa este servidor.',
  'The language': 'El lenguaje',
  'You are in the waiting room': 'Estás en la sala de espera',
  Guest: 'Invitado',
  'Try everything here': 'Pruébalo todo aquí',
  'This is a room of your own, on this computer only. Nobody sees what you write and run in it, and it is forgotten when the interview starts.':
    'Es una sala solo tuya, únicamente en este ordenador. Nadie ve lo que escribes y ejecutas en ella, y se olvida cuando empieza la entrevista.',
  'Is this computer ready?': '¿Está listo este ordenador?',
  'Checking…': 'Comprobando…',
  'What this room keeps': 'Qué guarda esta sala',
  'The code with every edit and its time, each run with its output, and the names people entered. Interviewers can watch it again.':
    'El código con cada cambio y su hora, cada ejecución con su salida y los nombres introducidos. Los entrevistadores pueden volver a verlo.',
  'It is deleted some time after its last use, or earlier by an interviewer.':
    'Se elimina un tiempo después del último uso, o antes si lo hace un entrevistador.',
  'No audio or video, no cookies, no IP address; nothing is shared with anyone else.':
    'Ni audio ni vídeo, ni cookies, ni dirección IP; nada se comparte con nadie más.',
  'No help': 'Sin ayuda',
  'No log': 'Sin registro',
  interviewer: 'entrevistador',
  candidate: 'candidato',
  observer: 'observador',
  assistant: 'asistente',
};
