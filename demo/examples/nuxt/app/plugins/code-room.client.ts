import 'code-room/define';

export default defineNuxtPlugin(() => {});
