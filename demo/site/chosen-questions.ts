/** Keeps chosen questions of a new room when search results arrive that were requested before the choice. */

const chosen = new Set<string>();
/** Lost ones that were asked for: where the answer has them not either, as a refusal has none, another would not. */
const sought = new Set<string>();

export function keepChosenQuestions(): void {
  // A refused form comes back with some.
  for (const box of document.querySelectorAll<HTMLInputElement>('[name=questions]:checked')) chosen.add(box.value);
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== 'questions') return;
    if (target.checked) chosen.add(target.value);
    else chosen.delete(target.value);
  });
  document.addEventListener('htmx:after:swap', restore);
}

function restore(): void {
  // A refusal may stand in the place of the whole library.
  const list =
    document.querySelector('#question-list') ?? document.querySelector('#make-library > [role=alert]')?.parentElement;
  // Another room is being created.
  if (!document.querySelector('#make-questions')) chosen.clear();
  if (!list) return;
  const boxes = [...list.querySelectorAll<HTMLInputElement>('[name=questions]')];
  for (const box of boxes) {
    box.checked = chosen.has(box.value);
    if (!box.hidden) sought.delete(box.value);
  }
  const lost = [...chosen].filter((id) => !boxes.some(({ value }) => value === id));
  if (lost.length === 0) return;
  for (const value of lost) {
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'questions', value });
    box.checked = box.hidden = true;
    list.append(box);
  }
  if (lost.every((id) => sought.has(id))) return;
  for (const id of lost) sought.add(id);
  // Another search puts them first.
  document.querySelector('#make-library [name=q]')?.dispatchEvent(new Event('change', { bubbles: true }));
}
