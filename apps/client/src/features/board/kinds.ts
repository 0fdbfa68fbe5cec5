import type { BoardColumn, ColumnKind } from '@werkraum/protocol';
import {
  Archive,
  BookOpen,
  CircleHelp,
  Lightbulb,
  type LucideIcon,
  MapPin,
  Package,
  RefreshCw,
  Sprout,
  StickyNote,
  TriangleAlert,
} from 'lucide-preact';
import { useT } from '../../i18n/i18n.ts';

/** The sign of each kind: no kind is told by its colour alone. */
export const KIND_ICONS: Readonly<Record<ColumnKind, LucideIcon>> = {
  idea: Lightbulb,
  example: MapPin,
  obstacle: TriangleAlert,
  resource: Package,
  question: CircleHelp,
  sdg: Sprout,
  keep: Archive,
  change: RefreshCw,
  learned: BookOpen,
  other: StickyNote,
};

/** What a column is called: its own name, else that of its kind. */
export function useColumnName(): (column: Pick<BoardColumn, 'kind' | 'label'>) => string {
  const t = useT('board');
  return ({ kind, label }) => label ?? t(`kinds.${kind}`);
}
