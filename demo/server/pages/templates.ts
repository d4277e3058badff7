/** The page with all room templates. */
import { html } from 'hono/html';
import { rich } from '../../../components/wording/rich.js';
import { t } from '../../../components/wording/words.js';
import { TEMPLATES } from '../../../party/http/templates.js';
import { LANGUAGES } from '../../../party/shared/languages.js';
import { fenced } from '../docs.js';
import { href } from '../spoken.js';
import { type Html, layout } from './layout.js';
import { templateText } from './make.js';

export function templatesPage(): Html {
  return layout({
    title: `${t('Templates')} – code-room`,
    description: t('Tasks with starter code to begin an interview with.'),
    body: html`<div class="wrap">
<h1 class="page-title">${t('Templates')}</h1>
<p class="lead">${rich('A template fills in the task and the starter code of a new room. Choose one under “Start from” when you {make}.', { make: html`<a href="${href('/')}">${t('make a room')}</a>` })}</p>
${Object.entries(TEMPLATES).map(
  ([id, template]) => html`<section aria-labelledby="${id}" class="mt-8">
<h2 id="${id}" class="mb-2 text-xl font-semibold tracking-tight"><span lang="en">${template.title}</span> <span class="badge align-middle">${LANGUAGES[template.language]}</span></h2>
${templateText(template)}
</section>`,
)}
</div>`,
  });
}

export function templatesMarkdown(): string {
  const templates = Object.values(TEMPLATES).map(
    ({ title, language, brief, code }) =>
      `## ${title} (${LANGUAGES[language]})\n\n${brief}\n\n${fenced(code, language)}`,
  );
  return `# Templates\n\nA template fills in the task and the starter code of a new room.\n\n${templates.join('\n\n')}\n`;
}
