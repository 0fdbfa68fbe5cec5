import type { LucideIcon } from 'lucide-preact';
import { useRef } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';

interface ChooseFilesProps {
  words: string;
  /** Types of files, as the chooser of the device wants them. */
  accept: string;
  icon: LucideIcon;
  several?: boolean;
  choose(files: readonly File[]): void;
}

/** A button that opens the device's own chooser: a file input alone cannot be given words. */
export function ChooseFiles({ words, accept, icon, several = false, choose }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const chosen = (field: HTMLInputElement) => {
    const files = [...(field.files ?? [])];
    field.value = '';
    if (files.length > 0) choose(files);
  };
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={several}
        hidden
        aria-label={words}
        onChange={(event) => chosen(event.currentTarget)}
      />
      <Button icon={icon} onClick={() => input.current?.click()}>
        {words}
      </Button>
    </div>
  );
}
