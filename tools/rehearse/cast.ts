import type { Command, PhaseId } from '@werkraum/protocol';
import type { Bot } from './bot.ts';
import type { Tally } from './tally.ts';

export interface Cast {
  facilitator: Bot;
  timekeeper: Bot;
  speaker: Bot;
  /** Who is here; people come and go. */
  participants: Bot[];
}

export interface Play {
  cast: Cast;
  tally: Tally;
  say: (line: string) => void;
  /** Planned times were divided by this. */
  speed: number;
  /** Somebody new opens a personal link that the facilitator made for them. */
  enter: (name: string) => Promise<Bot>;
}

export const everybody = ({ facilitator, timekeeper, speaker, participants }: Cast): Bot[] => [
  facilitator,
  timekeeper,
  speaker,
  ...participants,
];

/** The phase that runs, as this bot sees it. */
export const running = (bot: Bot): PhaseId | undefined => bot.session().agenda.clock?.phaseId;

/** Asks for something that has to work. Throws who was refused what, and why. */
export async function must(bot: Bot, command: Command): Promise<void> {
  const reply = await bot.ask(command);
  if (!reply.ok) throw new Error(`${bot.name}: ${command.type} was refused: ${reply.rejection}`);
}

/** What takes so many seconds in the planned workshop, in milliseconds at this speed. */
export const quicker = ({ speed }: Pick<Play, 'speed'>, seconds: number): number => (seconds * 1_000) / speed;
