import { Fragment } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type Exhibit, loadExhibits } from '../../gallery/registry.ts';
import styles from './gallery-page.module.css';

/**
 * For development: every state, drawn from literal documents. `/gallery` lists them, `/gallery?show=<name>` shows
 * one alone, so that it can be looked at in any size, theme (`&theme=dark`) and language (`&lang=de`). The root element
 * names the one that is shown (`data-exhibit`).
 */
export function GalleryPage() {
  const { query } = useLocation();
  const [exhibits, setExhibits] = useState<readonly Exhibit[]>([]);
  useEffect(() => {
    void loadExhibits().then(setExhibits);
    if (query.theme === 'dark' || query.theme === 'light') document.documentElement.dataset.theme = query.theme;
  }, []);
  const shown = exhibits.find(({ name }) => name === query.show);
  useEffect(() => {
    document.documentElement.dataset.exhibit = shown?.name ?? '';
  }, [shown]);
  // Each is drawn from nothing, whatever was looked at before.
  if (shown) return <Fragment key={shown.name}>{shown.render()}</Fragment>;
  return (
    <main class={styles.page}>
      <h1>Gallery</h1>
      <p>{exhibits.length} states, drawn from literal documents without a server.</p>
      {groups(exhibits).map(([group, members]) => (
        <section key={group}>
          <h2>{group}</h2>
          <ul class={styles.list}>
            {members.map(({ name }) => (
              <li key={name}>
                <a href={`/gallery?show=${encodeURIComponent(name)}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </main>
  );
}

function groups(exhibits: readonly Exhibit[]): [string, Exhibit[]][] {
  return Object.entries(Object.groupBy(exhibits, ({ name }) => name.split('/')[0]?.trim() ?? name)).map(
    ([group, members]) => [group, members ?? []],
  );
}
