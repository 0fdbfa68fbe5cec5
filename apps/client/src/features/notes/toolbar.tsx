import type { Editor } from '@tiptap/core';
import {
  Bold,
  Ellipsis,
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
import { Menu } from '../../ui/menu.tsx';
import { LinkForm } from './link-form.tsx';
import styles from './notes.module.css';
import { type ToolName, toolsThatFit } from './toolbar.model.ts';
import { usePlaces } from './use-places.ts';

interface Tool {
  icon: LucideIcon;
  /** How it is called in the words, where that is not its own name. */
  words?: 'unlink';
  /** Absent for tools that are done and not switched. */
  isOn?: boolean;
  run(): void;
}

function toolsOf(editor: Editor, askForLink: () => void): Record<ToolName, Tool> {
  const chain = () => editor.chain().focus();
  const on = (name: string, attributes?: object): boolean => editor.isActive(name, attributes);
  const heading = (level: 2 | 3) => () => void chain().toggleHeading({ level }).run();
  const unlink = () => void chain().extendMarkRange('link').unsetMark('link').run();
  return {
    bold: { icon: Bold, isOn: on('bold'), run: () => void chain().toggleBold().run() },
    italic: { icon: Italic, isOn: on('italic'), run: () => void chain().toggleItalic().run() },
    heading2: { icon: Heading2, isOn: on('heading', { level: 2 }), run: heading(2) },
    heading3: { icon: Heading3, isOn: on('heading', { level: 3 }), run: heading(3) },
    bullets: { icon: List, isOn: on('bulletList'), run: () => void chain().toggleBulletList().run() },
    numbers: { icon: ListOrdered, isOn: on('orderedList'), run: () => void chain().toggleOrderedList().run() },
    quote: { icon: TextQuote, isOn: on('blockquote'), run: () => void chain().toggleBlockquote().run() },
    undo: { icon: Undo2, run: () => void chain().undo().run() },
    redo: { icon: Redo2, run: () => void chain().redo().run() },
    link: on('link') ? { icon: Unlink, words: 'unlink', run: unlink } : { icon: Link, run: askForLink },
  };
}

/** The tools above the text, in one row: one stop for the keyboard, arrows within [WAI-ARIA toolbar], the rarer ones behind "more". */
export function Toolbar({ editor }: { editor: Editor }) {
  const t = useT('notes');
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<ToolName | 'more'>('bold');
  const [linking, setLinking] = useState(false);
  const { shown, more } = toolsThatFit(usePlaces(bar));
  const tools = toolsOf(editor, () => setLinking(true));
  const row = [...shown, ...(more.length > 0 ? (['more'] as const) : [])];
  // What was the stop may stand behind "more" by now.
  const here = row.includes(stop) ? stop : row[0];
  const named = (name: ToolName) => ({ icon: tools[name].icon, label: t(`tool.${tools[name].words ?? name}`) });
  const tabStop = (name: ToolName | 'more') => ({
    ...{ 'data-tool': name, tabIndex: name === here ? 0 : -1, onFocus: () => setStop(name) },
  });

  return (
    <>
      <div ref={bar} role="toolbar" aria-label={t('tools')} class={styles.tools} onKeyDown={walk}>
        {shown.map((name, index) => (
          <IconButton
            key={name}
            {...named(name)}
            {...tabStop(name)}
            tip={index < row.length - 2 ? 'below' : 'below-end'}
            pressed={tools[name].isOn}
            onClick={tools[name].run}
          />
        ))}
        {more.length > 0 && (
          <Menu
            label={t('moreTools')}
            icon={Ellipsis}
            class={styles.moreTools}
            face={(trigger) => (
              <IconButton icon={Ellipsis} label={t('moreTools')} tip="below-end" {...trigger} {...tabStop('more')} />
            )}
            items={more.map((name) => ({
              ...{ id: name, ...named(name), onSelect: tools[name].run },
              ...(tools[name].isOn !== undefined && { isOn: tools[name].isOn }),
            }))}
          />
        )}
      </div>
      {linking && <LinkForm editor={editor} onDone={() => setLinking(false)} />}
    </>
  );
}

/** Arrows, Home and End lead from tool to tool; in an open menu they are its own. */
function walk(event: KeyboardEvent): void {
  if (!(event.currentTarget instanceof HTMLElement)) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-tool]')];
  const at = stops.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 };
  const next = steps[event.key];
  if (next === undefined) return;
  event.preventDefault();
  stops[(next + stops.length) % stops.length]?.focus();
}
