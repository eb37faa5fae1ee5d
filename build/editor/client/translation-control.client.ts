/**
 * Where a text comes from: nothing in the language of the original; in a translation whether it follows the original as that is now,
 * who made it, and whether somebody who speaks both languages has read it.
 */
import type { Locale } from '../../../schemas/brands.ts';
import { describeLanguage, nameAsLabel } from '../../../templates/locale/languages.ts';
import { isMapValue } from '../../format/field-value.ts';
import type { Data } from '../../model/document.ts';
import { originalHash } from './complete-entry.ts';
import type { EditorContext } from './editor-context.ts';
import { openText } from './open-text.client.ts';
import { type Component, type ControlProps, element } from './react.client.ts';

export const translationControl = (context: EditorContext): Component =>
  window.createClass<ControlProps>({
    render() {
      const { value, forID, onChange } = this.props;
      if (!isMapValue(value))
        return element(
          'p',
          { id: forID, className: 'passport-note' },
          'This is the original, or a translation that was not saved yet.',
        );
      return element(
        'div',
        { id: forID, className: 'passport-translation' },
        ...rows(value, hashNow(this.props, value, context), onChange),
      );
    },
  });

function hashNow(props: ControlProps, { of }: Data, context: EditorContext): string | undefined {
  const open = openText(props, context);
  return open && originalHash(open.entry, of as Locale, context.facts);
}

function rows(value: Data, hash: string | undefined, onChange: (value: unknown) => void): unknown[] {
  const change = (fields: Data): void => onChange({ ...value, ...fields });
  const isStale = hash !== undefined && value.hash !== hash;
  return [
    element('p', { key: 'state', 'data-state': isStale ? 'stale' : 'current' }, stateOf(value, hash)),
    isStale &&
      element(
        'button',
        { key: 'accept', type: 'button', onClick: () => change({ hash }) },
        'This translation now says what the original says',
      ),
    element(
      'label',
      { key: 'by' },
      'Translated by ',
      element(
        'select',
        {
          value: value.by,
          onChange: ({ target }: { readonly target: HTMLSelectElement }) => change({ by: target.value }),
        },
        element('option', { value: 'human' }, 'a person'),
        element('option', { value: 'machine' }, 'a machine'),
      ),
    ),
    element(
      'label',
      { key: 'reviewed' },
      element('input', {
        type: 'checkbox',
        checked: value.reviewed === true,
        onChange: ({ target }: { readonly target: HTMLInputElement }) => change({ reviewed: target.checked }),
      }),
      ' Somebody who speaks both languages has read it',
    ),
  ];
}

function stateOf({ of, hash: known }: Data, hash: string | undefined): string {
  const name = nameAsLabel(describeLanguage(String(of)));
  if (hash === undefined) return `Translated from ${name}.`;
  if (known === undefined) return `Translated from ${name}; nobody has recorded which version of it.`;
  return known === hash
    ? `Translated from ${name}, as that is now.`
    : `The original in ${name} has changed since this was translated: compare the two, and change what is different.`;
}
