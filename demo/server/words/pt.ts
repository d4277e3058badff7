// Words of the host’s pages in Portuguese.
export default {
  'That was not done. Try again.': 'Isso não foi feito. Tente de novo.',
  'The interviewer panel is for interviewers only.': 'O painel do entrevistador é só para entrevistadores.',
  'The form did not arrive whole. Send it again.': 'O formulário não chegou inteiro. Envie de novo.',
  'The task or the starter code is too long. Make it shorter.': 'A tarefa ou o código inicial é longo demais. Encurte.',
  Copy: 'Copiar',
  'Press Ctrl C': 'Pressione Ctrl C',
  'Interviewer panel': 'Painel do entrevistador',
  'Not known in this browser.': 'Não é conhecido neste navegador.',
  'That did not work. Try again.': 'Não funcionou. Tente de novo.',
  'The replay could not be downloaded. Reload the page.': 'Não foi possível baixar a gravação. Recarregue a página.',
  'Open the interviewer link first, then choose “Watch the replay” in the interviewer panel.':
    'Abra primeiro o link de entrevistador e depois escolha “Ver a gravação” no painel do entrevistador.',
  'Replays are for interviewers. As a candidate you can download your code and activity log in the room, under “What is kept”.':
    'As gravações são para entrevistadores. Como candidato, você pode baixar seu código e seu registro de atividade na sala, em “O que é guardado”.',
  'Replay: {title}': 'Gravação: {title}',
  'Copied. It opens for interviewers of this room.': 'Copiado. Abre para os entrevistadores desta sala.',
  'The address of this page now leads here.': 'O endereço desta página agora leva até aqui.',
  '{title}, continued': '{title}, continuação',
  Interview: 'Entrevista',
  'The room was not made. Check the connection and try again.':
    'A sala não foi criada. Verifique a conexão e tente de novo.',
  'The report could not be loaded. Reload the page.': 'Não foi possível carregar o relatório. Recarregue a página.',
  'Open the interviewer link first, then choose “Read the report” in the interviewer panel.':
    'Abra primeiro o link de entrevistador e depois escolha “Ler o relatório” no painel do entrevistador.',
  'The server does not answer. Check the connection and reload the page.':
    'O servidor não responde. Verifique a conexão e recarregue a página.',
  Ready: 'Pronto',
  'Not ideal': 'Não é ideal',
  'Not ready': 'Não está pronto',
  'Everything works here.': 'Tudo funciona aqui.',
  'One thing wants a look.': 'Uma coisa merece atenção.',
  '{count:thing wants|things want} a look.': '{count:coisa merece|coisas merecem} atenção.',
  'It is {count:minute|minutes} ahead.': 'Está {count:minuto adiantado|minutos adiantado}.',
  'It is {count:minute|minutes} behind.': 'Está {count:minuto atrasado|minutos atrasado}.',
  '“{title}” is ready': '“{title}” está pronta',
  'Forget this room in this browser? You need a link to open it again.':
    'Esquecer esta sala neste navegador? Você precisa de um link para abri-la de novo.',
  Room: 'Sala',
  'It is deleted on {day} unless it is used again, or earlier by an interviewer.':
    'É excluído em {day} se não for usada de novo, ou antes por um entrevistador.',
  'room {room}…, {time}, request {request}': 'sala {room}…, {time}, pedido {request}',
  'room {room}…, {time}': 'sala {room}…, {time}',
  'This computer is ready.': 'Este computador está pronto.',
  'Only you see this. Change it, press Run, try what you like.':
    'Só você vê isto. Mude, pressione Executar e experimente o que quiser.',
  '[image]': '[imagem]',
  '[file]': '[arquivo]',
  passed: 'passou',
  error: 'erro',
  'timed-out': 'tempo esgotado',
  skipped: 'ignorado',
  'not run': 'não executado',
  'question {number} {title}': 'pergunta {number} {title}',
  'expected: {value}': 'esperado: {value}',
  'got: {value}': 'obtido: {value}',
  '{state}: {name}': '{state}: {name}',
  TESTS: 'TESTES',
  'There were none.': 'Não havia nenhum.',
  'MY RUNS': 'MINHAS EXECUÇÕES',
  'I ran nothing.': 'Não executei nada.',
  'Run {run}, {language}, {time}: {state} after {duration}':
    'Execução {run}, {language}, {time}: {state} após {duration}',
  '{edits:edit|edits}: {written:character|characters} written':
    '{edits:edição|edições}: {written:caractere escrito|caracteres escritos}',
  '{count} deleted': '{count} excluídos',
  'at most {count} at once': 'no máximo {count} de uma vez',
  'I said: {text}': 'Eu disse: {text}',
  'WHAT THE ACTIVITY LOG NOTED, as interviewers read it':
    'O QUE O REGISTRO DE ATIVIDADE ANOTOU, como os entrevistadores leem',
  'Nothing.': 'Nada.',
  'WHAT I WROTE': 'O QUE EU ESCREVI',
  'From {time}, by the clock of this computer.': 'A partir de {time}, pelo relógio deste computador.',
  'I wrote nothing.': 'Não escrevi nada.',
  '{name} is waiting': '{name} está esperando',
  '{count:person is|people are} waiting': '{count:pessoa está|pessoas estão} esperando',
  'It is “{title}”.': 'É “{title}”.',
  '{names} interview.': '{names} fazem a entrevista.',
  '{names} interviews.': '{names} faz a entrevista.',
  'Loading…': 'Carregando…',
  'You are the interviewer.': 'Você é o entrevistador.',
  'You are the candidate.': 'Você é o candidato.',
  'You are observing.': 'Você está observando.',
  'You are the assistant.': 'Você é o assistente.',
  'Show all {count}': 'Mostrar todas as {count}',
  Open: 'Aberta',
  'Not opened yet': 'Ainda não aberta',
  'Copy candidate link': 'Copiar link de candidato',
  Forget: 'Esquecer',
  'Forget “{title}” in this browser? The room itself stays, but you need a link to open it again.':
    'Esquecer “{title}” neste navegador? A sala continua existindo, mas você precisa de um link para abri-la de novo.',
  'This browser has forgotten “{title}”.': 'Este navegador esqueceu “{title}”.',
  'Room without a title': 'Sala sem título',
  '{action}: {name}': '{action}: {name}',
  'Made {time}.': 'Criada em {time}.',
  'Last opened {time}.': 'Aberta pela última vez em {time}.',
  'Its link is not kept here: open it by the link you have.':
    'O link dela não é guardado aqui: abra com o link que você tem.',
  'Ask a question': 'Fazer uma pergunta',
  'None yet.': 'Nenhuma ainda.',
  Now: 'Agora',
  Waits: 'Aguarda',
  Asked: 'Feita',
  'Return to it': 'Voltar a ela',
  'Show it': 'Mostrar',
  'Read it': 'Ler',
  'Take “{title}” out of this room?': 'Tirar “{title}” desta sala?',
  'Take it out': 'Tirar',
  'Language of {title}': 'Linguagem de {title}',
  'Give hint {number} of {all}': 'Dar a dica {number} de {all}',
  'Show next part: {title}': 'Mostrar a próxima parte: {title}',
  'Next hint: {text}': 'Próxima dica: {text}',
  'Hints ({given} of {all} given), follow-ups, rubric':
    'Dicas ({given} de {all} dadas), perguntas de acompanhamento, critérios de avaliação',
  Given: 'Dada',
  'Follow-ups': 'Perguntas de acompanhamento',
  'No question is like that.': 'Nenhuma pergunta é assim.',
  'In this room': 'Nesta sala',
  'Ask now': 'Fazer agora',
  'Keep it for later': 'Guardar para depois',
  'Back to the list': 'Voltar à lista',
  'This question is in the room: see above.': 'Esta pergunta está na sala: veja acima.',
  'Make candidate': 'Tornar candidato',
  'Make observer': 'Tornar observador',
  'Copy the interviewer link': 'Copiar o link de entrevistador',
  'Make a new interviewer link? All old interviewer links stop working at once, and the other interviewers are disconnected.':
    'Criar um novo link de entrevistador? Todos os links antigos de entrevistador param de funcionar na hora, e os outros entrevistadores são desconectados.',
  'Copy the candidate link': 'Copiar o link de candidato',
  'Make a new candidate link? All old candidate links stop working at once, and everybody who used them is disconnected.':
    'Criar um novo link de candidato? Todos os links antigos de candidato param de funcionar na hora, e todos que os usaram são desconectados.',
  'Copy the observer link': 'Copiar o link de observador',
  'Make a new observer link? All old observer links stop working at once, and everybody who used them is disconnected.':
    'Criar um novo link de observador? Todos os links antigos de observador param de funcionar na hora, e todos que os usaram são desconectados.',
  'Copy the assistant link': 'Copiar o link de assistente',
  'Make a new assistant link? All old assistant links stop working at once, and everybody who used them is disconnected.':
    'Criar um novo link de assistente? Todos os links antigos de assistente param de funcionar na hora, e todos que os usaram são desconectados.',
  'In the room': 'Na sala',
  Links: 'Links',
  'Download and replay': 'Baixar e rever',
  'Watch the replay': 'Ver a gravação',
  'Read the report': 'Ler o relatório',
  'Report for the candidate': 'Relatório para o candidato',
  'What everybody in the room could read, to pass on': 'O que todos na sala podiam ler, para repassar',
  'Replay file': 'Arquivo de gravação',
  'With notes, moments, hidden tests and the interviewers’ chat':
    'Com notas, momentos, testes ocultos e o chat dos entrevistadores',
  'Replay file with notes': 'Arquivo de gravação com notas',
  'Kept until {day}, or longer if it is used.': 'Guardada até {day}, ou por mais tempo se for usada.',
  'Delete this room now? Code, notes and replay are deleted for everybody. This cannot be undone.':
    'Excluir esta sala agora? Código, notas e gravação são excluídos para todos. Não dá para desfazer.',
  'Delete it now': 'Excluir agora',
  'Words and brackets': 'Palavras e parênteses',
  'All tools': 'Todas as ferramentas',
  'AI: off': 'IA: desligada',
  'AI: allowed; agents of yours come in by the assistant link':
    'IA: permitida; agentes seus entram pelo link de assistente',
  'AI: required; agents of yours come in by the assistant link':
    'IA: exigida; agentes seus entram pelo link de assistente',
  'State of the room': 'Estado da sala',
  'Ended.': 'Terminada.',
  'Everybody can read, nobody can change anything.': 'Todos podem ler, ninguém pode mudar nada.',
  Reopen: 'Reabrir',
  'Locked.': 'Trancada.',
  'Nobody new comes in.': 'Ninguém novo entra.',
  'Open.': 'Aberta.',
  'Waiting room on. You let people in.': 'Com sala de espera. Você deixa as pessoas entrarem.',
  'Whoever has a link comes in while an interviewer is here.':
    'Quem tem um link entra enquanto um entrevistador está aqui.',
  'Whoever has a link comes in.': 'Quem tem um link entra.',
  Unlock: 'Destrancar',
  Lock: 'Trancar',
  'End interview': 'Terminar a entrevista',
  'End the interview? The code becomes read-only for everybody. You can reopen it.':
    'Terminar a entrevista? O código fica somente leitura para todos. Você pode reabri-la.',
  'Play a sound when somebody is waiting': 'Tocar um som quando alguém estiver esperando',
  'Remove {name} from the room? They cannot come back as the same person.':
    'Remover {name} da sala? Não será possível voltar como a mesma pessoa.',
  'The links in use continue to work': 'Os links em uso continuam funcionando',
  'Get a link': 'Obter um link',
  'New link': 'Novo link',
  'code-room: code together, see the same run': 'code-room: programem juntos, vejam a mesma execução',
  'A live coding room in the browser: people edit the same code, run it safely, and all see the same run. No accounts, nothing to install.':
    'Uma sala de programação ao vivo no navegador: as pessoas editam o mesmo código, executam com segurança e veem a mesma execução. Sem contas, nada para instalar.',
  'Code together. See the same run.': 'Programem juntos. Vejam a mesma execução.',
  'Make a room and send one link. Everyone edits the same code, sees each other’s cursors, and watches the same output when somebody presses Run. No accounts, nothing to install.':
    'Crie uma sala e envie um link. Todos editam o mesmo código, veem os cursores uns dos outros e a mesma saída quando alguém pressiona “Executar”. Sem contas, nada para instalar.',
  'Try it now': 'Experimente agora',
  'This is one room, opened twice. Write on one side, run on the other.':
    'Esta é uma só sala, aberta duas vezes. Escreva de um lado, execute do outro.',
  'Write and run. This is a real room, with only you in it.':
    'Escreva e execute. Esta é uma sala de verdade, só com você nela.',
  'Making a room works without JavaScript. Coding in it needs JavaScript.':
    'Criar uma sala funciona sem JavaScript. Programar nela precisa de JavaScript.',
  'What to expect': 'O que esperar',
  'Nothing gets lost': 'Nada se perde',
  '“Saved” means that the room has stored it. If a connection drops, a tab is closed or the server restarts, nothing you typed is lost.':
    '“Salvo” quer dizer que a sala armazenou. Se uma conexão cai, uma aba é fechada ou o servidor reinicia, nada do que você digitou se perde.',
  'Safe to run': 'Execução segura',
  'Programs run in your own browser, in a sandbox: no network, no access to the page, no cookies. Stop always works, even in an endless loop.':
    'Os programas são executados no seu próprio navegador, em uma área isolada: sem rede, sem acesso à página, sem cookies. “Parar” sempre funciona, mesmo em um laço infinito.',
  'Yours to embed': 'Para incorporar',
  'The room is one HTML tag. {embed}, make rooms by {http}, or just use this one.':
    'A sala é uma tag HTML. {embed}, crie salas por {http} ou simplesmente use esta.',
  'Put it in your own page': 'Coloque-a na sua própria página',
  'Your rooms': 'Suas salas',
  'Only this browser has this list. On a shared computer, forget the rooms when you have finished.':
    'Só este navegador tem esta lista. Em um computador compartilhado, esqueça as salas quando terminar.',
  'Keep their links here too, so that you can open them from this list':
    'Guardar também os links aqui, para poder abri-las a partir desta lista',
  'One room, opened twice: type here, watch the other side.':
    'Uma sala, aberta duas vezes: digite aqui e veja o outro lado.',
  'The live editor needs a browser of 2023 or newer.': 'O editor ao vivo precisa de um navegador de 2023 ou mais novo.',
  'Plain http': 'http sem criptografia',
  'This page came over plain http, so the browser holds back copying by button, and forgets who you are when the tab is closed. Use https, or open it on the machine it runs on.':
    'Esta página veio por http sem criptografia; por isso o navegador não deixa copiar por botão e esquece quem você é quando a aba é fechada. Use https ou abra-a na máquina em que ela roda.',
  'Skip to the content': 'Ir para o conteúdo',
  Site: 'Site',
  'code-room is open source under the MIT licence. No accounts, no cookies, no requests to anybody else.':
    'code-room é código aberto sob a licença MIT. Sem contas, sem cookies, sem pedidos a mais ninguém.',
  'Programming languages': 'Linguagens de programação',
  Documents: 'Documentos',
  'first task': 'primeira tarefa',
  easy: 'fácil',
  medium: 'médio',
  hard: 'difícil',
  'very hard': 'muito difícil',
  Search: 'Buscar',
  'bank, graphs, joins…': 'bank, graphs, joins…',
  Topic: 'Assunto',
  Any: 'Qualquer',
  Level: 'Nível',
  '{level}, {name}': '{level}, {name}',
  'Level {level} ({name}), {minutes:minute|minutes}, {languages}, {parts:part|parts}':
    'Nível {level} ({name}), {minutes:minuto|minutos}, {languages}, {parts:parte|partes}',
  'Level {level} ({name}), {minutes:minute|minutes}, {languages}':
    'Nível {level} ({name}), {minutes:minuto|minutos}, {languages}',
  Preview: 'Prévia',
  'Next part: {title}': 'Próxima parte: {title}',
  'Hints, in this order': 'Dicas, nesta ordem',
  'Hidden tests, hints, follow-ups, rubric and solution stand in the interviewer panel of a room.':
    'Testes ocultos, dicas, perguntas de acompanhamento, critérios de avaliação e solução ficam no painel do entrevistador de uma sala.',
  '{language}: starter code, {tests:test|tests}, {hidden} hidden, solution':
    '{language}: código inicial, {tests:teste|testes}, {hidden} ocultos, solução',
  '{language}: starter code, {tests:test|tests}': '{language}: código inicial, {tests:teste|testes}',
  'Files of hidden tests': 'Arquivos dos testes ocultos',
  Solution: 'Solução',
  'Input:\n{stdin}\nOutput:\n{stdout}': 'Entrada:\n{stdin}\nSaída:\n{stdout}',
  Rubric: 'Critérios de avaliação',
  'Questions for interviews, each with starter code, tests, hints and a solution.':
    'Perguntas para entrevistas, cada uma com código inicial, testes, dicas e uma solução.',
  'Choose some when you {make}, or ask one in a room from the interviewer panel.':
    'Escolha algumas quando {make}, ou faça uma em uma sala pelo painel do entrevistador.',
  'make a room': 'criar uma sala',
  'All questions': 'Todas as perguntas',
  'a day after its last use': 'um dia após o último uso',
  'a week after its last use': 'uma semana após o último uso',
  '30 days after its last use': '30 dias após o último uso',
  'a year after its last use': 'um ano após o último uso',
  'All tools: completion, errors while typing, formatting':
    'Todas as ferramentas: completar, erros ao digitar, formatação',
  'Words, keywords and brackets': 'Palavras, palavras-chave e parênteses',
  'How much is pasted from outside or comes at once': 'Quanto é colado de fora ou chega de uma vez',
  'Also in which line, and leaving the page for long': 'Também em que linha, e ausências longas da página',
  'Off: everybody works without it': 'Desligada: todos trabalham sem ela',
  'Allowed, in the sight of everybody': 'Permitida, à vista de todos',
  'Required: working with it is part of the interview': 'Exigida: trabalhar com ela faz parte da entrevista',
  'Choose one of the listed languages, such as "python".': 'Escolha uma das linguagens da lista, como “python”.',
  'Send text without broken (half) characters.': 'Envie texto sem caracteres quebrados (pela metade).',
  'Keep a room for at least 1 hour.': 'Guarde a sala por pelo menos 1 hora.',
  'Only people with the key of this server can make rooms here. Enter the key; over HTTP, send it as a bearer token.':
    'Só quem tem a chave deste servidor pode criar salas aqui. Digite a chave; por HTTP, envie-a como token bearer.',
  'Too many rooms in a minute.': 'Salas demais em um minuto.',
  'The room does not answer. Try again in a moment.': 'A sala não responde. Tente de novo daqui a pouco.',
  'Something went wrong on our side. Try again in a moment.':
    'Algo deu errado do nosso lado. Tente de novo daqui a pouco.',
  'Make a room': 'Criar uma sala',
  Title: 'Título',
  'Interview with Ada': 'Entrevista com Ada',
  'Can be run': 'Podem ser executadas',
  'Only edited': 'Só editadas',
  Key: 'Chave',
  'Task, starter code and more': 'Tarefa, código inicial e mais',
  'Start from': 'Começar com',
  'An empty file in the language above': 'Um arquivo vazio na linguagem acima',
  'Fills in the task and the code if you leave them empty.': 'Preenche a tarefa e o código se você os deixar vazios.',
  'Read all templates': 'Ler todos os modelos',
  'What should the candidate solve?': 'O que o candidato deve resolver?',
  'Keep the room for': 'Guardar a sala por',
  'Everybody sees what it is. You can change it during the interview.':
    'Todos veem qual é. Você pode mudar durante a entrevista.',
  'Candidates are told before they join, and read the same lines as you.':
    'Os candidatos são avisados antes de entrar e leem as mesmas linhas que você.',
  'Everybody is told before they join, and it stays so.': 'Todos são avisados antes de entrar, e isso não muda.',
  Rehearsal: 'Ensaio',
  'Whoever comes before you tries everything in a room of their own, until you are there.':
    'Quem chega antes de você experimenta tudo em uma sala própria, até você chegar.',
  'You let candidates and observers in.': 'Você deixa candidatos e observadores entrarem.',
  'Questions from the library': 'Perguntas da biblioteca',
  'They wait in the room until an interviewer asks them: nobody else sees them before.':
    'Elas aguardam na sala até um entrevistador fazê-las: ninguém mais as vê antes.',
  'Read all questions': 'Ler todas as perguntas',
  'Choose “Preview” to read a question here.': 'Escolha “Prévia” para ler uma pergunta aqui.',
  'Starter code of {title}': 'Código inicial de {title}',
  'For you and others who interview with you. Can do everything, also delete the room.':
    'Para você e quem entrevista com você. Pode fazer tudo, até excluir a sala.',
  'Send this link to the candidate. Can edit and run.': 'Envie este link ao candidato. Pode editar e executar.',
  'Sees everything live. Cannot change anything.': 'Vê tudo ao vivo. Não pode mudar nada.',
  'For an AI agent of yours. Reads, chats and proposes changes; cannot edit or run.':
    'Para um agente de IA seu. Lê, conversa e propõe mudanças; não pode editar nem executar.',
  'Your room is ready': 'Sua sala está pronta',
  'Enter the room': 'Entrar na sala',
  'One question waits in the interviewer panel: ask it there when it is time.':
    'Uma pergunta aguarda no painel do entrevistador: faça-a ali na hora certa.',
  '{count:question waits|questions wait} in the interviewer panel: ask each there when it is time.':
    '{count:pergunta aguarda|perguntas aguardam} no painel do entrevistador: faça cada uma ali na hora certa.',
  'Everybody who has a link can join with it, in the role of the link.':
    'Quem tem um link pode entrar com ele, no papel do link.',
  'This browser remembers the links until you choose “Forget”: find them here, under “Your rooms” and in the room’s interviewer panel.':
    'Este navegador lembra dos links até você escolher “Esquecer”: encontre-os aqui, em “Suas salas” e no painel do entrevistador da sala.',
  'Save the links now: this browser cannot remember them.':
    'Salve os links agora: este navegador não consegue lembrar deles.',
  'The server has no copy of them.': 'O servidor não tem cópia deles.',
  'Make another room': 'Criar outra sala',
  'There is no page here': 'Não há página aqui',
  'The address may be incomplete or wrong. Check it, or start from the front page.':
    'O endereço pode estar incompleto ou errado. Verifique-o ou comece pela página inicial.',
  'This room does not exist, or not any more': 'Esta sala não existe, ou não existe mais',
  'Rooms are deleted by an interviewer, or some time after their last use. If you expected a room here, ask the person who sent the link.':
    'As salas são excluídas por um entrevistador ou algum tempo após o último uso. Se você esperava uma sala aqui, pergunte a quem enviou o link.',
  'The room is deleted': 'A sala foi excluída',
  'An interviewer deleted it. Its code, notes and replay are gone, and its links no longer work.':
    'Um entrevistador a excluiu. O código, as notas e a gravação se foram, e os links não funcionam mais.',
  'The room has expired': 'A sala expirou',
  'Nobody used it for as long as it was kept, so it was deleted. Its links no longer work.':
    'Ninguém a usou enquanto ela era guardada, então foi excluída. Os links não funcionam mais.',
  'The room does not answer': 'A sala não responde',
  'Nothing is lost. Wait a moment and reload this page.': 'Nada se perdeu. Espere um momento e recarregue esta página.',
  'Something went wrong on our side': 'Algo deu errado do nosso lado',
  'It is not your fault. Wait a moment and try again.': 'Não é culpa sua. Espere um momento e tente de novo.',
  'Front page': 'Página inicial',
  'The replay needs JavaScript': 'A gravação precisa de JavaScript',
  'Allow it for this page and load it again.': 'Permita-o nesta página e carregue-a de novo.',
  'code-room, front page': 'code-room, página inicial',
  'Open the room': 'Abrir a sala',
  'This replay': 'Esta gravação',
  'Copy link to this moment': 'Copiar link para este momento',
  'Continue from here as a new room': 'Continuar daqui em uma nova sala',
  'A page that plays replay files from your disk, without a server':
    'Uma página que reproduz arquivos de gravação do seu disco, sem servidor',
  'Player for your disk': 'Player para o seu disco',
  'Downloading the replay…': 'Baixando a gravação…',
  'This replay cannot be shown': 'Esta gravação não pode ser mostrada',
  'The report needs JavaScript': 'O relatório precisa de JavaScript',
  Report: 'Relatório',
  'For interviewers': 'Para entrevistadores',
  'For the candidate': 'Para o candidato',
  Print: 'Imprimir',
  'The report is being written…': 'O relatório está sendo escrito…',
  'This report cannot be shown': 'Este relatório não pode ser mostrado',
  'This link is incomplete': 'Este link está incompleto',
  'The part after the # is missing: it is the key to the room, and this browser does not remember it. Open the complete link, or ask the person who sent it.':
    'Falta a parte depois do #: é a chave da sala, e este navegador não se lembra dela. Abra o link completo ou pergunte a quem o enviou.',
  'This link does not open the room': 'Este link não abre a sala',
  'It may have been replaced by a newer one. Ask the person who sent it.':
    'Talvez tenha sido trocado por um mais novo. Pergunte a quem o enviou.',
  'You are not in the room': 'Você não está na sala',
  'This interview has ended': 'Esta entrevista terminou',
  'Nobody new can join. If you took part, open the link in the browser you used then: there you can download your code.':
    'Ninguém novo pode entrar. Se você participou, abra o link no navegador que usou naquele momento: lá você pode baixar seu código.',
  'This room needs JavaScript': 'Esta sala precisa de JavaScript',
  'You are the interviewer': 'Você é o entrevistador',
  'You are the candidate': 'Você é o candidato',
  'You are observing': 'Você está observando',
  'You are the assistant': 'Você é o assistente',
  'What is kept': 'O que é guardado',
  Panel: 'Painel',
  'This browser remembers your link, so that you can open the room again. On a shared computer, forget the room when you have finished.':
    'Este navegador lembra do seu link, para que você possa abrir a sala de novo. Em um computador compartilhado, esqueça a sala quando terminar.',
  'Download my code, results and log': 'Baixar meu código, resultados e registro',
  'Download my activity log': 'Baixar meu registro de atividade',
  'Forget this room': 'Esquecer esta sala',
  'The interview has ended': 'A entrevista terminou',
  'The interview has ended.': 'A entrevista terminou.',
  'Download what you did: your code, its results, and the log of what you wrote.':
    'Baixe o que você fez: seu código, os resultados e o registro do que você escreveu.',
  'What should the others call you?': 'Como os outros devem chamar você?',
  Skip: 'Pular',
  'You are in the room.': 'Você está na sala.',
  'From here on the others see what you write. What you tried before is forgotten.':
    'A partir daqui os outros veem o que você escreve. O que você experimentou antes foi esquecido.',
  'This room needs a browser of 2023 or newer. Update this one, or open the link in another.':
    'Esta sala precisa de um navegador de 2023 ou mais novo. Atualize este ou abra o link em outro.',
  Templates: 'Modelos',
  'Tasks with starter code to begin an interview with.': 'Tarefas com código inicial para começar uma entrevista.',
  'A template fills in the task and the starter code of a new room. Choose one under “Start from” when you {make}.':
    'Um modelo preenche a tarefa e o código inicial de uma sala nova. Escolha um em “Começar com” quando {make}.',
  'Language of this page': 'Idioma desta página',
  '{language} runs': '{language} funciona',
  'Connection to the room': 'Conexão com a sala',
  'The server answers, but WebSockets do not get through. Allow them in your proxy or VPN, or try another network.':
    'O servidor responde, mas os WebSockets não passam. Permita-os no seu proxy ou VPN, ou tente outra rede.',
  'Programs run beside the page': 'Os programas rodam ao lado da página',
  'This browser has no workers. Use a current Chrome, Edge, Firefox or Safari.':
    'Este navegador não tem workers. Use um Chrome, Edge, Firefox ou Safari atual.',
  'WebAssembly, for Python, SQL and C++': 'WebAssembly, para Python, SQL e C++',
  'This browser does not allow it. Turn off its strictest mode for this page (on Apple devices: Lockdown Mode), or use another browser.':
    'Este navegador não o permite. Desative o modo mais rígido dele nesta página (em aparelhos Apple: Modo de Bloqueio) ou use outro navegador.',
  'The sandbox for programs': 'A área isolada para programas',
  'Its frame did not open. Turn off what blocks frames or scripts on this page, then reload it.':
    'O quadro dela não abriu. Desative o que bloqueia quadros ou scripts nesta página e recarregue-a.',
  'It could not be loaded. Reload the page.': 'Não foi possível carregar. Recarregue a página.',
  'Unsent edits survive a crash': 'Edições não enviadas sobrevivem a uma falha',
  'Use a window that is not private. Everything works here too, but keep this page open.':
    'Use uma janela que não seja privada. Tudo funciona aqui também, mas mantenha esta página aberta.',
  'The clock is right': 'O relógio está certo',
  'Set it in the settings of this computer. Nothing goes wrong in the room, which has a clock of its own; but the times you read here would not be those of the others.':
    'Acerte-o nas configurações deste computador. Nada dá errado na sala, que tem um relógio próprio; mas os horários que você lê aqui não seriam os dos outros.',
  'The window is large enough': 'A janela é grande o bastante',
  'Make it wider, or turn the device: then code and output stand side by side. Everything works here too.':
    'Aumente a largura ou gire o aparelho: então código e saída ficam lado a lado. Tudo funciona aqui também.',
  'Copy buttons work': 'Os botões de copiar funcionam',
  'Open the page over https. Ctrl C works in any case.': 'Abra a página por https. Ctrl C funciona em qualquer caso.',
  'In this room the editor does not help: no completion, no errors while typing, no formatting.':
    'Nesta sala o editor não ajuda: sem completar, sem erros ao digitar, sem formatação.',
  'In this room the editor completes words and keywords and closes brackets, and that is all.':
    'Nesta sala o editor completa palavras e palavras-chave e fecha parênteses, e só isso.',
  'In this room the editor completes, shows errors while you type, and formats.':
    'Nesta sala o editor completa, mostra erros enquanto você digita e formata.',
  'An interviewer sees that you are here and lets you in. The room opens by itself.':
    'Um entrevistador vê que você está aqui e deixa você entrar. A sala abre sozinha.',
  'No interviewer is here yet. The room opens by itself as soon as one is.':
    'Nenhum entrevistador está aqui ainda. A sala abre sozinha assim que houver um.',
  'The connection to the room is not there yet. The room opens by itself when it is.':
    'A conexão com a sala ainda não existe. A sala abre sozinha quando existir.',
  'AI is off in this room: please work without it.': 'A IA está desligada nesta sala: por favor, trabalhe sem ela.',
  'AI is allowed in this room. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.':
    'A IA é permitida nesta sala. Todos leem o que é perguntado e respondido, e isso fica guardado. Uma pergunta vai, com a tarefa e o código, para a IA que este servidor usa.',
  'Working with AI is part of this interview. Everybody reads what is asked and answered, and it is kept. A question goes, with the task and the code, to the AI that this server uses.':
    'Trabalhar com IA faz parte desta entrevista. Todos leem o que é perguntado e respondido, e isso fica guardado. Uma pergunta vai, com a tarefa e o código, para a IA que este servidor usa.',
  'The language': 'A linguagem',
  'You are in the waiting room': 'Você está na sala de espera',
  Guest: 'Convidado',
  'Try everything here': 'Experimente tudo aqui',
  'This is a room of your own, on this computer only. Nobody sees what you write and run in it, and it is forgotten when the interview starts.':
    'Esta é uma sala só sua, apenas neste computador. Ninguém vê o que você escreve e executa nela, e ela é esquecida quando a entrevista começa.',
  'Is this computer ready?': 'Este computador está pronto?',
  'Checking…': 'Verificando…',
  'What this room keeps': 'O que esta sala guarda',
  'The code with every edit and its time, each run with its output, and the names people entered. Interviewers can watch it again.':
    'O código com cada edição e seu horário, cada execução com sua saída e os nomes informados. Os entrevistadores podem ver tudo de novo.',
  'It is deleted some time after its last use, or earlier by an interviewer.':
    'É excluído algum tempo após o último uso, ou antes por um entrevistador.',
  'No audio or video, no cookies, no IP address; nothing is shared with anyone else.':
    'Sem áudio ou vídeo, sem cookies, sem endereço IP; nada é compartilhado com mais ninguém.',
  'No help': 'Sem ajuda',
  'No log': 'Sem registro',
  interviewer: 'entrevistador',
  candidate: 'candidato',
  observer: 'observador',
  assistant: 'assistente',
};
