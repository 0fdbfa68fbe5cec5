import type { Command, ReferenceId, ReferenceKind, SeatView, SessionView } from '@werkraum/protocol';

/** The longest title and the longest link. */
export const MOST_TITLE = 240;
export const MOST_LINK = 500;

/** In the order in which they are offered; typed against the wire so that none is forgotten. */
export const REFERENCE_KINDS = Object.keys({
  publication: true,
  guideline: true,
  network: true,
  platform: true,
  conference: true,
  other: true,
} satisfies Record<ReferenceKind, true>) as readonly ReferenceKind[];

/** What somebody is about to say of a reference. */
export interface ReferenceDraft {
  title: string;
  link: string;
  kind: ReferenceKind;
}

export const emptyDraft: ReferenceDraft = { title: '', link: '', kind: 'publication' };

export interface ReferenceLine extends ReferenceDraft {
  id: ReferenceId;
  /** The site a link leads to, for people to see before they follow it. */
  site: string | undefined;
  /** Name of whoever added it; undefined when they are no longer in the workshop. */
  by: string | undefined;
  drop: Command | undefined;
  mayChange: boolean;
}

/** The references as one person sees them, in the order in which they were added. */
export function referenceLines({ references = {}, people }: SessionView, you: SeatView): readonly ReferenceLine[] {
  return Object.entries(references)
    .sort(([, a], [, b]) => a.number - b.number)
    .map(([id, { title, link = '', kind, by }]) => {
      const referenceId = id as ReferenceId;
      const own = by === you.seatId || you.role === 'facilitator';
      return {
        ...{ id: referenceId, title, link, kind },
        site: siteOf(link),
        by: people[by]?.name,
        drop: own && you.may.includes('drop-reference') ? { type: 'drop-reference', referenceId } : undefined,
        mayChange: own && you.may.includes('change-reference'),
      };
    });
}

/** What a draft needs before it can be sent; undefined when nothing is missing. */
export function problemOf({ title, link }: ReferenceDraft): 'no-title' | 'no-web-address' | undefined {
  if (title.trim() === '') return 'no-title';
  return link.trim() === '' || siteOf(completed(link)) !== undefined ? undefined : 'no-web-address';
}

/** What the draft says, ready for a command. People leave out what every address begins with; it is put back. */
export function saidIn({ title, link, kind }: ReferenceDraft): { title: string; link?: string; kind: ReferenceKind } {
  const address = completed(link);
  return { title: title.trim(), kind, ...(address !== '' && { link: address }) };
}

const completed = (link: string): string => {
  const address = link.trim();
  return address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
};

// The same rule as the wire's (RF-2): `https`, with a name that has a dot in it as every public one does, and no password.
function siteOf(link: string): string | undefined {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  const isFine = url?.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname.includes('.');
  return isFine ? url.hostname : undefined;
}
