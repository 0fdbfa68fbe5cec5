import type { Command } from '@werkraum/protocol';
import { Lock, type LucideIcon, Split, Trash2, UserStar, Users } from 'lucide-preact';
import { formatList } from '../../i18n/format.ts';
import { useLanguage, useT } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announcer.ts';
import { IconButton } from '../../ui/button.tsx';
import { NewRule } from './new-rule.tsx';
import type { RuleModel, RulesModel } from './rules.model.ts';
import styles from './rules.module.css';

const SIGNS: Record<RuleModel['kind'], LucideIcon> = { together: Users, apart: Split, pin: Lock, host: UserStar };

interface RulesEditorProps {
  model: RulesModel;
  send(command: Command): void;
}

/** The rules of seating, and a form for another one. */
export function RulesEditor({ model, send }: RulesEditorProps) {
  const t = useT('rotation');
  const { rules } = model;
  return (
    <section class={styles.rules} aria-label={t('rules')}>
      <h3>{t('rules')}</h3>
      <p class={styles.hint}>{t('rulesHint')}</p>
      {rules.length === 0 ? (
        <p class={styles.hint}>{t('noRules')}</p>
      ) : (
        <ul class={styles.list}>
          {rules.map((rule) => (
            <RuleLine key={rule.ruleId} rule={rule} send={send} />
          ))}
        </ul>
      )}
      <NewRule model={model} send={send} />
    </section>
  );
}

function RuleLine({ rule, send }: { rule: RuleModel; send(command: Command): void }) {
  const t = useT('rotation');
  const language = useLanguage();
  const { kind, names, table = '', round = '', drop } = rule;
  const Sign = SIGNS[kind];
  const words = t(`rule.${kind}`, { names: formatList(names, language), table, round });
  const remove = (command: Command) => {
    send(command);
    announce(t('ruleDropped'));
  };
  return (
    <li class={styles.rule}>
      <Sign size={20} aria-hidden="true" />
      <span>{words}</span>
      {drop && (
        <IconButton icon={Trash2} label={t('dropRule', { rule: words })} tip="above-end" onClick={() => remove(drop)} />
      )}
    </li>
  );
}
