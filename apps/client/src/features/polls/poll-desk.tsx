import type { Command, Poll, PollId } from '@werkraum/protocol';
import { ChartNoAxesColumn, Eye, EyeOff, Pencil, Play, Plus, Square, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useFacilitators, useSend, useSession, useYou } from '../../connection/hooks.ts';
import { useT } from '../../i18n/i18n.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { randomId } from '../../ui/random-id.ts';
import { draftFrom, newDraft } from './poll-desk.model.ts';
import { PollForm } from './poll-form.tsx';
import { closedPolls, type PollLine, pollActions, preparedPolls } from './polls.model.ts';
import styles from './polls.module.css';
import { PulseCounts } from './pulse.tsx';
import { Results } from './results.tsx';

/** Where a facilitator prepares polls, opens and closes them, and decides whether the results are shown. */
export function PollDesk() {
  const t = useT('polls');
  const facilitators = useFacilitators();
  const session = useSession();
  const you = useYou();
  const [making, setMaking] = useState<PollId>();
  if (!facilitators || !session || !you) return null;
  const open = Object.entries(facilitators.polls ?? {}).find(([, { state }]) => state === 'open');
  const lines = [...preparedPolls(facilitators), ...closedPolls(facilitators.polls)];
  const openLine = open && { ...open[1], pollId: open[0] as PollId };
  return (
    <section class={styles.desk} aria-label={t('desk')}>
      <PulseCounts pulse={facilitators.pulse} />
      {openLine && <OpenPollLine line={openLine} />}
      {making ? (
        <Making pollId={making} mayOpen={!open && you.may.includes('open-poll')} done={() => setMaking(undefined)} />
      ) : (
        you.may.includes('prepare-poll') && (
          <Button icon={Plus} wide onClick={() => setMaking(randomId() as PollId)}>
            {t('new')}
          </Button>
        )
      )}
      {lines.length === 0 && !open && !making && <p class={styles.about}>{t('none')}</p>}
      <ol class={styles.list}>
        {lines.map((line) => (
          <DeskLine key={line.pollId} line={line} another={open !== undefined} />
        ))}
      </ol>
    </section>
  );
}

function Making({ pollId, mayOpen, done }: { pollId: PollId; mayOpen: boolean; done(): void }) {
  const save = useSaving(pollId, done);
  return <PollForm start={newDraft} mayOpen={mayOpen} save={save} cancel={done} />;
}

function useSaving(pollId: PollId, done: () => void) {
  const send = useSend();
  return async (poll: Poll, open: boolean): Promise<boolean> => {
    const kept = await send({ type: 'prepare-poll', pollId, poll });
    if (!kept.ok) return false;
    if (open) await send({ type: 'open-poll', pollId });
    done();
    return true;
  };
}

function OpenPollLine({ line }: { line: PollLine }) {
  const t = useT('polls');
  const send = useSend();
  const you = useYou();
  if (!you) return null;
  const { close, closeQuietly } = pollActions(line, you, false);
  return (
    <div class={styles.running}>
      <p class={styles.about}>{t('running')}</p>
      <p class={styles.question}>{line.poll.question}</p>
      <p class={`${styles.about} figures`} role="status">
        {t('voted', { count: line.voted ?? 0 })}
      </p>
      <div class={styles.actions}>
        {close && (
          <Button kind="primary" icon={ChartNoAxesColumn} onClick={() => void send(close)}>
            {t('closeAndShow')}
          </Button>
        )}
        {closeQuietly && (
          <Button icon={Square} onClick={() => void send(closeQuietly)}>
            {t('close')}
          </Button>
        )}
      </div>
    </div>
  );
}

function DeskLine({ line, another }: { line: PollLine; another: boolean }) {
  const t = useT('polls');
  const send = useSend();
  const you = useYou();
  const session = useSession();
  const [changing, setChanging] = useState(false);
  const save = useSaving(line.pollId, () => setChanging(false));
  if (!you || !session) return null;
  const { open, show, drop } = pollActions(line, you, another);
  const { question } = line.poll;
  const does = (command: Command) => () => void send(command);
  if (changing) {
    return (
      <li>
        <PollForm
          start={draftFrom(line.poll)}
          mayOpen={open !== undefined}
          save={save}
          cancel={() => setChanging(false)}
        />
      </li>
    );
  }
  return (
    <li class={styles.line}>
      <p class={styles.question}>{question}</p>
      <p class={styles.about}>
        {[t(`kind.${line.poll.kind}`), t(line.poll.anonymous ? 'short.anonymous' : 'short.named')].join(' · ')}
        {line.state === 'closed' && ` · ${t(line.shown ? 'short.shown' : 'short.hidden')}`}
      </p>
      {line.state === 'closed' && <Results line={line} people={session.people} />}
      <div class={styles.actions}>
        {open && (
          <Button icon={Play} aria-label={`${t('openIt')}: ${question}`} onClick={does(open)}>
            {t('openIt')}
          </Button>
        )}
        {show && (
          <Button icon={line.shown ? EyeOff : Eye} onClick={does(show)}>
            {t(line.shown ? 'hide' : 'show')}
          </Button>
        )}
        {line.state === 'prepared' && (
          <IconButton
            icon={Pencil}
            tip="above-end"
            label={t('changeIt', { question })}
            onClick={() => setChanging(true)}
          />
        )}
        {drop && <IconButton icon={Trash2} tip="above-end" label={t('drop', { question })} onClick={does(drop)} />}
      </div>
    </li>
  );
}
