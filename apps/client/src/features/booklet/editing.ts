import type { BookletChange } from '@werkraum/protocol';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What somebody who edits may do; absent for readers, and while nobody edits. */
export interface Editing {
  change(change: BookletChange): Promise<boolean>;
}

const EditingContext = createContext<Editing | undefined>(undefined);

export const EditingProvider = EditingContext.Provider;

/** Undefined: the text is only read. */
export const useEditing = (): Editing | undefined => useContext(EditingContext);
