import {
  type Command,
  type PersonView,
  ROLES,
  type Role,
  type SeatId,
  type SeatView,
  type SessionView,
} from '@werkraum/protocol';
import { handsAt, type PlanDocuments, peopleAt } from '../breakouts/floor-plan.model.ts';

export interface PersonRow {
  seatId: SeatId;
  name: string;
  role: Role;
  presence: PersonView['presence'];
  own: boolean;
  handUp: boolean;
  hasWord: boolean;
  giveWord: Command | undefined;
  takeWord: Command | undefined;
  mute: Command | undefined;
  /** What the viewer may make of this person; empty when nothing. */
  roles: readonly Role[];
  /** Whether the viewer may replace this person's link (`reissueLink` makes the command). */
  reissuable: boolean;
  remove: Command | undefined;
}

export interface PeopleGroup {
  /** Undefined: the plenary. */
  table: { label: string; topic: string } | undefined;
  rows: readonly PersonRow[];
}

/** Everybody, by the place where they are: the plenary first, then the tables. Empty tables are listed too. */
export function peopleGroups(documents: PlanDocuments): readonly PeopleGroup[] {
  const { session } = documents;
  const { tables } = session;
  const plenary = { table: undefined, rows: peopleAt(session, 'plenary').map(([id]) => row(documents, id)) };
  const seated = (tables?.order ?? []).map((roomId) => ({
    table: { label: tables?.rooms[roomId]?.label ?? '', topic: tables?.rooms[roomId]?.topic ?? '' },
    rows: peopleAt(session, roomId).map(([id]) => row(documents, id)),
  }));
  return [plenary, ...seated];
}

function row(documents: PlanDocuments, seatId: SeatId): PersonRow {
  const { session, you } = documents;
  const person = session.people[seatId] as PersonView;
  const own = seatId === you.seatId;
  const handUp = handsAt(documents, person.place)[seatId] !== undefined;
  const hasWord = session.stage.words[seatId] !== undefined;
  const { name, role, presence } = person;
  return { seatId, name, role, presence, own, handUp, hasWord, ...actions(session, you, seatId, person) };
}

type RowActions = Pick<PersonRow, 'giveWord' | 'takeWord' | 'mute' | 'roles' | 'reissuable' | 'remove'>;

function actions(session: SessionView, you: SeatView, seatId: SeatId, person: PersonView): RowActions {
  const may = (type: Command['type']): boolean => you.may.includes(type);
  const other = seatId !== you.seatId;
  const together = person.place === you.place && person.presence === 'here';
  const hasWord = session.stage.words[seatId] !== undefined;
  const plenary = person.place === 'plenary';
  return {
    giveWord: may('give-word') && plenary && together && !hasWord && other ? { type: 'give-word', seatId } : undefined,
    takeWord: may('take-word') && hasWord ? { type: 'take-word', seatId } : undefined,
    mute: may('mute-seat') && together && other ? { type: 'mute-seat', seatId } : undefined,
    roles: may('change-role') ? ROLES.filter((role) => role !== person.role) : [],
    reissuable: may('reissue-link') && other,
    remove: may('remove-person') && other ? { type: 'remove-person', seatId } : undefined,
  };
}
