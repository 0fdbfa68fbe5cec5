import { useLocation } from 'preact-iso';
import type { Link } from '../../connection/hooks.ts';
import { Page } from '../../ui/page.tsx';
import { TurnedAway } from '../join/turned-away.tsx';
import { comeBack } from './come-back.ts';

/** The server closed the line for good: why, and the way out. */
export function Gone({ link }: { link: Link }) {
  const { route } = useLocation();
  const toTheDoor = () => route('/join', true);
  const enter = (takeOver: boolean) => {
    if (!comeBack(takeOver)) toTheDoor();
  };
  return (
    <Page>
      <TurnedAway link={link} enter={enter} anotherLink={toTheDoor} />
    </Page>
  );
}
