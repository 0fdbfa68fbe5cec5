import { Check, Copy, type LucideIcon } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../i18n/i18n.ts';
import { Button, IconButton } from './button.tsx';
import { notify } from './toast-store.ts';

interface CopyButtonProps {
  text: string;
  label: string;
  words?: string;
  /** What is copied, as a sign; otherwise that something is. */
  icon?: LucideIcon;
  kind?: 'primary' | 'quiet';
}

/** Copies `text`. With `label` only read out, it is a sign; with `words` they stand on it. */
export function CopyButton({ text, label, words, icon = Copy, kind = 'quiet' }: CopyButtonProps) {
  const t = useT('common');
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    const timer = copied ? setTimeout(() => setCopied(false), 2_000) : undefined;
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    writeClipboard(text).then(
      () => {
        setCopied(true);
        notify({ text: t('copied') });
      },
      () => notify({ kind: 'problem', text: t('copyFailed') }),
    );
  const sign = copied ? Check : icon;
  if (words === undefined) return <IconButton icon={sign} label={label} tip="above-end" onClick={() => void copy()} />;
  return (
    <Button kind={kind} icon={sign} aria-label={label} onClick={() => void copy()}>
      {words}
    </Button>
  );
}

/** Browsers withhold the clipboard on plain http; then it rejects like a refused permission. */
const writeClipboard = async (text: string): Promise<void> => navigator.clipboard.writeText(text);
