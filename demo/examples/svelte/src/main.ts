import 'code-room/define';
import type {} from 'code-room/svelte';
import { mount } from 'svelte';
import Page from './Page.svelte';

const target = document.getElementById('app');
if (target) mount(Page, { target });
