import type { RichText, TextBlock, TextRun } from '@werkraum/protocol';
import type { ComponentChildren } from 'preact';
import styles from './notes.module.css';

/** A rich text as elements made of text nodes. `under` is the level of the heading it stands under. */
export function RichTextView({ text, under = 3 }: { text: RichText; under?: 2 | 3 | 4 }) {
  return (
    <div class={styles.prose}>
      {text.map((block, at) => (
        <Block key={at} block={block} under={under} />
      ))}
    </div>
  );
}

function Block({ block, under }: { block: TextBlock; under: number }) {
  if (block.kind === 'list') return <ListView block={block} />;
  const runs = <Runs runs={block.runs} />;
  if (block.kind === 'quote') return <blockquote>{runs}</blockquote>;
  if (block.kind === 'paragraph') return <p>{runs}</p>;
  const Heading = `h${Math.min(6, under + block.level - 1)}` as 'h4';
  return <Heading>{runs}</Heading>;
}

type ListBlock = Extract<TextBlock, { kind: 'list' }>;

interface Branch {
  runs: readonly TextRun[];
  within: Branch[];
}

/** Items of a list, each with those that stand deeper right after it. */
function branchesOf(items: ListBlock['items']): Branch[] {
  const top: Branch[] = [];
  const path: Branch[] = [];
  for (const { depth, runs } of items) {
    const branch: Branch = { runs, within: [] };
    path.length = Math.min(depth, path.length);
    (path.at(-1)?.within ?? top).push(branch);
    path.push(branch);
  }
  return top;
}

function ListView({ block }: { block: ListBlock }) {
  const List = block.ordered ? 'ol' : 'ul';
  const draw = (branches: readonly Branch[]): ComponentChildren => (
    <List>
      {branches.map(({ runs, within }, at) => (
        <li key={at}>
          <Runs runs={runs} />
          {within.length > 0 && draw(within)}
        </li>
      ))}
    </List>
  );
  return <>{draw(branchesOf(block.items))}</>;
}

function Runs({ runs }: { runs: readonly TextRun[] }) {
  return (
    <>
      {runs.map((run, at) => (
        <Run key={at} {...run} />
      ))}
    </>
  );
}

function Run({ text, bold, italic, link }: TextRun) {
  let shown: ComponentChildren = text;
  if (bold) shown = <strong>{shown}</strong>;
  if (italic) shown = <em>{shown}</em>;
  if (link !== undefined) {
    shown = (
      <a href={link} target="_blank" rel="noopener noreferrer">
        {shown}
      </a>
    );
  }
  return <span>{shown}</span>;
}
