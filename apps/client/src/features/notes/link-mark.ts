import { Mark } from '@tiptap/core';
import { isSafeLink } from '@werkraum/protocol';

/** A link that knows where it leads and nothing else: how it is opened is ours to say. */
export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element: HTMLElement) => (isSafeLink(element.getAttribute('href') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes: { href } }) => {
    const safe = typeof href === 'string' && isSafeLink(href);
    return ['a', { ...(safe && { href }), rel: 'noopener noreferrer', target: '_blank' }, 0];
  },
});
