import type { Instant, Language, Role, SessionPlan } from '@werkraum/protocol';
import { formatLongDateTime } from '../../i18n/format.ts';
import type { Appointment } from './calendar.ts';
import type { PersonLink } from './links.model.ts';

/** A mail to one person: what it is about, and what it says. */
export interface Invitation {
  subject: string;
  text: string;
}

const ROLES: Record<Language, Record<Role, string>> = {
  de: {
    facilitator: 'Sie moderieren diesen Workshop.',
    timekeeper: 'Sie achten in diesem Workshop auf die Zeit.',
    speaker: 'Sie halten in diesem Workshop einen Vortrag.',
    participant: '',
  },
  en: {
    facilitator: 'You facilitate this workshop.',
    timekeeper: 'You keep the time in this workshop.',
    speaker: 'You give a talk in this workshop.',
    participant: '',
  },
};

const WORDS = {
  de: {
    hello: (name: string) => `Guten Tag ${name},`,
    invited: (title: string) => `herzlich willkommen zum Workshop „${title}“.`,
    when: (from: string, to: string) => `Beginn: ${from}\nEnde: ${to}`,
    link: 'Ihr persönlicher Link führt Sie in den Raum:',
    key: 'Der Link ist Ihr Schlüssel. Bitte geben Sie ihn nicht weiter. Sie brauchen nur einen aktuellen Browser und nach Möglichkeit Kamera und Mikrofon; installiert wird nichts.',
    programme: 'Programm:',
    minutes: (count: number) => `${count} Min.`,
    bye: 'Wir freuen uns auf Sie.',
  },
  en: {
    hello: (name: string) => `Hello ${name},`,
    invited: (title: string) => `you are warmly invited to the workshop “${title}”.`,
    when: (from: string, to: string) => `Begins: ${from}\nEnds: ${to}`,
    link: 'Your personal link takes you into the room:',
    key: 'The link is your key, so please do not pass it on. All you need is a current browser and, if you can, a camera and a microphone; nothing is installed.',
    programme: 'Programme:',
    minutes: (count: number) => `${count} min`,
    bye: 'We look forward to seeing you.',
  },
};

/** When it is over by the plan: at its hard end, else after all its phases. */
export const endsAt = ({ hardEndMs, phases }: SessionPlan, startsAt: Instant): Instant =>
  startsAt + (hardEndMs ?? phases.reduce((sum, { plannedMs }) => sum + plannedMs, 0));

/** A person's invitation, in either language. `timeZone` (IANA) is the device's own when it is not given. */
export function invitation(
  { name, role, link }: Pick<PersonLink, 'name' | 'role' | 'link'>,
  plan: SessionPlan,
  language: Language,
  timeZone?: string,
): Invitation {
  const words = WORDS[language];
  const when = (instant: Instant) => formatLongDateTime(instant, language, timeZone);
  const { startsAt, title, phases } = plan;
  const programme = phases.map((phase) => `- ${phase.title} (${words.minutes(Math.round(phase.plannedMs / 60_000))})`);
  const paragraphs = [
    words.hello(name),
    words.invited(title),
    ROLES[language][role],
    startsAt === undefined ? '' : words.when(when(startsAt), when(endsAt(plan, startsAt))),
    `${words.link}\n${link}`,
    words.key,
    [words.programme, ...programme].join('\n'),
    words.bye,
  ];
  return { subject: title, text: paragraphs.filter(Boolean).join('\n\n') };
}

/** A link that opens a mail program with the invitation (RFC 6068: line breaks are CRLF). */
export const mailLink = (address: string, { subject, text }: Invitation): string => {
  const [user = '', host = ''] = address.split('@');
  const body = encodeURIComponent(text.replaceAll('\n', '\r\n'));
  return `mailto:${encodeURIComponent(user)}@${encodeURIComponent(host)}?subject=${encodeURIComponent(subject)}&body=${body}`;
};

/** A person's appointment; undefined while nobody said when the workshop begins. */
export function appointment(
  person: Pick<PersonLink, 'seatId' | 'name' | 'role' | 'link'>,
  plan: SessionPlan,
  stampedAt: Instant,
): Appointment | undefined {
  const { startsAt, title, language } = plan;
  if (startsAt === undefined) return undefined;
  const { host, hash } = new URL(person.link);
  const sessionId = hash.slice(1).split('.')[0] ?? '';
  return {
    uid: `${person.seatId}.${sessionId}@${host}`,
    ...{ stampedAt, startsAt, endsAt: endsAt(plan, startsAt), title, link: person.link },
    description: invitation(person, plan, language).text,
  };
}
