import { Monitor, Moon, Sun } from 'lucide-preact';
import { chooseLanguage, languages, useLanguage, useT } from '../i18n/i18n.ts';
import { Segmented } from './choice.tsx';
import { Menu } from './menu.tsx';
import styles from './preferences.module.css';
import { chooseTheme, type Theme, themeSetting } from './theme.ts';
import { useStore } from './use-store.ts';

const SIGNS = { system: Monitor, light: Sun, dark: Moon };
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const themeOf = ({ theme }: { theme: Theme }) => theme;

/** Language and appearance, on every page. */
export function Preferences() {
  const t = useT('common');
  const language = useLanguage();
  const theme = useStore(themeSetting, themeOf);
  return (
    <div class={styles.row}>
      <Segmented
        label={t('language')}
        value={language}
        options={languages.map((each) => ({ value: each, label: each.toUpperCase() }))}
        onValue={(chosen) => void chooseLanguage(chosen)}
      />
      <Menu
        label={t('theme')}
        icon={SIGNS[theme]}
        tip="below-end"
        items={THEMES.map((each) => ({
          id: each,
          label: t(`themes.${each}`),
          icon: SIGNS[each],
          chosen: each === theme,
          onSelect: () => chooseTheme(each),
        }))}
      />
    </div>
  );
}
