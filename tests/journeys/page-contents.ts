// What somebody's browser has of a room: everything that their page shows and stores.
import type { Somebody } from './world.js';

/** All that a page shows or keeps. As a string: the page knows none of the helpers a compiler leaves. */
export const kept = ({ page }: Pick<Somebody, 'page'>): Promise<string> =>
  page.evaluate(`(async () => {
    const all = [{ ...sessionStorage }, { ...localStorage }];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of database.objectStoreNames)
        all.push(await new Promise((resolve) => {
          const asking = database.transaction(store).objectStore(store).getAll();
          asking.onsuccess = () => resolve(asking.result);
        }));
      database.close();
    }
    const dom = (root) => root.innerHTML + [...root.querySelectorAll('*')].map((one) => (one.shadowRoot ? dom(one.shadowRoot) : '')).join('');
    const room = document.querySelector('code-room');
    return JSON.stringify(all) + dom(document.documentElement) + JSON.stringify([room?.tests, room?.testResults]);
  })()`);
