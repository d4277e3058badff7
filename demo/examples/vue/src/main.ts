import 'code-room/define';
import type {} from 'code-room/vue';
import { createApp } from 'vue';
import Page from './Page.vue';

createApp(Page).mount('#app');
