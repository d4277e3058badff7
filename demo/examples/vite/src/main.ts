import 'code-room/define';

const room: HTMLElementTagNameMap['code-room'] | null = document.querySelector('code-room');
room?.addEventListener('code-room-status', () => {
  document.title = room.status;
});
