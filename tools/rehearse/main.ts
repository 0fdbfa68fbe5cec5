import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { announcementFigures } from './announcing.ts';
import { joinAudio } from './audio.ts';
import { connectBot } from './bot.ts';
import { type Cast, everybody } from './cast.ts';
import { enterLate } from './enter.ts';
import { allConverged, playWorkshop } from './play.ts';
import { createRehearsal, type Invited } from './session.ts';
import { newTally, report } from './tally.ts';

const USAGE = `npm run rehearse -- [--url http://localhost:8080] [--people 9] [--speed 60] [--audio] [--host-key KEY]

Drives bots through the model workshop over the public wire: all rounds planned at once, one person lost and two late,
help called for, announcements, eight minutes behind and re-planned, tables on one beat. Planned times are divided by
--speed (up to 200: a lost connection takes eight seconds to be noticed at any speed).
The host key comes from --host-key, HOST_KEY, or DATA_DIR/secrets.json (default ./data) of a server on this machine.
Prints progress, then one JSON line. --audio lets every bot speak and listen through LiveKit.`;

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:8080' },
    people: { type: 'string', default: '9' },
    speed: { type: 'string', default: '60' },
    audio: { type: 'boolean', default: false },
    'host-key': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) process.stdout.write(`${USAGE}\n`);
else {
  await rehearse().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  });
  process.exit();
}

async function rehearse(): Promise<void> {
  const url = values.url.replace(/\/+$/, '');
  const people = within('people', values.people, 4, 300);
  const speed = within('speed', values.speed, 1, 200);
  const tally = newTally();
  const invited = await createRehearsal({ url, hostKey: hostKey(), people, speed });
  say(`${invited.length} people, ${speed}× speed`);
  const bots = await Promise.all(
    invited.map(async (person) => ({ person, bot: await connectBot(url, person.ticket, person.name, tally) })),
  );
  const named = (role: Invited['role']) => bots.filter(({ person }) => person.role === role).map(({ bot }) => bot);
  const [[facilitator], [timekeeper], [speaker]] = [named('facilitator'), named('timekeeper'), named('speaker')];
  if (!facilitator || !timekeeper || !speaker) throw new Error('The model workshop has lost a role.');
  const cast: Cast = { facilitator, timekeeper, speaker, participants: named('participant') };
  const [{ person }] = bots as [(typeof bots)[number]];
  const audio = values.audio ? await joinAudio(url, everybody(cast), tally) : undefined;
  const enter = async (name: string) => {
    const bot = await enterLate({ url, sessionId: person.ticket.sessionId, facilitator, tally }, name);
    audio?.add(bot);
    return bot;
  };
  await playWorkshop({ cast, tally, say, speed, enter });
  const converged = await allConverged(cast);
  const announcements = announcementFigures({ cast, tally });
  await audio?.leave();
  for (const bot of everybody(cast)) bot.leave();
  process.stdout.write(`${report(tally, { announcements, converged })}\n`);
  if (!converged) process.exitCode = 1;
}

function within(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`--${name} takes a whole number from ${least} to ${most}.`);
}

function hostKey(): string {
  const given = values['host-key'] ?? process.env.HOST_KEY;
  if (given) return given;
  const file = `${process.env.DATA_DIR ?? './data'}/secrets.json`;
  if (!existsSync(file)) throw new Error(`No host key: give --host-key or HOST_KEY (no ${file} here).`);
  const secrets: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof secrets === 'object' && secrets && 'hostKey' in secrets && typeof secrets.hostKey === 'string')
    return secrets.hostKey;
  throw new Error(`${file} holds no host key.`);
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
