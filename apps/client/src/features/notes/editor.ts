import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Placeholder } from '@tiptap/extension-placeholder';
import { StarterKit } from '@tiptap/starter-kit';
import { LinkMark } from './link-mark.ts';
import type { SharedNotes } from './shared-notes.ts';

export interface EditorParts {
  element: HTMLElement;
  notes: SharedNotes;
  editable: boolean;
  label: string;
  placeholder: string;
  onChange(): void;
  /** More was pasted than can be taken at once. */
  onTooMuch(): void;
}

/** What one change may bring, in characters: the server takes no larger ones [NO-5]. */
const MOST_AT_ONCE = 12_000;

// As JSON: from markup, even from none, it would be parsed, which the page's content policy (trusted types) refuses.
const NOTHING = { type: 'doc', content: [{ type: 'paragraph' }] };

/**
 * An editor over the shared document: exactly what a `RichText` can say, and nothing it would have to drop. What is
 * pasted comes as plain text, for the same reason as above: no markup of others is ever parsed.
 */
export function createEditor(parts: EditorParts): Editor {
  const { element, notes, editable, label, placeholder, onChange, onTooMuch } = parts;
  const off = false as const;
  return new Editor({
    ...{ element, editable, injectCSS: false, content: NOTHING },
    extensions: [
      StarterKit.configure({
        heading: { levels: [2, 3] },
        ...{ code: off, codeBlock: off, horizontalRule: off, strike: off, underline: off, link: off },
        ...{ dropcursor: off, gapcursor: off, undoRedo: off, trailingNode: off },
      }),
      LinkMark,
      Placeholder.configure({ placeholder }),
      Collaboration.configure({ document: notes.doc() }),
      CollaborationCaret.configure({
        provider: { awareness: notes.awareness() },
        render: drawCaret,
        selectionRender: ({ hue }) => ({ nodeName: 'span', class: 'notes-selection', 'data-hue': String(hue) }),
      }),
    ],
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      handleDOMEvents: {
        paste(view, event) {
          event.preventDefault();
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (text.length > MOST_AT_ONCE) onTooMuch();
          else view.pasteText(text, event);
          return true;
        },
        drop(_view, event) {
          event.preventDefault();
          return true;
        },
      },
    },
    onTransaction: onChange,
  });
}

function drawCaret({ name, hue }: Record<string, unknown>): HTMLElement {
  const caret = document.createElement('span');
  caret.className = 'notes-caret';
  caret.dataset.hue = String(hue);
  const label = document.createElement('span');
  label.className = 'notes-caret-name';
  label.textContent = String(name);
  caret.append(label);
  return caret;
}
