import { Component, type ComponentType, createElement, type FunctionComponent } from 'preact';
import { alike } from './alike.ts';

/**
 * A component that is drawn anew only when its props say something new, however often what stands around it is. For the
 * members of long lists: when one of five hundred changes, one is drawn. Its own state and the stores it follows work
 * as ever. Functions among the props must stay the same ones.
 */
export function drawnWhenChanged<Props extends object>(View: FunctionComponent<Props>): ComponentType<Props> {
  return class extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      return !alike(this.props, next);
    }
    override render(props: Props) {
      return createElement(View, props);
    }
  };
}
