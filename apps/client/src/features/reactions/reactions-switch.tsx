import { useT } from '../../i18n/i18n.ts';
import { Switch } from '../../ui/switch.tsx';
import { useStore } from '../../ui/use-store.ts';
import { hideReactions, reactionsSetting } from './setting.ts';

const isHidden = ({ hidden }: { hidden: boolean }) => hidden;

/** Each person decides whether they see what others say by signs. */
export function ReactionsSwitch() {
  const t = useT('reactions');
  const hidden = useStore(reactionsSetting, isHidden);
  return <Switch label={t('setting')} hint={t('settingHint')} on={!hidden} set={(on) => hideReactions(!on)} />;
}
