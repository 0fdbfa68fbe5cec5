import {
  Armchair,
  Bookmark,
  CalendarClock,
  ClipboardList,
  Hand,
  LayoutGrid,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Map as MapIcon,
  MessageSquare,
  Route,
  Timer,
  Users,
} from 'lucide-preact';
import type { Centre, Panel } from './room.model.ts';

export const VIEW_ICONS: Record<Centre | Panel, LucideIcon> = {
  stage: LayoutGrid,
  plan: MapIcon,
  agenda: CalendarClock,
  seating: Armchair,
  timekeeper: Timer,
  'run-sheet': Route,
  task: ClipboardList,
  people: Users,
  turns: ListOrdered,
  hands: Hand,
  'to-do': ListTodo,
  chat: MessageSquare,
  collection: Bookmark,
};
