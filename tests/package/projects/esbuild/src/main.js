import 'code-room/define';
