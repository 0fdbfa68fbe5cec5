import type { SessionPlan } from '@werkraum/protocol';
import { CalendarPlus, Check, Download, Mail, Printer, QrCode as QrSign, UsersRound } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { calendarFile } from './calendar.ts';
import { appointment } from './invitation.ts';
import { InvitationDialog } from './invitation-dialog.tsx';
import styles from './link-sheet.module.css';
import { type LinkSheet, linksAsTable, linksAsText, type PersonLink } from './links.model.ts';
import { LinkDialog } from './new-link-dialog.tsx';

interface LinkSheetProps {
  sheet: LinkSheet;
  /** What people are invited to. */
  plan: SessionPlan;
  done(): void;
}

/** The personal links of a new workshop, shown this once, with what one can send along. */
export function LinkSheetView({ sheet, plan, done }: LinkSheetProps) {
  const t = useT('host');
  const words = useT('common');
  const [inviting, setInviting] = useState<PersonLink>();
  const [shown, setShown] = useState<{ name: string; link: string }>();
  const all = linksAsText(sheet, (role) => words(`roles.${role}`), t('links.guests'));
  const { guestLink } = sheet;
  const save = () => {
    const head = [
      t('links.columns.name'),
      t('links.columns.address'),
      t('links.columns.role'),
      t('links.columns.link'),
    ];
    saveFile(`${sheet.title}.csv`, 'text/csv', linksAsTable(sheet, head, t('links.guests')));
  };
  return (
    <>
      <header class={styles.head}>
        <h1>{t('links.title')}</h1>
        <p class={styles.workshop}>{sheet.title}</p>
        <p class={styles.once}>{t('links.once')}</p>
        <div class={styles.actions}>
          <CopyButton kind="primary" text={all} label={t('links.copyAll')} words={t('links.copyAll')} />
          <Button icon={Download} onClick={save}>
            {t('links.save')}
          </Button>
          <Button icon={Printer} onClick={() => print()}>
            {t('links.print')}
          </Button>
          <Button icon={Check} onClick={done}>
            {t('links.done')}
          </Button>
        </div>
      </header>
      <ul class={styles.list} aria-label={t('links.title')}>
        {sheet.people.map((person) => (
          <PersonRow
            key={person.seatId}
            person={person}
            plan={plan}
            show={() => setShown(person)}
            invite={() => setInviting(person)}
          />
        ))}
      </ul>
      {guestLink && <GuestLink link={guestLink} show={() => setShown({ name: t('links.guests'), link: guestLink })} />}
      {inviting && <InvitationDialog person={inviting} plan={plan} close={() => setInviting(undefined)} />}
      {shown && (
        <LinkDialog
          title={shown.name}
          link={shown.link}
          note={t('links.photograph')}
          close={() => setShown(undefined)}
        />
      )}
    </>
  );
}

interface PersonRowProps {
  person: PersonLink;
  plan: SessionPlan;
  show(): void;
  invite(): void;
}

function PersonRow({ person, plan, show, invite }: PersonRowProps) {
  const t = useT('host');
  const words = useT('common');
  const { name, role, link, address } = person;
  const saveDate = () => {
    const date = appointment(person, plan, Date.now());
    if (date) saveFile(`${name} - ${plan.title}.ics`, 'text/calendar', calendarFile(date));
  };
  return (
    <li class={styles.row}>
      <Avatar name={name} />
      <span class={styles.who}>
        <span class={styles.name}>{name}</span>
        <span class={styles.role}>
          {words(`roles.${role}`)}
          {address && ` · ${address}`}
        </span>
      </span>
      <span class={styles.link}>{link}</span>
      <span class={styles.buttons}>
        <CopyButton text={link} label={t('links.copyOf', { name })} />
        <IconButton icon={Mail} label={t('links.invite', { name })} tip="above-end" onClick={invite} />
        {plan.startsAt !== undefined && (
          <IconButton icon={CalendarPlus} label={t('links.calendar', { name })} tip="above-end" onClick={saveDate} />
        )}
        <IconButton icon={QrSign} label={t('links.showQr', { name })} tip="above-end" onClick={show} />
      </span>
    </li>
  );
}

function GuestLink({ link, show }: { link: string; show(): void }) {
  const t = useT('host');
  return (
    <section class={styles.guests}>
      <h2>
        <UsersRound size={22} aria-hidden="true" />
        {t('links.guestTitle')}
      </h2>
      <p>{t('links.guestText')}</p>
      <p class={styles.link}>{link}</p>
      <div class={styles.actions}>
        <CopyButton text={link} label={t('links.copyGuest')} words={t('links.copyGuest')} />
        <Button icon={QrSign} onClick={show}>
          {t('links.showGuestQr')}
        </Button>
      </div>
    </section>
  );
}
