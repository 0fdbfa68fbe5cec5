import { LoaderCircle, type LucideIcon } from 'lucide-preact';
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import styles from './button.module.css';
import { cx } from './cx.ts';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon' | 'size' | 'label' | 'class' | 'className'>;

export interface ButtonProps extends Native {
  /** `primary`: the one thing to do here. `quiet`: other things. `plain`: quieter still. `danger`: cannot be taken back. */
  kind?: 'primary' | 'quiet' | 'plain' | 'danger';
  size?: 'medium' | 'large';
  wide?: boolean;
  icon?: LucideIcon;
  /** Work is under way: shown by a turning sign, and the button does nothing. */
  busy?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** A button with words on it. */
export function Button({ kind = 'quiet', size, wide, icon, busy, class: extra, children, ...native }: ButtonProps) {
  const Icon = busy ? LoaderCircle : icon;
  return (
    <button
      type="button"
      {...native}
      {...(busy ? { 'aria-disabled': true, 'aria-busy': true, onClick: ignore } : {})}
      class={cx(
        styles.button,
        styles[kind],
        size === 'large' && styles.large,
        wide && styles.wide,
        busy && styles.busy,
        extra,
      )}
    >
      {Icon && <Icon size={size === 'large' ? 24 : 20} aria-hidden="true" />}
      <span>{children}</span>
    </button>
  );
}

const ignore = (event: Event): void => event.preventDefault();

export interface IconButtonProps extends Native {
  icon: LucideIcon;
  /** The button's name: read out, and shown while it is pointed at or focused. */
  label: string;
  kind?: 'primary' | 'quiet' | 'plain' | 'danger';
  /** Where the name is shown. `end`: aligned to the right edge, for buttons at the window's side. */
  tip?: 'above' | 'below' | 'above-end' | 'below-end';
  pressed?: boolean;
  class?: string;
}

/** A button with a sign only. */
export function IconButton({
  icon: Icon,
  label,
  kind = 'plain',
  tip = 'above',
  pressed,
  class: extra,
  ...native
}: IconButtonProps) {
  const place = [tip.startsWith('below') && styles.below, tip.endsWith('end') && styles.end];
  return (
    <button
      type="button"
      {...native}
      aria-label={label}
      aria-pressed={pressed}
      class={cx(styles.button, styles.icon, styles[kind], ...place, extra)}
    >
      <Icon size={22} aria-hidden="true" />
      <span class={styles.tip} aria-hidden="true">
        {label}
      </span>
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink(props: {
  href: string;
  kind?: 'primary' | 'quiet' | 'plain';
  size?: 'medium' | 'large';
  icon?: LucideIcon;
  label?: string;
  children: ComponentChildren;
}) {
  const { href, kind = 'quiet', size, icon: Icon, label, children } = props;
  return (
    <a href={href} aria-label={label} class={cx(styles.button, styles[kind], size === 'large' && styles.large)}>
      {Icon && <Icon size={size === 'large' ? 24 : 20} aria-hidden="true" />}
      {children}
    </a>
  );
}
