import { useYou } from '../../connection/hooks.ts';
import { BalanceSettings } from '../../features/balance/parts.ts';
import { NamingSetting } from '../../features/booklet/parts.ts';
import { PreparationLink } from '../../features/prep/parts.ts';
import { ReactionsSwitch } from '../../features/reactions/parts.ts';
import { useT } from '../../i18n/i18n.ts';
import { chimeSetting, muteChime } from '../../ui/chime.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Preferences } from '../../ui/preferences.tsx';
import { allowShortcuts, shortcutSetting } from '../../ui/shortcuts.ts';
import { Switch } from '../../ui/switch.tsx';
import { useStore } from '../../ui/use-store.ts';

const isMuted = ({ muted }: { muted: boolean }) => muted;
const isOn = ({ on }: { on: boolean }) => on;

/** What each person sets for themselves: language, appearance, the chime, single-key shortcuts, speaking times. */
export function RoomSettings({ close }: { close: () => void }) {
  const t = useT('room');
  const you = useYou();
  const facilitator = you?.role === 'facilitator';
  const muted = useStore(chimeSetting, isMuted);
  const shortcuts = useStore(shortcutSetting, isOn);
  return (
    <Dialog title={t('settings')} onClose={close}>
      <Preferences />
      <Switch label={t('chime')} on={!muted} set={(on) => muteChime(!on)} />
      <Switch
        label={t('shortcuts')}
        hint={t(facilitator ? 'shortcutsHintStaff' : 'shortcutsHint')}
        on={shortcuts}
        set={allowShortcuts}
      />
      <ReactionsSwitch />
      <BalanceSettings />
      {you?.may.includes('answer-question') && <PreparationLink />}
      <NamingSetting />
    </Dialog>
  );
}
