import { Check, Printer, QrCode as QrSign, UsersRound } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './link-sheet.module.css';
import { type LinkSheet, linksAsText, type PersonLink } from './links.model.ts';
import { LinkDialog } from './new-link-dialog.tsx';

/** The personal links of a new workshop, shown this once. */
export function LinkSheetView({ sheet, done }: { sheet: LinkSheet; done(): void }) {
  const t = useT('host');
  const words = useT('common');
  const [shown, setShown] = useState<{ name: string; link: string }>();
  const all = linksAsText(sheet, (role) => words(`roles.${role}`), t('links.guests'));
  const { guestLink } = sheet;
  return (
    <>
      <header class={styles.head}>
        <h1>{t('links.title')}</h1>
        <p class={styles.workshop}>{sheet.title}</p>
        <p class={styles.once}>{t('links.once')}</p>
        <div class={styles.actions}>
          <CopyButton kind="primary" text={all} label={t('links.copyAll')} words={t('links.copyAll')} />
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
          <PersonRow key={person.seatId} person={person} show={() => setShown(person)} />
        ))}
      </ul>
      {guestLink && <GuestLink link={guestLink} show={() => setShown({ name: t('links.guests'), link: guestLink })} />}
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

function PersonRow({ person, show }: { person: PersonLink; show(): void }) {
  const t = useT('host');
  const words = useT('common');
  const { name, role, link } = person;
  return (
    <li class={styles.row}>
      <Avatar name={name} />
      <span class={styles.who}>
        <span class={styles.name}>{name}</span>
        <span class={styles.role}>{words(`roles.${role}`)}</span>
      </span>
      <span class={styles.link}>{link}</span>
      <span class={styles.buttons}>
        <CopyButton text={link} label={t('links.copyOf', { name })} />
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
