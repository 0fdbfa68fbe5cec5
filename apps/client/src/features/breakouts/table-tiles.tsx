import type { Command } from '@werkraum/protocol';
import { BellRing, Check, Footprints, Hand, Mic, StickyNote, Timer, UserRound } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { useNow, useRoomSlice, useSend, useSession, useStaff, useYou } from '../../connection/hooks.ts';
import { formatList, formatTime } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { clockFace } from '../../ui/clock-face.ts';
import { Switch } from '../../ui/switch.tsx';
import { PlaceBalance } from '../balance/parts.ts';
import { timedInput } from './floor-plan.model.ts';
import { signalCount, type TableTile, type TilePerson, tableTiles } from './table-tiles.model.ts';
import styles from './table-tiles.module.css';

/** From so many tables on, it is worth having those that call first. */
const MANY = 5;

/** The tables while they work, one tile each: who is there, who speaks, how they stand, who calls. */
export function TableTiles() {
  const t = useT('facilitating');
  const session = useSession();
  const you = useYou();
  const staff = useStaff();
  const room = useRoomSlice();
  const now = useNow(timedInput(staff, room));
  const send = useSend();
  const [helpFirst, setHelpFirst] = useState(false);
  if (!session || !you) return null;
  const tiles = tableTiles({ session, you, staff, room }, now, helpFirst);
  const { ready, more, total } = signalCount(tiles);
  return (
    <section class={styles.board} aria-label={t('tiles.label')}>
      <div class={styles.head}>
        <p class="figures" role="status">
          {[
            ...(ready > 0 ? [t('tiles.readyOf', { ready, total })] : []),
            ...(more > 0 ? [t('tiles.needMore', { count: more })] : []),
          ].join(' · ')}
        </p>
        {tiles.length >= MANY && <Switch label={t('tiles.helpFirst')} on={helpFirst} set={setHelpFirst} />}
      </div>
      <ul class={styles.tiles} data-many={tiles.length > 12}>
        {tiles.map((tile) => (
          <Tile key={tile.roomId} tile={tile} send={(command) => void send(command)} />
        ))}
      </ul>
      <p class={styles.soft}>{t('tiles.keys')}</p>
    </section>
  );
}

interface Sending {
  send(command: Command): void;
}

function Tile({ tile, send }: { tile: TableTile } & Sending) {
  const { label, topic, shortcut, people, visitors, here, visit } = tile;
  const t = useT('facilitating');
  const tables = useT('breakouts');
  const language = useLanguage();
  const name = tables('table', { label });
  return (
    <li class={styles.tile} data-help={tile.help !== undefined} data-here={here}>
      <div class={styles.title}>
        <h3>{name}</h3>
        {shortcut !== undefined && <kbd>{shortcut}</kbd>}
        {topic && <p class={styles.topic}>{topic}</p>}
      </div>
      <Signs {...tile} name={name} send={send} />
      <Speaking {...tile} />
      <div class={styles.middle}>
        <ul class={styles.people}>
          {people.length === 0 && <li class={styles.soft}>{t('tiles.empty')}</li>}
          {people.map((person) => (
            <Person key={person.seatId} {...person} />
          ))}
          {visitors.length > 0 && (
            <li class={styles.visitor}>{t('tiles.visitor', { names: formatList(visitors, language) })}</li>
          )}
        </ul>
        <PlaceBalance place={tile.roomId} />
      </div>
      <div class={styles.foot}>
        {here && <p class={styles.here}>{t('tiles.here')}</p>}
        {visit && (
          <Button
            icon={Footprints}
            kind={tile.help === undefined ? 'quiet' : 'primary'}
            aria-label={`${t('tiles.visit')}: ${name}`}
            aria-keyshortcuts={shortcut}
            onClick={() => send(visit)}
          >
            {t('tiles.visit')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Signs({ help, putAway, signal, lonely, hands, cards, name, send }: TableTile & Sending & { name: string }) {
  const t = useT('facilitating');
  const language = useLanguage();
  return (
    <div class={styles.signs}>
      {help !== undefined && (
        <p class={styles.sign} data-sign="help">
          <BellRing size={18} aria-hidden="true" /> {t('tiles.help', { time: formatTime(help, language) })}
        </p>
      )}
      {putAway && (
        <Button kind="plain" aria-label={`${t('to-do.putAway')}: ${name}`} onClick={() => send(putAway)}>
          {t('to-do.putAway')}
        </Button>
      )}
      {signal && (
        <p class={styles.sign} data-sign={signal}>
          {signal === 'ready' ? <Check size={18} aria-hidden="true" /> : <Timer size={18} aria-hidden="true" />}
          {t(`tiles.${signal}`)}
        </p>
      )}
      {lonely && (
        <p class={styles.sign} data-sign="lonely">
          <UserRound size={18} aria-hidden="true" /> {t('tiles.lonely')}
        </p>
      )}
      {cards > 0 && (
        <p class={styles.sign}>
          <StickyNote size={18} aria-hidden="true" /> {t('tiles.cards', { count: cards })}
        </p>
      )}
      {hands > 0 && (
        <p class={styles.sign} data-sign="hands">
          <Hand size={18} aria-hidden="true" /> {t('tiles.hands', { count: hands })}
        </p>
      )}
    </div>
  );
}

function Speaking({ speaker, inputs }: Pick<TableTile, 'speaker' | 'inputs'>) {
  const t = useT('facilitating');
  if (!inputs) return null;
  return (
    <div class={styles.inputs}>
      {speaker && (
        <p class={styles.speaker} data-over={speaker.leftMs < 0}>
          <Mic size={18} aria-hidden="true" />
          <span>{t('tiles.speaking', { name: speaker.name })}</span>
          <span class="figures">{clockFace(speaker.leftMs).text}</span>
        </p>
      )}
      <p class={`${styles.soft} figures`}>{t('tiles.inputs', inputs)}</p>
      <span class={styles.bar} aria-hidden="true">
        <span style={{ inlineSize: `${(inputs.done / inputs.total) * 100}%` }} />
      </span>
    </div>
  );
}

function Person({ name, state }: TilePerson) {
  const t = useT('facilitating');
  return (
    <li class={styles.person} data-state={state}>
      {name}
      {state !== 'here' && <span class={styles.state}> ({t(`tiles.${state}`)})</span>}
    </li>
  );
}
