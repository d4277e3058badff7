export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  telemetry: false,
  css: ['code-room/placeholder.css'],
  vue: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('code-room') } },
  app: { head: { title: 'Room', link: [{ rel: 'icon', href: 'data:,' }] } },
});
