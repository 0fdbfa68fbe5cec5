import { useEffect, useState } from 'preact/hooks';
import { takeFragment } from '../../connection/tab.ts';
import { recall, remember } from '../../ui/memory.ts';

/** The organiser's key: from the address, or from earlier in this tab. It stays in this tab and out of the address bar. */
export function useHostKey() {
  const [key, hold] = useState(() => keyFromAddress() ?? recall('session', 'host-key'));
  useEffect(() => {
    const onHash = () => hold((held) => keyFromAddress() ?? held);
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  const setKey = (next: string | undefined) => {
    remember('session', 'host-key', next);
    hold(next);
  };
  return [key, setKey] as const;
}

function keyFromAddress(): string | undefined {
  const key = takeFragment();
  if (key !== undefined) remember('session', 'host-key', key);
  return key;
}
