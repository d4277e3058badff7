export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  telemetry: false,
  vue: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('code-room') } },
  app: { head: { title: 'Room', link: [{ rel: 'icon', href: 'data:,' }] } },
});
