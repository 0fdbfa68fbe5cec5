import type { Editor } from '@tiptap/core';
import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  TextQuote,
  Undo2,
  Unlink,
} from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { LinkForm } from './link-form.tsx';
import styles from './notes.module.css';

interface Tool {
  name: 'bold' | 'italic' | 'heading2' | 'heading3' | 'bullets' | 'numbers' | 'quote' | 'undo' | 'redo';
  icon: LucideIcon;
  /** Absent for tools that are done and not switched. */
  isOn?: boolean;
  run(): void;
}

function toolsOf(editor: Editor): readonly Tool[] {
  const chain = () => editor.chain().focus();
  const on = (name: string, attributes?: object): boolean => editor.isActive(name, attributes);
  const heading = (level: 2 | 3) => () => void chain().toggleHeading({ level }).run();
  return [
    { name: 'bold', icon: Bold, isOn: on('bold'), run: () => void chain().toggleBold().run() },
    { name: 'italic', icon: Italic, isOn: on('italic'), run: () => void chain().toggleItalic().run() },
    { name: 'heading2', icon: Heading2, isOn: on('heading', { level: 2 }), run: heading(2) },
    { name: 'heading3', icon: Heading3, isOn: on('heading', { level: 3 }), run: heading(3) },
    { name: 'bullets', icon: List, isOn: on('bulletList'), run: () => void chain().toggleBulletList().run() },
    { name: 'numbers', icon: ListOrdered, isOn: on('orderedList'), run: () => void chain().toggleOrderedList().run() },
    { name: 'quote', icon: TextQuote, isOn: on('blockquote'), run: () => void chain().toggleBlockquote().run() },
    { name: 'undo', icon: Undo2, run: () => void chain().undo().run() },
    { name: 'redo', icon: Redo2, run: () => void chain().redo().run() },
  ];
}

/** The tools above the text: one stop for the keyboard, arrows within [WAI-ARIA toolbar]. */
export function Toolbar({ editor }: { editor: Editor }) {
  const t = useT('notes');
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [linking, setLinking] = useState(false);
  const hasLink = editor.isActive('link');
  const tools = toolsOf(editor);

  function walk(event: KeyboardEvent): void {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const index = (next + buttons.length) % buttons.length;
    setAt(index);
    buttons[index]?.focus();
  }

  return (
    <>
      <div ref={bar} role="toolbar" aria-label={t('tools')} class={styles.tools} onKeyDown={walk}>
        {tools.map(({ name, icon, isOn, run }, index) => (
          <IconButton
            key={name}
            icon={icon}
            label={t(`tool.${name}`)}
            tip="below"
            pressed={isOn}
            tabIndex={index === at ? 0 : -1}
            onFocus={() => setAt(index)}
            onClick={run}
          />
        ))}
        <IconButton
          icon={hasLink ? Unlink : Link}
          label={t(hasLink ? 'tool.unlink' : 'tool.link')}
          tip="below-end"
          tabIndex={at === tools.length ? 0 : -1}
          onFocus={() => setAt(tools.length)}
          onClick={() =>
            hasLink ? void editor.chain().focus().extendMarkRange('link').unsetMark('link').run() : setLinking(true)
          }
        />
      </div>
      {linking && <LinkForm editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}
