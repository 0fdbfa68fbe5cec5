import { RotateCw } from 'lucide-preact';
import { type ComponentType, createElement } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { fetchWords, useT } from '../i18n/i18n.ts';
import type { LaterFeature } from '../i18n/later-words.ts';
import { Button } from './button.tsx';

/** A component whose code comes when it is first shown, or earlier when somebody asks for it. */
export type Later<Props> = ComponentType<Props> & { fetch(): Promise<void> };

/**
 * Until the code and the words it says are there nothing is shown; if they cannot be had (no network), a button tries
 * again. If that was of no use the page itself has to be loaded anew: it is of an older build, or the browser does not ask twice
 * for code it could not have (whatwg/html#6768).
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  words: readonly LaterFeature[] = [],
): Later<Props> {
  let view: ComponentType<Props> | undefined;
  const fetch = async () => {
    if (view) return;
    const [loaded] = await Promise.all([load(), fetchWords(words)]);
    view = loaded;
  };
  function View(props: Props) {
    const [state, setState] = useState<'coming' | 'there' | 'missing'>('coming');
    const [attempts, setAttempts] = useState(0);
    const wanted = view === undefined && state === 'coming';
    useEffect(() => {
      if (!wanted) return;
      fetch().then(
        () => setState('there'),
        () => setState('missing'),
      );
    }, [wanted]);
    if (view) return createElement(view, props);
    if (state !== 'missing') return null;
    const retry = () => {
      setAttempts(attempts + 1);
      setState('coming');
    };
    return <Missing retry={attempts === 0 ? retry : undefined} />;
  }
  return Object.assign(View, { fetch });
}

function Missing({ retry }: { retry: (() => void) | undefined }) {
  const t = useT('common');
  return (
    <p role="alert">
      {t('partMissing')}{' '}
      <Button icon={RotateCw} onClick={retry ?? (() => location.reload())}>
        {t(retry ? 'retry' : 'reload')}
      </Button>
    </p>
  );
}

/** Fetches what will be wanted soon, one after the other, once the page has nothing better to do. Returns how to stop. */
export function fetchWhenIdle(parts: readonly { fetch(): Promise<void> }[]): () => void {
  let stopped = false;
  const fetchAll = async () => {
    for (const part of parts) if (!stopped) await part.fetch();
  };
  // What cannot be had now is asked for again when it is shown.
  const start = () => void fetchAll().catch(() => {});
  const timer = setTimeout(
    () => ('requestIdleCallback' in globalThis ? requestIdleCallback(start) : start()),
    SETTLED_MS,
  );
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

// Sound and pictures come first.
const SETTLED_MS = 2_000;
