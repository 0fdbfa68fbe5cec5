import type { ReferenceView } from '@werkraum/protocol';
import { ids } from '../records.ts';
import type { Session } from '../session.ts';
import type { References } from './references.ts';

/** What the view of references is made from. */
export const referencesInputs = ({ references: { items } }: Session): Pick<References, 'items'> => ({ items });

/** References as everybody sees them; undefined while there is none. */
export const referencesView = ({ items }: Pick<References, 'items'>): Record<string, ReferenceView> | undefined =>
  ids(items).length === 0 ? undefined : (items as Record<string, ReferenceView>);
