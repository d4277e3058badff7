/** Keeps chosen questions of a new room when search results arrive that were requested before the choice. */

const chosen = new Set<string>();

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
  const list = document.querySelector('#question-list');
  // Another room is being created.
  if (!document.querySelector('#make-questions')) chosen.clear();
  if (!list) return;
  const boxes = [...list.querySelectorAll<HTMLInputElement>('[name=questions]')];
  for (const box of boxes) box.checked = chosen.has(box.value);
  const lost = [...chosen].filter((id) => !boxes.some(({ value }) => value === id));
  if (lost.length === 0) return;
  for (const value of lost) {
    const box = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'questions', value });
    box.checked = box.hidden = true;
    list.append(box);
  }
  // Another search puts them first.
  document.querySelector('#make-library [name=q]')?.dispatchEvent(new Event('change', { bubbles: true }));
}
