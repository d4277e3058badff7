<script type="module" src="http://127.0.0.1:1999/code-room.js"></script>
<code-room id="room"></code-room>
<script type="module">
  const room = document.getElementById('room');
  room.getToken = async () => (await fetch(@json("/rooms/$room/token"))).text();
  room.setAttribute('room', @json($room));
</script>
