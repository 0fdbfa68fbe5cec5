import type { Language, SessionPlan } from '@werkraum/protocol';
import { useState } from 'preact/hooks';
import { useT } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Segmented } from '../../ui/choice.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { invitation, mailLink } from './invitation.ts';
import styles from './link-sheet.module.css';
import type { PersonLink } from './links.model.ts';

interface InvitationDialogProps {
  person: PersonLink;
  plan: SessionPlan;
  close(): void;
}

const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' };

/** What one person could be written, in either language: to be copied, or handed to a mail program. */
export function InvitationDialog({ person, plan, close }: InvitationDialogProps) {
  const t = useT('host');
  const [language, setLanguage] = useState(plan.language);
  const letter = invitation(person, plan, language);
  return (
    <Dialog
      title={t('invitation.title', { name: person.name })}
      onClose={close}
      actions={
        <>
          <CopyButton kind="primary" text={letter.text} label={t('invitation.copy')} words={t('invitation.copy')} />
          {person.address && <ButtonLink href={mailLink(person.address, letter)}>{t('invitation.mail')}</ButtonLink>}
        </>
      }
    >
      <Segmented
        label={t('invitation.language')}
        value={language}
        options={(['en', 'de'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onValue={(next) => setLanguage(next)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text has to be scrolled by keyboard */}
      <section class={styles.letter} lang={language} tabIndex={0} aria-label={t('invitation.text')}>
        {letter.text}
      </section>
      {!person.address && <p class={styles.role}>{t('invitation.noAddress')}</p>}
    </Dialog>
  );
}
