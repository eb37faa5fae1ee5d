/**
 * The Markdown of a text, as it is written, with what is wrong with the whole text below it: as long as that has errors, the entry
 * cannot be saved.
 */
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts';
import { bodyTools } from './body-tools.client.ts';
import type { EditorContext } from './editor-context.ts';
import { faultList, faultsAt } from './fault-list.client.ts';
import { sentenceOf } from './faults-of-entry.ts';
import { pageLinks } from './page-links.client.ts';
import { type Component, type ControlProps, element, type Verdict } from './react.client.ts';
import { noteWritten, showHandedOut } from './written-text.ts';

export function bodyControl(context: EditorContext): Component {
  return window.createClass<ControlProps>({
    isValid() {
      return verdictOn(faultsAt(this.props, context));
    },
    render() {
      const { forID, value, onChange } = this.props;
      const faults = faultsAt(this.props, context);
      return element(
        'div',
        { className: 'passport-body' },
        pageLinks(this.props, context),
        bodyTools(this.props),
        element('textarea', {
          id: forID,
          ref: (area: HTMLTextAreaElement | null) => {
            if (area !== null) showHandedOut(area, String(value ?? ''));
          },
          rows: rowsFor(value),
          spellCheck: true,
          'aria-invalid': hasErrors(faults),
          'aria-describedby': `${forID}-faults`,
          onChange: ({ target }: { readonly target: HTMLTextAreaElement }) => {
            noteWritten(target);
            onChange(target.value);
          },
        }),
        faultList(this.props, faults, context),
      );
    },
  });
}

const verdictOn = (faults: readonly Diagnostic[]): Verdict => {
  const errors = faults.filter(({ severity }) => severity === 'error');
  return errors.length === 0 || { error: { message: errors.map(sentenceOf).join(' · ') } };
};

const rowsFor = (value: unknown): number =>
  Math.min(30, Math.max(12, String(value ?? '').split('\n').length + 2));
